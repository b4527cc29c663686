"""The cadence grid of a series: who has done it in which period, and who has not yet."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from microsite.content.model import Branch, Cadence, Event, Place, Series
from microsite.content.site import Site

SHOWN = {"month": 12, "quarter": 8, "year": 5}
CELLS = 240
"""A grid of many units shows fewer periods, so that its page stays light."""
FEWEST = 3
MONTHS = {"month": 1, "quarter": 3, "year": 12}

Unit = Branch | Place


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A month, quarter or year."""

    start: date
    every: Literal["month", "quarter", "year"]

    @property
    def following(self) -> "Period":
        """The next one."""
        months = self.start.year * 12 + self.start.month - 1 + MONTHS[self.every]
        return Period(date(months // 12, months % 12 + 1, 1), self.every)

    @property
    def title(self) -> str:
        """In full, such as `2023年第2季度`."""
        return f"{self.year_title}{self.short_title}"

    @property
    def year_title(self) -> str:
        """The year it lies in."""
        return f"{self.start.year}年"

    @property
    def short_title(self) -> str:
        """Within its year, such as `第2季度`; nothing for a year."""
        if self.every == "quarter":
            return f"第{self.start.month // 3 + 1}季度"
        return f"{self.start.month}月" if self.every == "month" else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one unit did in one period."""

    period: Period
    events: tuple[Event, ...]
    is_current: bool
    """The period has not ended, so nothing is missing yet."""

    @property
    def state(self) -> Literal["done", "due", "missed"]:
        """Whether it happened, may still happen, or did not."""
        if self.events:
            return "done"
        return "due" if self.is_current else "missed"


@dataclass(frozen=True, slots=True)
class Row:
    """One unit; its cells are those of the periods shown."""

    unit: Unit
    cells: tuple[Cell, ...]
    done: int
    """Ended periods in which it happened, of all periods since the start."""
    ended: int


@dataclass(frozen=True, slots=True)
class Grid:
    """All units of a series; figures cover all periods since the start, cells the latest ones."""

    cadence: Cadence
    periods: tuple[Period, ...]
    rows: tuple[Row, ...]
    since: date
    today: date

    @property
    def done(self) -> int:
        """Of all ended periods of all units, those in which it happened."""
        return sum(row.done for row in self.rows)

    @property
    def ended(self) -> int:
        """Ended periods of all units."""
        return sum(row.ended for row in self.rows)

    @property
    def rate(self) -> int | None:
        """In whole per cent, rounded down; `None` before the first period has ended."""
        return self.done * 100 // self.ended if self.ended else None

    @property
    def sample(self) -> bool:
        """Whether any of what is shown is made up."""
        return any(
            event.sample for row in self.rows for cell in row.cells for event in cell.events
        )

    @property
    def not_yet(self) -> tuple[Unit, ...]:
        """Units that have nothing in the current period."""
        return tuple(row.unit for row in self.rows if row.cells[-1].state == "due")


def grid(series: Series, site: Site, today: date) -> Grid | None:
    """Return the grid of `series`, or `None` if it has no cadence or units, or has not begun."""
    cadence = series.cadence
    units = _units(cadence, site) if cadence else ()
    events = [event for event in site.events_of_series.get(series.id, ()) if event.counts]
    if not cadence or not units or not (cadence.since or events):
        return None
    since = cadence.since or events[0].begins.day
    if since > today:
        return None
    held: defaultdict[tuple[str, Period], list[Event]] = defaultdict(list)
    for event in events:
        for id in _unit_ids(event, cadence):
            held[id, _period(event.begins.day, cadence)].append(event)
    periods = tuple(_periods(since, today, cadence))
    shown = periods[-max(FEWEST, min(SHOWN[cadence.every], CELLS // len(units))) :]
    rows = []
    for unit in units:
        cells = tuple(Cell(p, tuple(held.get((unit.id, p), ())), p == periods[-1]) for p in shown)
        done = sum((unit.id, period) in held for period in periods[:-1])
        rows.append(Row(unit, cells, done, len(periods) - 1))
    return Grid(cadence, shown, tuple(rows), since, today)


def _units(cadence: Cadence, site: Site) -> Sequence[Unit]:
    if cadence.per == "branch":
        return tuple(site.branches.values())
    return tuple(place for place in site.places.values() if cadence.kind in {None, place.kind})


def _unit_ids(event: Event, cadence: Cadence) -> Sequence[str]:
    if cadence.per == "branch":
        return event.branches
    return (event.place,) if event.place else ()


def _periods(since: date, today: date, cadence: Cadence) -> Iterator[Period]:
    period = _period(since, cadence)
    while period.start <= today:
        yield period
        period = period.following


def _period(day: date, cadence: Cadence) -> Period:
    length = MONTHS[cadence.every]
    return Period(date(day.year, (day.month - 1) // length * length + 1, 1), cadence.every)
