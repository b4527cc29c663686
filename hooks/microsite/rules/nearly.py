"""Fixed words of four letters and more with one slip: exchanged, left out, doubled or swapped.

A slip leaves one half of the words intact, or lies across the middle. So one need not look at
every letter of a text, but only beside the halves, which are soon found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from microsite.rules.passage import Passage, pairs, places

LONG: Final = 6
"""Letters of words that are still known when one of them is missing."""
AROUND: Final = 6
"""How far around a slip what is right as well may reach."""


class _Half(NamedTuple):
    """A half of the words, and what a slip may have made of it."""

    right: str
    spots: tuple[int, ...]
    """Which of its letters may have become another one."""
    others: frozenset[str]
    """What it is with one of these letters doubled, left out, or swapped with the next."""

    def has_become(self, written: str) -> bool:
        if written in self.others:
            return True
        if len(written) != len(self.right):
            return False
        [*wrong] = (at for at, letter in enumerate(written) if letter != self.right[at])
        return len(wrong) == 1 and wrong[0] in self.spots and _is_letter(written[wrong[0]])

    @property
    def lengths(self) -> range:
        """How many letters it may have, the most first."""
        return range(len(self.right) + 1, len(self.right) - 2, -1)


@dataclass(frozen=True)
class Kept:
    """Words that have to be exactly so."""

    words: str
    also: tuple[str, ...] = ()
    """What is right as well, though it is nearly the same."""
    is_whole: bool = False
    """Whether any letter but the first may be wrong; else the first two and the last are right.

    Where these are wrong, most words become other words: 行政服务中心 has 政服务中心 in it.
    """

    @cached_property
    def needs(self) -> frozenset[int]:
        """Pairs of letters of which every slip has one."""
        head, tail = (half.right for half in self._halves)
        return pairs(self.words[:2]) | pairs(self.words[-2:]) | pairs(tail[0] + head[-1])

    def slips(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Find where the words are nearly right."""
        text, done = passage.text, 0
        for start, end in sorted(self._beside(text), key=lambda span: (span[0], -span[1])):
            if start >= done:
                done = end
                around = text[max(start - AROUND, 0) : end + AROUND]
                if not any(one in around for one in self.also):
                    yield start, end

    def _beside(self, text: str) -> Iterator[tuple[int, int]]:
        """Find one half beside what a slip has made of the other, and slips across both."""
        head, tail = self._halves
        for at in places(text, head.right):
            start = at + len(head.right)
            ends = (start + length for length in tail.lengths)
            yield from ((at, end) for end in ends if tail.has_become(text[start:end]))
        for at in places(text, tail.right):
            starts = (at - length for length in head.lengths if length <= at)
            end = at + len(tail.right)
            yield from ((start, end) for start in starts if head.has_become(text[start:at]))
        across = f"{head.right[:-1]}{tail.right[0]}{head.right[-1]}{tail.right[1:]}"
        if across != self.words:
            yield from ((at, at + len(across)) for at in places(text, across))
        for at in places(text, self.words + self.words[-1]):
            end = at + len(self.words) + 1
            if not _is_letter(text[end : end + 1]):
                yield at, end

    @cached_property
    def _halves(self) -> tuple[_Half, _Half]:
        middle = len(self.words) // 2
        head, tail = self.words[:middle], self.words[middle:]
        first, last = (1, len(tail)) if self.is_whole else (2, len(tail) - 1)
        may_lack = len(self.words) >= LONG
        return (
            _half(head, first, middle, may_lack=may_lack),
            _half(tail, 0, last, may_lack=may_lack),
        )


def _half(part: str, first: int, last: int, *, may_lack: bool) -> _Half:
    """Return `part` with the slips at its letters from `first` to `last`."""
    spots = tuple(at for at in range(first, last) if _is_letter(part[at]))
    inner = [at for at in spots if at < len(part) - 1]
    doubled = [part[: at + 1] + part[at:] for at in inner]
    swapped = [
        f"{part[:at]}{part[at + 1]}{part[at]}{part[at + 2 :]}" for at in inner if at + 1 < last
    ]
    dropped = [part[:at] + part[at + 1 :] for at in inner if may_lack]
    return _Half(part, spots, frozenset((*doubled, *swapped, *dropped)) - {part})


def _is_letter(text: str) -> bool:
    return "㐀" <= text <= "鿿"
