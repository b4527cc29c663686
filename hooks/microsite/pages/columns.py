"""The pages of columns and of series."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from microsite.content.model import Column, Event, Series, Story
from microsite.content.site import Site
from microsite.pages.board import Board, board
from microsite.pages.grid import Grid, grid
from microsite.pages.stories import newest
from microsite.pages.view import Crumb, Part, View, numbered, parts

COLUMNS = Crumb("栏目", "columns/")
SHOWN = 8
EVENTS_PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class ColumnSummary:
    """A column in a list of columns."""

    column: Column
    series: tuple[Series, ...]
    stories: int
    events: int


@dataclass(frozen=True, kw_only=True)
class ColumnsView(View):
    """All columns and their series."""

    template: ClassVar[str] = "columns"

    columns: tuple[ColumnSummary, ...]


@dataclass(frozen=True, kw_only=True)
class ColumnView(View):
    """One column: its series, newest stories and events."""

    template: ClassVar[str] = "column"
    scripts: ClassVar[tuple[str, ...]] = ("dates",)

    column: Column
    series: tuple[Series, ...]
    stories: tuple[Story, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class SeriesView(View):
    """One series: its guide, board, grid, events and stories."""

    template: ClassVar[str] = "series"
    scripts: ClassVar[tuple[str, ...]] = ("dates",)

    series: Series
    column: Column
    guide: Story | None
    board: Board | None
    grid: Grid | None
    part: Part[Event]
    stories: tuple[Story, ...]


def column_summaries(site: Site) -> tuple[ColumnSummary, ...]:
    """Return the columns that have something to show."""
    return tuple(
        ColumnSummary(
            column,
            site.series_of_column[column.id],
            len(site.stories_of_column.get(column.id, ())),
            len(site.events_of_column.get(column.id, ())),
        )
        for column in site.columns.values()
        if column.id in site.series_of_column
    )


def columns_view(site: Site) -> ColumnsView:
    """Return the page of all columns."""
    summaries = column_summaries(site)
    return ColumnsView(
        url=COLUMNS.url,
        title="栏目",
        summary="、".join(summary.column.title for summary in summaries) + "。",
        columns=summaries,
    )


def column_views(site: Site) -> Iterator[ColumnView]:
    """Return the page of each column that has something to show."""
    for id, series in site.series_of_column.items():
        column = site.columns[id]
        stories = site.stories_of_column.get(id, ())
        yield ColumnView(
            url=column.url,
            title=column.title,
            summary=column.summary,
            trail=(COLUMNS,),
            source="data/columns.yml",
            updated=newest(stories[:1]),
            feed_url=column.url,
            column=column,
            series=series,
            stories=stories[:SHOWN],
            events=latest(site.events_of_column.get(id, ())),
        )


def series_views(site: Site, today: date) -> Iterator[SeriesView]:
    """Return the pages of each series that has something to show: several if it is long."""
    for series in site.series.values():
        if series.id in site.shown_series:
            yield from _series_pages(site, series, today)


def latest(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the last of `events`, latest first."""
    return events[: -SHOWN - 1 : -1]


def _series_pages(site: Site, series: Series, today: date) -> Iterator[SeriesView]:
    column = site.columns[series.column]
    events = site.events_of_series.get(series.id, ())
    stories = site.stories_of_series.get(series.id, ())
    trail = (COLUMNS, Crumb(column.title, column.url))
    for part in parts(events[::-1], EVENTS_PER_PAGE, series.url):
        is_first = part.number == 1
        yield SeriesView(
            url=part.url,
            title=numbered(series.title, part),
            summary=series.summary,
            trail=trail if is_first else (*trail, Crumb(series.title, series.url)),
            source=series.origin.path,
            updated=newest(stories[:1]),
            feed_url=series.url,
            series=series,
            column=column,
            guide=site.stories[series.guide] if series.guide and is_first else None,
            board=board(series, events, today, site.bureau.stage_days) if is_first else None,
            grid=grid(series, site, today) if is_first else None,
            part=part,
            stories=stories[:SHOWN] if is_first else (),
        )
