"""Fixed words of four letters and more with one slip: exchanged, left out, doubled or swapped.

A slip leaves one half of the words intact, or lies across the middle. So a text that has neither
half need not be searched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from microsite.rules.passage import Passage, pairs

Ends: TypeAlias = Literal["no", "last", "long"]
"""Of words with another letter there, others are made: `no`; only with another first letter:
`last`; neither, where the words are `long`.
"""
LETTER = "[㐀-鿿]"
LONG = 6
"""Letters of words that are still known when their first or last letter is another."""
AROUND = 6
"""How far around a slip what is right as well may reach."""


@dataclass(frozen=True)
class Kept:
    """Words that have to be exactly so."""

    words: str
    also: tuple[str, ...] = ()
    """What is right as well, though it is nearly the same."""
    ends: Ends = "no"
    """Which of the first letter and the last may be the one that is wrong."""

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
            start = found.start() - (found["first"] is not None)
            around = text[max(start - AROUND, 0) : found.end() + AROUND]
            if not any(one in around for one in self.also):
                yield start, found.end()

    @cached_property
    def _slip(self) -> re.Pattern[str]:
        words, middle = self.words, len(self.words) // 2
        head, tail = words[:middle], words[middle:]
        is_long = self.ends == "long" and len(re.findall(LETTER, words)) >= LONG
        last = len(tail) if is_long or self.ends == "last" else len(tail) - 1
        first = f"(?<={LETTER})(?<!{words[0]}){re.escape(words[1:])}" if is_long else "(?!)"
        wrong = [f"{re.escape(head)}(?!{re.escape(tail)})(?:{_slips(tail, 0, last)})"]
        wrong += [f"(?:{_slips(head, 1, middle)}){re.escape(tail)}"]
        wrong += [re.escape(f"{head[:-1]}{tail[0]}{head[-1]}{tail[1:]}")]
        doubled = f"{re.escape(words)}{words[-1]}(?!{LETTER})"
        return re.compile("|".join((*wrong, doubled, f"(?P<first>{first})")))


def _slips(part: str, first: int, last: int) -> str:
    """Return what matches `part` with a slip at one of its letters from `first` to `last`."""
    spots = [at for at in range(first, last) if re.match(LETTER, part[at])]
    inner = [at for at in spots if at < len(part) - 1 or first]
    doubled = [re.escape(part[: at + 1] + part[at:]) for at in inner]
    swapped = [
        re.escape(f"{part[:at]}{part[at + 1]}{part[at]}{part[at + 2 :]}")
        for at in range(first, len(part) - 1)
        if part[at] != part[at + 1]
    ]
    exchanged = [
        f"{re.escape(part[:at])}(?!{part[at]}){LETTER}{re.escape(part[at + 1 :])}" for at in spots
    ]
    dropped = [
        re.escape(part[:at] + part[at + 1 :]) for at in inner if part[at] != part[at - 1 : at]
    ]
    return "|".join((*doubled, *swapped, *exchanged, *dropped)) or "(?!)"
