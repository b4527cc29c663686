"""The stage board of a series: where its events stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from statistics import median

from microsite.content.model import Event, Series
from microsite.content.wording import stage_of

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Card:
    """An event on the board."""

    event: Event
    since: date
    """The day on which it reached its stage."""
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One stage of the board."""

    stage: str
    cards: tuple[Card, ...]
    """The longest waiting first; in the last stage the newest first."""
    median_days: float | None
    """From this stage to the next; `None` for the last stage, and before any went through."""

    @property
    def count(self) -> int:
        """How many events stand here."""
        return len(self.cards)

    @property
    def overdue(self) -> int:
        """How many have stood here for longer than they should."""
        return sum(card.is_overdue for card in self.cards)

    @property
    def shown(self) -> tuple[Card, ...]:
        """The first few cards."""
        return self.cards[:SHOWN]

    @property
    def hidden(self) -> int:
        """How many cards are not shown."""
        return self.count - len(self.shown)


@dataclass(frozen=True, slots=True)
class Board:
    """All stages of a series."""

    lanes: tuple[Lane, ...]
    waiting: int
    """Events that have not reached the first stage."""
    today: date

    @property
    def finished(self) -> int:
        """How many events have reached the last stage."""
        return self.lanes[-1].count

    @property
    def sample(self) -> bool:
        """Whether any of it is made up."""
        return any(card.event.sample for lane in self.lanes for card in lane.cards)

    @property
    def overdue(self) -> int:
        """How many events have been in one stage for longer than they should."""
        return sum(lane.overdue for lane in self.lanes)

    @property
    def total(self) -> int:
        """How many events have reached a stage."""
        return sum(lane.count for lane in self.lanes)


def board(series: Series, events: Iterable[Event], today: date, stage_days: int) -> Board | None:
    """Return the board of `series`, or `None` when it has no stages.

    Args:
        series: Whose stages they are.
        events: Of that series; cancelled ones are left off.
        today: What is overdue depends on it; what is archived is shown as it was then.
        stage_days: The limit of a stage for which `series` states none.
    """
    if not series.stages:
        return None
    today = series.until(today)
    active = [event for event in events if event.status != "cancelled"]
    standing: dict[str | None, list[Event]] = {stage: [] for stage in (None, *series.stages)}
    for event in active:
        standing[stage_of(event, series, today)].append(event)
    lanes = []
    for stage, following in zip_longest(series.stages, series.stages[1:]):
        cards = _cards(stage, standing[stage], today, series.days_in(stage, stage_days))
        lanes.append(Lane(stage, cards, _median_days(active, stage, following, today)))
    return Board(tuple(lanes), len(standing[None]), today)


def _median_days(
    events: Iterable[Event], stage: str, following: str | None, today: date
) -> float | None:
    days = [
        (event.stages[following] - event.stages[stage]).days
        for event in events
        if following and event.stages.get(following, date.max) <= today
    ]
    return median(days) if days else None


def _cards(stage: str, events: list[Event], today: date, limit: int | None) -> tuple[Card, ...]:
    """Return the longest waiting first; where there is no limit, the newest first."""
    events.sort(key=lambda event: (event.stages[stage], event.id), reverse=limit is None)
    cards = []
    for event in events:
        since = event.stages[stage]
        is_overdue = limit is not None and (today - since).days > limit
        cards.append(Card(event, since, is_overdue))
    return tuple(cards)
