"""What the rules find that look at one story or event at a time, kept until that is changed."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeAlias

from microsite.content.load import Reading
from microsite.content.model import Series
from microsite.content.reader import Source
from microsite.content.review import Item
from microsite.memory import Memory, Same
from microsite.rules.site_rule import Each, Objection, Piece, SiteRule, pieces

_Key: TypeAlias = tuple[Same[Item], Same[Series | None], Same[Source]]


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
