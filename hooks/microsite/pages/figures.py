"""The effort in numbers, as charts with their tables."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from microsite.content.model import Series
from microsite.content.site import Site
from microsite.content.wording import day_text, month_text
from microsite.pages.board import Board, board
from microsite.pages.grid import Grid, grid
from microsite.pages.view import View

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: str
    short: str
    """For the axis."""
    value: int
    percent: int
    """Of the longest bar, or of the whole where the chart says so."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart; its bars are the rows of its table."""

    id: str
    title: str
    measure: str
    bars: tuple[Bar, ...]

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
    boards = [
        (
            series,
            board(series, site.events_of_series.get(series.id, ()), today, site.bureau.stage_days),
        )
        for series in shown
    ]
    held = [event.begins.day for event in site.events.values() if event.counts]
    published = [story.published.day for story in site.stories.values()]
    return FiguresView(
        url="figures/",
        title="数字",
        summary=f"活动、故事、节奏完成情况和各环节用时，截至{day_text(today)}。",
        figures=headline_figures(site),
        charts=(
            _by_month("events-by-month", "每月举办的活动", "项活动", held, today),
            _by_month("stories-by-month", "每月发布的故事", "篇故事", published, today),
            *_by_column(site),
        ),
        cadences=tuple((series, found) for series, found in grids if found),
        boards=tuple((series, found) for series, found in boards if found),
        today=today,
    )


def headline_figures(site: Site) -> tuple[Figure, ...]:
    """Return the few numbers for the home page."""
    held = sum(event.counts for event in site.events.values())
    figures = (
        Figure(len(site.stories), "篇故事", "stories/"),
        Figure(held, "项已举办的活动", "events/"),
        Figure(len(site.shown_series), "个系列", "columns/"),
        Figure(len(site.events_of_place), "个地点", "places/"),
    )
    return tuple(figure for figure in figures if figure.value)


def _by_month(id: str, title: str, measure: str, days: Sequence[date], today: date) -> Chart:
    """Count `days` in each of the last months up to that of `today`, empty ones included."""
    counts = Counter(day.replace(day=1) for day in days)
    last = today.year * 12 + today.month - 1
    months = [date(n // 12, n % 12 + 1, 1) for n in range(last - MONTHS_SHOWN + 1, last + 1)]
    longest = max(1, *(counts[month] for month in months))
    bars = tuple(
        Bar(month_text(month), f"{month.month}月", counts[month], counts[month] * 100 // longest)
        for month in months
    )
    return Chart(id, f"{title}（近{MONTHS_SHOWN}个月）", measure, bars)


def _by_column(site: Site) -> tuple[Chart, Chart]:
    def chart(id: str, title: str, measure: str, counts: dict[str, int]) -> Chart:
        longest = max(1, *counts.values(), 0)
        bars = tuple(
            Bar(
                column.title,
                column.short,
                counts[column.id],
                counts[column.id] * 100 // longest,
                column.url,
            )
            for column in site.columns.values()
            if column.id in site.series_of_column
        )
        return Chart(id, title, measure, bars)

    events = {id: sum(e.counts for e in site.events_of_column.get(id, ())) for id in site.columns}
    stories = {id: len(site.stories_of_column.get(id, ())) for id in site.columns}
    return (
        chart("events-by-column", "各栏目举办的活动", "项活动", events),
        chart("stories-by-column", "各栏目的故事", "篇故事", stories),
    )
