"""Rules that look at one story or event at a time: what they find holds until that is changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeAlias

from microsite.content.load import Reading
from microsite.content.model import Series
from microsite.content.reader import Source
from microsite.content.review import Item
from microsite.memory import Memory, Same
from microsite.rules.site_rule import Objection, Occasion, SiteRule


class Piece(NamedTuple):
    """A story or an event, and all else that such rules go by."""

    item: Item
    series: Series | None
    """Nothing, if there is no such series."""
    source: Source
    """The file that it is in."""


_Key: TypeAlias = tuple[Same[Item], Same[Series | None], Same[Source]]


@dataclass(frozen=True, slots=True)
class Each:
    """What judges every piece by itself."""

    judge: Callable[[Piece], Iterable[Objection]]

    def __call__(self, reading: Reading, _: Occasion) -> Iterator[Objection]:
        """Find what is wrong with any of them."""
        for piece in pieces(reading):
            yield from self.judge(piece)


class Pieces:
    """What such rules have found, remembered while a piece stays the same."""

    def __init__(self, rules: Iterable[SiteRule]) -> None:
        self._judges = [(rule, rule.find.judge) for rule in rules if isinstance(rule.find, Each)]
        self._found = Memory[_Key, list[tuple[SiteRule, Objection]]]()

    def objections(self, reading: Reading) -> Iterator[tuple[SiteRule, Objection]]:
        """Return what the rules find, each with the rule that it breaks."""
        self._found.turn()
        for piece in pieces(reading):
            key = Same(piece.item), Same(piece.series), Same(piece.source)
            yield from self._found.of(key, partial(self._judge, piece))

    def _judge(self, piece: Piece) -> list[tuple[SiteRule, Objection]]:
        return [(rule, one) for rule, judge in self._judges for one in judge(piece)]


def pieces(reading: Reading) -> Iterator[Piece]:
    """Return everything that such rules look at."""
    sources = {source.path: source for source in reading.sources}
    items: tuple[Item, ...] = (*reading.stories, *reading.events)
    for item in items:
        yield Piece(item, reading.series.get(item.series), sources[item.origin.path])
