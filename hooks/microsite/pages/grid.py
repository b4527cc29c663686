"""The cadence grid of a series: who has done it in which period, and who has not yet."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from microsite.content.declarations import Cadence
from microsite.content.model import Event, Series
from microsite.content.rhythm import Period, Unit, rhythm
from microsite.content.site import Site

SHOWN = {"month": 12, "quarter": 8, "year": 5}
CELLS = 240
"""A grid of many units shows fewer periods, so that its page stays light."""
FEWEST = 3


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
    events = site.events_of_series.get(series.id, ())
    kept = rhythm(series, events, site.branches.values(), site.places.values(), today)
    if kept is None:
        return None
    held, periods, units = kept.held, kept.periods, kept.units
    shown = periods[-max(FEWEST, min(SHOWN[kept.cadence.every], CELLS // len(units))) :]
    rows = []
    for unit in units:
        cells = tuple(Cell(p, tuple(held.get((unit.id, p), ())), p == periods[-1]) for p in shown)
        done = sum((unit.id, period) in held for period in periods[:-1])
        rows.append(Row(unit, cells, done, len(periods) - 1))
    return Grid(kept.cadence, shown, tuple(rows), kept.since, kept.until)
