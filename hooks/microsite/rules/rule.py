"""An editorial rule: what it forbids, why, and how it is shown to editors."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from microsite.content.problems import Level
from microsite.rules.passage import Passage, beside

PUNCTUATION = "GB/T 15834—2011《标点符号用法》"
H = "㐀-䶿一-鿿\uf900-\ufaff〇"
"""Chinese characters, as they stand in a character class."""
NUMERALS = "GB/T 15835—2011《出版物上数字用法》"


class Finding(NamedTuple):
    """A part of a file that breaks a rule; offsets are those of the file."""

    start: int
    end: int
    message: str
    replacement: str | None = None
    """What to type instead, if the rule knows."""
    is_safe: bool = True
    """Whether the replacement is right whatever stands around it, if the rule's always are."""


Find: TypeAlias = Callable[[Passage], Iterable[Finding]]
Change: TypeAlias = Callable[[re.Match[str]], str | None]


@dataclass(frozen=True)
class Rule:
    """One thing that must not be; the examples are tests, and shown in the handbook."""

    code: str
    title: str
    reason: str
    bad: str
    """Markdown that the rule reports."""
    good: str
    find: Find
    level: Level = "error"
    source: str = ""
    """The standard or document it follows, by its official name."""
    fixes: bool = False
    """Whether its replacements may be made without asking."""
    is_excusable: bool = True
    """Whether an editor may allow it with a reason."""
    is_for_all: bool = False
    """Whether it is for files as well that readers never see."""


def pattern(
    expression: str, message: str, change: str | Change | None = None, needs: Iterable[str] = ()
) -> Find:
    """Return what finds `expression` in the words that readers see.

    Args:
        expression: A regular expression; it cannot see markup, and blocks end with a line break.
        message: May name what was found as `{found}` and what to write instead as `{right}`.
        change: What to write instead, as `re.sub` would take it; a function may reject a match
            by returning what was found.
        needs: Letters, or pairs of letters, of which every match has one: where there is none,
            nothing is searched, which is far sooner done. A longer word counts as its pairs.
    """
    compiled = re.compile(expression)
    letters = frozenset(need for need in needs if len(need) == 1)
    pairs = beside(needs)

    def find(passage: Passage) -> Iterable[Finding]:
        return found_in(passage) if not needs or passage.has_any(letters, pairs) else ()

    def found_in(passage: Passage) -> Iterator[Finding]:
        for found in compiled.finditer(passage.text):
            right = found.expand(change) if isinstance(change, str) else change and change(found)
            if right != found[0]:
                yield finding(passage, *found.span(), message, right)

    return find


def finding(
    passage: Passage, start: int, end: int, message: str, replacement: str | None = None
) -> Finding:
    """Return the finding for a part of the words; markup inside it makes replacing unsafe."""
    words = passage.text[start:end]
    first, last = passage.span(start, end)
    said = message.format(found=words.strip("\n"), right=replacement)
    is_safe = passage.source.text[first:last] == words
    return Finding(first, last, said, replacement, is_safe)


def either(*finds: Find) -> Find:
    """Return what finds all that the `finds` do."""
    return lambda passage: [found for find in finds for found in find(passage)]


def pairs_of(first: str, second: str) -> list[str]:
    """Return every pair of one of the `first` letters and one of the `second`."""
    return [one + other for one in first for other in second]


def letters_of(ranges: str) -> tuple[str, ...]:
    """Return every letter of a character class that is written as ranges alone."""
    pairs = zip(ranges[::3], ranges[2::3], strict=True)
    return tuple(chr(code) for first, last in pairs for code in range(ord(first), ord(last) + 1))
