"""Tables of plain text in which Chinese characters take two columns."""

from collections.abc import Sequence
from itertools import accumulate
from unicodedata import combining, east_asian_width

GAP = "  "
CUT = "…"


def width(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return sum(map(_columns, text))


def table(rows: Sequence[Sequence[str]], widest: int) -> list[str]:
    """Return aligned lines; what is longer than `widest` columns is cut, but for the last cells.

    Args:
        rows: All of one length.
        widest: Of any cell, in columns of a terminal.
    """
    cut = [[*(_cut(cell, widest) for cell in row[:-1]), row[-1]] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cut, strict=True)][:-1]
    return [GAP.join([*map(_padded, row[:-1], widths), row[-1]]).rstrip() for row in cut]


def _columns(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _cut(text: str, widest: int) -> str:
    if width(text) <= widest:
        return text
    ends = accumulate(map(_columns, text))
    return text[: sum(end < widest for end in ends)] + CUT
