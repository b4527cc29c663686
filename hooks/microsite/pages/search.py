"""The page where readers search."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from microsite.content.site import Site
from microsite.pages.view import Crumb, View

INDEX = "search/index/"
"""Where the index is published, below the site's root."""

Choices: TypeAlias = Mapping[str, str]
"""Titles by id."""
KINDS: Choices = {
    "story": "故事",
    "event": "活动",
    "series": "系列",
    "column": "栏目",
    "place": "地点",
    "branch": "支部",
    "tag": "标签",
    "page": "说明",
}
TOPICS_SHOWN = 12
SERIES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Facet:
    """What results can be narrowed down by."""

    name: str
    title: str
    choices: Choices


@dataclass(frozen=True, kw_only=True)
class SearchView(View):
    """A form, and ways on for those who do not know what to type."""

    template: ClassVar[str] = "search"
    scripts: ClassVar[tuple[str, ...]] = ("search/page",)

    facets: tuple[Facet, ...]
    topics: tuple[Crumb, ...]
    """Those with the most stories first."""
    series: tuple[Crumb, ...]
    """Those with the most events and stories first."""


def search_view(site: Site) -> SearchView:
    """Return the search page."""
    return SearchView(
        url="search/",
        title="搜索",
        summary="在故事、活动、系列和说明里找。",
        facets=_facets(site),
        topics=_topics(site),
        series=_series(site),
    )


def _facets(site: Site) -> tuple[Facet, ...]:
    columns = {id: site.columns[id].title for id in site.series_of_column}
    series = {id: one.title for id, one in site.series.items() if id in site.shown_series}
    places = {id: one.title for id, one in site.places.items() if id in site.events_of_place}
    days = [story.published.day for story in site.stories.values()]
    days += [event.begins.day for event in site.events.values()]
    years = {str(year): f"{year}年" for year in sorted({day.year for day in days}, reverse=True)}
    return (
        Facet("kind", "类型", KINDS),
        Facet("column", "栏目", columns),
        Facet("series", "系列", series),
        Facet("place", "地点", places),
        Facet("year", "年份", years),
    )


def _topics(site: Site) -> tuple[Crumb, ...]:
    used = sorted(site.stories_of_tag.items(), key=lambda item: -len(item[1]))
    return tuple(Crumb(site.tags[id].title, site.tags[id].url) for id, _ in used[:TOPICS_SHOWN])


def _series(site: Site) -> tuple[Crumb, ...]:
    def weight(id: str) -> int:
        stories, events = site.stories_of_series, site.events_of_series
        return len(stories.get(id, ())) + len(events.get(id, ()))

    shown = (one for id, one in site.series.items() if id in site.shown_series)
    most = sorted(shown, key=lambda one: -weight(one.id))[:SERIES_SHOWN]
    return tuple(Crumb(one.title, one.url) for one in most)
