"""The archive of stories and the page of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import ClassVar

from microsite.content.model import Column, Event, Series, Story, Tag
from microsite.content.pictures import Picture
from microsite.content.prose import Prose
from microsite.content.review import shown_round
from microsite.content.signatures import ReviewStep
from microsite.content.site import Site, group
from microsite.pages.view import Crumb, Part, View, numbered, parts

STORIES = Crumb("故事", "stories/")
RELATED_SHOWN = 4
CHARACTERS_PER_MINUTE = 400


@dataclass(frozen=True, kw_only=True)
class ArchiveView(View):
    """Stories of all series, newest first, by year."""

    template: ClassVar[str] = "archive"

    part: Part[Story]
    years: Mapping[int, tuple[Story, ...]]


@dataclass(frozen=True, kw_only=True)
class StoryView(View):
    """One story."""

    template: ClassVar[str] = "story"
    scripts: ClassVar[tuple[str, ...]] = ("dates", "share", "speech")

    story: Story
    review: tuple[ReviewStep, ...]
    cover: Picture | None
    prose: Prose
    minutes: int
    """It takes to read."""
    series: Series
    column: Column
    tags: tuple[Tag, ...]
    events: tuple[Event, ...]
    related: tuple[Story, ...]
    earlier: Story | None
    later: Story | None


def archive_views(site: Site) -> Iterator[ArchiveView]:
    """Return the pages of the archive."""
    stories = tuple(site.stories.values())
    for part in parts(stories, site.bureau.stories_per_page, STORIES.url):
        yield ArchiveView(
            url=part.url,
            title=numbered("全部故事", part),
            summary=f"{site.bureau.short_name}的全部故事，新的在前，共{len(stories)}篇。",
            trail=() if part.number == 1 else (STORIES,),
            updated=newest(part.items),
            part=part,
            years=group(part.items, lambda story: [story.published.day.year]),
        )


def story_views(site: Site) -> Iterator[StoryView]:
    """Return the page of each story."""
    stories = tuple(site.stories.values())
    for number, story in enumerate(stories):
        series = site.series[story.series]
        column = site.columns[series.column]
        prose = site.prose[story.origin.path]
        yield StoryView(
            url=story.url,
            title=story.title,
            summary=story.summary,
            trail=(Crumb(column.title, column.url), Crumb(series.title, series.url)),
            source=story.origin.path,
            updated=story.changed.date(),
            feed_url=series.url,
            story=story,
            review=shown_round(story),
            cover=site.covers.get(story.id),
            prose=prose,
            minutes=max(1, round(prose.length / CHARACTERS_PER_MINUTE)),
            series=series,
            column=column,
            tags=tuple(site.tag_named[title] for title in story.tags),
            events=tuple(site.events[id] for id in story.events),
            related=tuple(_related(site, story)),
            earlier=stories[number + 1] if number + 1 < len(stories) else None,
            later=stories[number - 1] if number else None,
        )


def newest(stories: Iterable[Story]) -> date | None:
    """Return the latest day of publication."""
    return max((story.published.day for story in stories), default=None)


def _related(site: Site, story: Story) -> list[Story]:
    """Return the newest others of the series, then those that share a tag."""
    candidates = chain(
        site.stories_of_series[story.series][: RELATED_SHOWN + 1],
        *(
            site.stories_of_tag[site.tag_named[title].id][: RELATED_SHOWN + 1]
            for title in story.tags
        ),
    )
    found = {other.id: other for other in candidates if other.id != story.id}
    return list(found.values())[:RELATED_SHOWN]
