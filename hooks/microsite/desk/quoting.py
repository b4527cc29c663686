"""Lines of the editors' files, as they are shown beside what is wrong with them."""

import unicodedata
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TypeAlias

from microsite.content.encodings import UTF_8, encoding_of
from microsite.content.load import Reading
from microsite.content.masking import masked
from microsite.content.problems import Problem
from microsite.content.reader import MAX_BYTES

Lines: TypeAlias = Callable[[str], Sequence[str]]
"""Returns the lines of a file by its path; none, if it cannot be read."""
TAB = "    "
WIDTH = 96
"""Of the part of a line that is shown, in columns of a terminal."""
MORE = "…"
PRIVATE = "privacy-"
"""Begins the codes of what must not be shown at all."""


def lines_of(root: Path, reading: Reading) -> Lines:
    """Return what tells the lines of the files that were read, and of others as far as it can."""
    texts = {source.path: source.text for source in reading.sources}
    return lambda path: (texts.get(path) or _unread(root / path)).split("\n")


def tidy(text: str) -> str:
    """Return `text` on one line as it may be shown, with a dot for what a terminal might obey."""
    return "".join(_letter(letter) for letter in masked(text))


def quoted(line: str, column: int, width: int = WIDTH) -> tuple[str, int]:
    """Return the part of `line` around a column, and how many columns stand before that one.

    Args:
        line: As it was typed.
        column: In characters, from 1; past the end of the line, it means the end.
        width: At most this many columns of a terminal are shown.
    """
    at = min(column - 1, len(line))
    first, last = max(at - width, 0), at + width
    shown = [*map(_letter, masked(line)[first:last])]
    start, end = _window([*map(_width, shown)], at - first, width)
    before = "".join((MORE if first + start else "", *shown[start : at - first]))
    after = "".join((*shown[at - first : end], MORE if first + end < len(line) else ""))
    return before + after, _width(before)


def secret_lines(problems: Collection[Problem]) -> frozenset[tuple[str, int]]:
    """Return the places, by path and line, of which nothing must be shown."""
    return frozenset((one.path, one.line) for one in problems if one.code.startswith(PRIVATE))


def _unread(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES)
    except OSError:
        return ""
    text = data.decode(encoding_of(data) or UTF_8, "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _letter(letter: str) -> str:
    if letter == "\t":
        return TAB
    return letter if letter.isprintable() or unicodedata.category(letter) == "Zs" else "·"


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def _window(widths: Sequence[int], at: int, width: int) -> tuple[int, int]:
    """Return which letters to show so that the one `at` is among them, rather in the middle."""
    start, end, taken = at, at, 0
    while start and taken + widths[start - 1] <= width // 2:
        start -= 1
        taken += widths[start]
    while end < len(widths) and taken + widths[end] <= width:
        taken += widths[end]
        end += 1
    while start and taken + widths[start - 1] <= width:
        start -= 1
        taken += widths[start]
    return start, end
