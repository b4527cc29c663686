"""The effort in numbers, as charts with their tables."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from microsite.content.model import Event, Place, Series, Story
from microsite.content.site import Site
from microsite.content.wording import day_text, month_text
from microsite.pages.board import Board, board
from microsite.pages.grid import Grid, grid
from microsite.pages.view import View

MONTHS_SHOWN = 12

Counted: TypeAlias = Event | Story


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: str
    value: int
    percent: int
    """Of the longest bar."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart; its bars are the rows of its table."""

    id: str
    title: str
    bars: tuple[Bar, ...]
    sample: bool
    """Whether any of what it counts is made up."""

    @property
    def total(self) -> int:
        """Of all bars."""
        return sum(bar.value for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number worth showing large."""

    value: int
    label: str
    url: str
    sample: bool
    """Whether any of what it counts is made up."""


@dataclass(frozen=True, kw_only=True)
class FiguresView(View):
    """All figures, as of a day."""

    template: ClassVar[str] = "figures"

    figures: tuple[Figure, ...]
    charts: tuple[Chart, ...]
    cadences: tuple[tuple[Series, Grid], ...]
    boards: tuple[tuple[Series, Board], ...]
    today: date


def figures_view(site: Site, today: date) -> FiguresView:
    """Return the page of figures."""
    shown = [series for series in site.series.values() if series.id in site.shown_series]
    grids = [(series, grid(series, site, today)) for series in shown]
    limit = site.bureau.stage_days
    boards = [
        (series, board(series, site.events_of_series.get(series.id, ()), today, limit))
        for series in shown
    ]
    return FiguresView(
        url="figures/",
        title="数字",
        summary=f"活动、故事、节奏完成情况和各环节用时，截至{day_text(today)}。",
        figures=headline_figures(site),
        charts=(
            _by_month("events-by-month", "每月举办的活动", _held(site.events.values()), today),
            _by_month("stories-by-month", "每月发布的故事", site.stories.values(), today),
            _by_column("events-by-column", "各栏目举办的活动", site, site.events_of_column),
            _by_column("stories-by-column", "各栏目的故事", site, site.stories_of_column),
        ),
        cadences=tuple((series, found) for series, found in grids if found),
        boards=tuple((series, found) for series, found in boards if found),
        today=today,
    )


def headline_figures(site: Site) -> tuple[Figure, ...]:
    """Return the few numbers for the home page."""
    held = _held(site.events.values())
    places = [site.places[id] for id in site.events_of_place]
    figures = (
        Figure(len(site.stories), "篇故事", "stories/", _any_sample(site.stories.values())),
        Figure(len(held), "项已举办的活动", "events/", _any_sample(held)),
        Figure(len(site.shown_series), "个系列", "columns/", sample=False),
        Figure(len(places), "个地点", "places/", _any_sample(places)),
    )
    return tuple(figure for figure in figures if figure.value)


def _by_month(id: str, title: str, entries: Iterable[Counted], today: date) -> Chart:
    """Count `entries` in each of the last months up to that of `today`, empty ones included."""
    last = today.year * 12 + today.month - 1
    months = [date(n // 12, n % 12 + 1, 1) for n in range(last - MONTHS_SHOWN + 1, last + 1)]
    shown = [entry for entry in entries if months[0] <= _day(entry).replace(day=1) <= months[-1]]
    counts = Counter(_day(entry).replace(day=1) for entry in shown)
    bars = _bars((month_text(month), counts[month], "") for month in months)
    return Chart(id, f"{title}（近{MONTHS_SHOWN}个月）", bars, _any_sample(shown))


def _by_column(id: str, title: str, site: Site, found: Mapping[str, Sequence[Counted]]) -> Chart:
    """Count what was held or published in each column that has something to show."""
    columns = [site.columns[id] for id in site.columns if id in site.series_of_column]
    entries = {column.id: _held(found.get(column.id, ())) for column in columns}
    bars = _bars((column.title, len(entries[column.id]), column.url) for column in columns)
    return Chart(id, title, bars, any(map(_any_sample, entries.values())))


def _bars(rows: Iterable[tuple[str, int, str]]) -> tuple[Bar, ...]:
    rows = list(rows)
    longest = max([value for _, value, _ in rows], default=0) or 1
    return tuple(Bar(label, value, value * 100 // longest, url) for label, value, url in rows)


def _held(entries: Iterable[Counted]) -> list[Counted]:
    """Return the `entries` that have taken place; stories have by being there."""
    return [entry for entry in entries if isinstance(entry, Story) or entry.counts]


def _day(entry: Counted) -> date:
    return entry.published.day if isinstance(entry, Story) else entry.begins.day


def _any_sample(entries: Iterable[Counted | Place]) -> bool:
    return any(entry.sample for entry in entries)
