"""The home page, the written pages, and the site map."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from microsite.content.model import Event, Page, Story
from microsite.content.prose import Prose
from microsite.content.site import Site
from microsite.pages.columns import ColumnSummary, column_summaries
from microsite.pages.events import upcoming
from microsite.pages.figures import Figure, headline_figures
from microsite.pages.stories import newest
from microsite.pages.view import Crumb, View

HOME = "index"
SHOWN = 6


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """What this is, what is new, what is coming."""

    template: ClassVar[str] = "home"
    is_written: ClassVar[bool] = True
    scripts: ClassVar[tuple[str, ...]] = ("dates",)

    prose: Prose
    stories: tuple[Story, ...]
    upcoming: tuple[Event, ...]
    columns: tuple[ColumnSummary, ...]
    figures: tuple[Figure, ...]
    today: date


@dataclass(frozen=True, kw_only=True)
class PageView(View):
    """A written page such as 关于本站."""

    template: ClassVar[str] = "page"
    is_written: ClassVar[bool] = True

    prose: Prose


@dataclass(frozen=True, kw_only=True)
class SitemapView(View):
    """The way to every page, in a few steps."""

    template: ClassVar[str] = "sitemap"

    columns: tuple[ColumnSummary, ...]
    sections: Mapping[str, tuple[Crumb, ...]]


def home_view(site: Site, today: date) -> HomeView:
    """Return the home page."""
    page = site.pages[HOME]
    stories = tuple(site.stories.values())
    return HomeView(
        url="",
        title=page.title,
        summary=page.summary,
        source=page.origin.path,
        updated=newest(stories[:1]),
        prose=site.prose[page.origin.path],
        stories=stories[:SHOWN],
        upcoming=tuple(upcoming(site.events.values(), today)[:SHOWN]),
        columns=column_summaries(site),
        figures=headline_figures(site),
        today=today,
    )


def page_views(site: Site) -> Iterator[PageView]:
    """Return the frame of each written page but the home page."""
    for id, page in site.pages.items():
        if id != HOME:
            yield _page_view(page, site)


def sitemap_view(site: Site, views: list[View]) -> SitemapView:
    """Return the site map of `views`: all columns and series, and every page that lists others."""
    pages = [view for view in views if isinstance(view, PageView)]
    lists = [view for view in views if view.url.count("/") == 1 and not isinstance(view, PageView)]
    archive = [view for view in views if view.url.startswith("stories/page/")]
    months = [view for view in views if view.template == "month"]
    return SitemapView(
        url="sitemap/",
        title="网站地图",
        summary="栏目、系列、每月活动和各类列表的目录。",
        columns=column_summaries(site),
        sections={
            "总览": tuple(Crumb(view.title, view.url) for view in (*lists, *archive)),
            "每月活动": tuple(Crumb(view.title, view.url) for view in months),
            "关于": tuple(Crumb(view.title, view.url) for view in pages),
        },
    )


def _page_view(page: Page, site: Site) -> PageView:
    return PageView(
        url=page.url,
        title=page.title,
        summary=page.summary,
        source=page.origin.path,
        prose=site.prose[page.origin.path],
    )
