"""An editorial rule on records: what must not be, told from more than the words of one file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, TypeAlias

from microsite.content.bureau import Mode
from microsite.content.entry import Entry
from microsite.content.load import Reading
from microsite.content.model import Series
from microsite.content.nodes import locate
from microsite.content.problems import Level
from microsite.content.publication import Update, updates
from microsite.content.reader import Source
from microsite.content.reopening import reopenings
from microsite.content.review import Item, Prints, State, states


@dataclass(frozen=True, slots=True)
class Occasion:
    """When content is judged, and for which kind of site."""

    now: datetime
    """In Asia/Shanghai."""
    mode: Mode
    states: Mapping[str, State]
    """How every sound story and event stands, by its address."""
    reopenings: Mapping[str, str]
    """Why, where it has been signed and must be signed anew; half a sentence."""
    updates: tuple[Update, ...]
    """Everything that has become public, oldest first."""

    @property
    def today(self) -> date:
        """The day of it."""
        return self.now.date()


def occasion(
    reading: Reading, now: datetime, mode: Mode | None = None, known: Prints | None = None
) -> Occasion:
    """Return what the content is judged for: the `mode`, or else the one that is written.

    Args:
        reading: Of the project.
        now: In Asia/Shanghai.
        mode: Put in the place of the written one.
        known: Fingerprints of an earlier reading.
    """
    chosen = mode or (reading.bureau.mode if reading.bureau else "demo")
    found = states(reading, now, chosen, known)
    reasons = reopenings(reading, found, chosen)
    return Occasion(now, chosen, found, reasons, updates(reading, found, now, chosen))


class Objection(NamedTuple):
    """What a rule has against one place of one file; line and column count from 1."""

    path: str
    line: int
    column: int
    message: str
    suggestion: str = ""
    """What to type instead, if the rule knows."""
    length: int = 0
    """Of what it replaces, in characters, where a program may do it."""


class Example(NamedTuple):
    """A whole file as an editor might write it, in a project where everything else is right."""

    path: str
    text: str
    besides: "tuple[Example, ...]" = ()
    """Other files that it takes."""


class Piece(NamedTuple):
    """A story or an event, and all else that such rules go by."""

    item: Item
    series: Series | None
    """Nothing, if there is no such series."""
    source: Source
    """The file that it is in."""


def pieces(reading: Reading) -> Iterator[Piece]:
    """Return everything that such rules look at."""
    sources = {source.path: source for source in reading.sources}
    for item in reading.items:
        yield Piece(item, reading.series.get(item.series), sources[item.origin.path])


Judge: TypeAlias = Callable[[Reading, Occasion], Iterable[Objection]]


@dataclass(frozen=True, slots=True)
class Each:
    """What judges every piece by itself: nothing else matters, not even which day it is."""

    judge: Callable[[Piece], Iterable[Objection]]

    def __call__(self, reading: Reading, _: Occasion) -> Iterator[Objection]:
        """Find what is wrong with any of them."""
        for piece in pieces(reading):
            yield from self.judge(piece)


@dataclass(frozen=True)
class SiteRule:
    """One thing that must not be; the examples are tests, and shown in the handbook."""

    code: str
    title: str
    reason: str
    bad: Example
    """Put into the small project of the tests, it is reported."""
    good: Example
    find: Judge
    level: Level = "error"
    fixes: bool = False
    """Whether what it suggests may be put in the place of what was typed unasked."""
    source: str = ""
    """The standard or document it follows, by its official name."""
    is_excusable: bool = True
    """Whether an editor may allow it with a reason."""


def against(
    entry: Entry, key: tuple[str | int, ...], message: str, suggestion: str = ""
) -> Objection:
    """Return an objection to the value under `key`, or to as much of it as there is."""
    origin = entry.origin
    at = locate(origin.node, key)
    if at == (origin.node.line, origin.node.column):
        at = origin.line, origin.column  # of its id
    return Objection(origin.path, *at, message, suggestion)
