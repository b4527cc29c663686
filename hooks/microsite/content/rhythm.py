"""How a cadence is kept: who has held an event in which period."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from microsite.content.declarations import Cadence
from microsite.content.model import Branch, Event, Place, Series

MONTHS = {"month": 1, "quarter": 3, "year": 12}

Unit: TypeAlias = Branch | Place


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
class Rhythm:
    """What all units of a series held since its start."""

    cadence: Cadence
    units: Sequence[Unit]
    since: date
    until: date
    """Today, or the day on which the series was archived."""
    periods: tuple[Period, ...]
    """The last one has not ended."""
    held: Mapping[tuple[str, Period], Sequence[Event]]
    """By unit id and period; only where there is anything."""

    @property
    def missed(self) -> Iterator[tuple[Period, Unit]]:
        """Ended periods, latest first, in which a unit held nothing."""
        for period in self.periods[-2::-1]:
            for unit in self.units:
                if (unit.id, period) not in self.held:
                    yield period, unit


def rhythm(
    series: Series,
    events: Iterable[Event],
    branches: Iterable[Branch],
    places: Iterable[Place],
    today: date,
) -> Rhythm | None:
    """Return how the cadence of `series` is kept, or `None` if it has none or has not begun.

    Args:
        series: Whose cadence it is.
        events: Of that series; those that were not held do not count.
        branches: Of the whole bureau.
        places: Of all kinds.
        today: Its period has not ended.
    """
    cadence = series.cadence
    units = _units(cadence, branches, places) if cadence else ()
    counting = [event for event in events if event.counts]
    if not cadence or not units or not (cadence.since or counting):
        return None
    since = cadence.since or min(event.begins.day for event in counting)
    until = series.until(today)
    if since > until:
        return None
    held: defaultdict[tuple[str, Period], list[Event]] = defaultdict(list)
    for event in counting:
        for id in _unit_ids(event, cadence):
            held[id, _period(event.begins.day, cadence)].append(event)
    return Rhythm(cadence, units, since, until, tuple(_periods(since, until, cadence)), held)


def _units(
    cadence: Cadence, branches: Iterable[Branch], places: Iterable[Place]
) -> tuple[Unit, ...]:
    if cadence.per == "branch":
        return tuple(branches)
    return tuple(place for place in places if cadence.kind in {None, place.kind})


def _unit_ids(event: Event, cadence: Cadence) -> Sequence[str]:
    if cadence.per == "branch":
        return event.branches
    return (event.place,) if event.place else ()


def _periods(since: date, until: date, cadence: Cadence) -> Iterator[Period]:
    period = _period(since, cadence)
    while period.start <= until:
        yield period
        period = period.following


def _period(day: date, cadence: Cadence) -> Period:
    length = MONTHS[cadence.every]
    return Period(date(day.year, (day.month - 1) // length * length + 1, 1), cadence.every)
