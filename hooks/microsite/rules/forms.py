"""Names that must be written in full and in order: whatever is nearly one of them is caught.

A name is a row of parts. A run of its parts that has enough of them and is neither the name nor a
short form is a variant: a part is missing, repeated, out of order, or exchanged for other letters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from microsite.rules.passage import Passage, pairs

LONGEST_STRANGER = 5
"""Letters that may stand in the place of one part."""
_STRANGER = rf"[^\n，。；：！？、（）《》\s]{{1,{LONGEST_STRANGER}}}?"
_FIXED = re.compile("[一-鿿]{2}(?![?*])")


class _Part(NamedTuple):
    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Form:
    """The one right way to write a name."""

    parts: tuple[str, ...]
    """Regular expressions without groups."""
    keys: frozenset[int]
    """Parts that tell together that this name is meant, though others are missing."""
    enough: int
    """How many parts make a variant, if the keys are among them."""
    right: str
    """How it is written, for the message."""
    shorts: tuple[str, ...] = ()
    """Regular expressions of what is right as well, though parts of the name make it up."""

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        first, last = self.parts[0], self.parts[-1].partition("(?")[0]
        once = f"(?<!{first})" if len(first) > 1 else ""
        end = f"(?!{last})" if len(last) > 1 and last.isalpha() else ""
        return re.compile("|".join((f"{once}{''.join(self.parts)}{end}", *self.shorts)))

    @cached_property
    def _part(self) -> re.Pattern[str]:
        return re.compile("|".join(f"({part})" for part in self.parts))

    @cached_property
    def _run(self) -> re.Pattern[str]:
        part = "|".join(self.parts)
        return re.compile(f"(?:{part})(?:(?:{_STRANGER})??(?:{part}))+")

    @cached_property
    def _key_parts(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(part) for part in self.parts)

    @cached_property
    def _heads(self) -> tuple[frozenset[int], ...]:
        """Of every part, the two letters with which it begins, if these are fixed."""
        return tuple(pairs(part[:2]) if _FIXED.match(part) else frozenset() for part in self.parts)

    def may_vary(self, passage: Passage) -> bool:
        """Tell whether enough parts may be there to make a variant."""
        return sum(head <= passage.pairs for head in self._heads) >= self._few

    @cached_property
    def _few(self) -> int:
        return min(self.enough, len(self.parts) - 1)

    def variants(self, text: str) -> Iterator[tuple[int, int]]:
        """Find where `text` has the name, but not as it should be."""
        present = sum(part.search(text) is not None for part in self._key_parts)
        if present < self._few:
            return
        # What is right is taken out first, so that its parts make no variant with others.
        rest = self._whole.sub(lambda found: "\n" * len(found[0]), text)
        for run in self._run.finditer(rest):
            parts = [
                _Part((one.lastindex or 0) - 1, *one.span())
                for one in self._part.finditer(rest, *run.span())
            ]
            yield from self._judged(parts)

    def _judged(self, parts: list[_Part]) -> Iterator[tuple[int, int]]:
        groups = _unbroken(parts)
        if len(groups) == ONE_STRANGER and self._is_exchanged(parts, len(groups[0])):
            yield parts[0].start, parts[-1].end
            return
        for group in groups:
            if self._is_variant([part.number for part in group]):
                yield group[0].start, group[-1].end

    def _is_variant(self, numbers: Sequence[int]) -> bool:
        kinds = set(numbers)
        if len(kinds) >= self.enough and kinds >= self.keys:
            return True
        return len(kinds) >= len(self.parts) - 1 and list(numbers) == sorted(kinds)

    def _is_exchanged(self, parts: Sequence[_Part], at: int) -> bool:
        """Tell whether the letters before part `at` stand for the one that is missing, if any."""
        numbers = [part.number for part in parts]
        missing = set(range(len(self.parts))) - set(numbers)
        if numbers != sorted(set(numbers)) or len(missing) > 1:
            return False
        return all(numbers[at - 1] < number < numbers[at] for number in missing)


ONE_STRANGER = 2
"""Groups of parts that one strange part leaves."""


def _unbroken(parts: Sequence[_Part]) -> list[list[_Part]]:
    """Return the parts in groups without other letters between them."""
    groups = [[parts[0]]]
    for before, part in pairwise(parts):
        if part.start > before.end:
            groups.append([])
        groups[-1].append(part)
    return groups
