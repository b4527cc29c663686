"""Fixed words of four letters and more with one slip: exchanged, left out, doubled or swapped.

A slip leaves one half of the words intact, or lies across the middle. So a text that has neither
half need not be searched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from microsite.rules.passage import Passage, pairs

LETTER = "[㐀-鿿]"
LONG = 6
"""Letters of words that are still known when one of them is missing."""
AROUND = 6
"""How far around a slip what is right as well may reach."""


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
        words, middle = self.words, len(self.words) // 2
        across = words[middle] + words[middle - 1]
        return pairs(words[:2]) | pairs(words[-2:]) | pairs(across)

    def slips(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Find where the words are nearly right."""
        if not passage.has_any(pairs=self.needs):
            return
        text = passage.text
        for found in self._slip.finditer(text):
            around = text[max(found.start() - AROUND, 0) : found.end() + AROUND]
            if not any(one in around for one in self.also):
                yield found.span()

    @cached_property
    def _slip(self) -> re.Pattern[str]:
        words, middle = self.words, len(self.words) // 2
        head, tail = words[:middle], words[middle:]
        first, last = (1, len(tail)) if self.is_whole else (2, len(tail) - 1)
        may_lack = len(words) >= LONG
        wrong = [f"{re.escape(head)}(?:{_slips(tail, 0, last, may_lack=may_lack)})"]
        if first < middle:
            wrong.append(f"(?:{_slips(head, first, middle, may_lack=may_lack)}){re.escape(tail)}")
        if head[-1] != tail[0]:
            wrong.append(re.escape(f"{head[:-1]}{tail[0]}{head[-1]}{tail[1:]}"))
        wrong.append(f"{re.escape(words)}{words[-1]}(?!{LETTER})")
        return re.compile("|".join(f"(?!{re.escape(words)}(?!{words[-1]})){one}" for one in wrong))


def _slips(part: str, first: int, last: int, *, may_lack: bool) -> str:
    """Return what matches `part` with a slip at one of its letters from `first` to `last`."""
    spots = [at for at in range(first, last) if re.match(LETTER, part[at])]
    inner = [at for at in spots if at < len(part) - 1]
    doubled = [part[: at + 1] + part[at:] for at in inner]
    swapped = [
        f"{part[:at]}{part[at + 1]}{part[at]}{part[at + 2 :]}"
        for at in inner
        if at + 1 < last and part[at] != part[at + 1]
    ]
    dropped = [part[:at] + part[at + 1 :] for at in inner if may_lack]
    exchanged = [
        f"{re.escape(part[:at])}(?!{part[at]}){LETTER}{re.escape(part[at + 1 :])}" for at in spots
    ]
    return "|".join((*map(re.escape, (*doubled, *swapped, *dropped)), *exchanged))
