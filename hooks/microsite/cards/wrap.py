"""Lines of a Chinese title (GB/T 15834—2011, 避头尾).

No line starts with what closes or ends with what opens; words, numbers, `——` and `……` stay whole;
lines are about as long as each other, and break after punctuation where that costs little.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

Measure: TypeAlias = Callable[[str], float]
"""The width of a text in ems: the sum of those of its characters."""

OPENING = frozenset("（《〈【〖『「“‘［｛〔")
"""Their left half is empty; at the start of a line it hangs out of the box."""
CLOSING = frozenset("，。、；：）》〉】〗』」”’］｝〕")
"""Their right half is empty; at the end of a line it hangs out of the box."""
NOT_FIRST = CLOSING | frozenset("？！…—⸺～·／‰℃°,.;:?!)]}>%-/~々")
NOT_LAST = OPENING | frozenset("·／([{<¥￥$#№/")
_LETTER = "[0-9A-Za-zÀ-ɏ]"
_ATOM = rf"\s+|—+|…+|{_LETTER}+(?:[-.,:/'+_&@~]{_LETTER}+)*(?:(?<=[0-9])[年月日时分秒号])?|."
_QUOTED = "[“‘「『《〈（【][^“‘「『《〈（【]{1,16}[”’」』》〉）】]"
ELLIPSIS = "…"
LEADING = 1.28
"""From line to line, in ems."""
KEEP = 0.8
"""Names and quotations stay whole where letters become no smaller than this share."""
A_LINE = 1e6
"""What one more line costs: more than any raggedness."""
PLAIN_BREAK = 4.0
"""What a break without punctuation costs, in square ems of raggedness."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a text has to fit, and the sizes it may have, the largest first."""

    width: float
    height: float
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it is set."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * self.size * LEADING


def fit(text: str, box: Box, measure: Measure, words: Sequence[str] = ()) -> Fitted:
    """Return `text` as large as it fits; what is too long for the smallest size is cut.

    `words` are names that stay whole, where that does not make letters much smaller.
    """
    pieces = segments(text)
    found = _largest(pieces, box, box.sizes, measure)
    if found is None:
        size = box.sizes[-1]
        lines = wrap(pieces, box.width / size, measure)
        rows = int(box.height / (size * LEADING))
        return Fitted((*_cut(lines, rows, box.width / size, measure),), size)
    whole = phrases(text, words)
    widest = max((span(piece, measure) for piece in whole), default=0.0)
    most = min(found.size, box.width / max(widest, 1))
    near = [size for size in box.sizes if found.size * KEEP <= size <= most]
    return _largest(whole, box, near, measure) or found


def span(line: str, measure: Measure) -> float:
    """Return how wide `line` looks in ems: without the empty halves of signs at its ends."""
    line = line.strip()
    return measure(line) - (line[:1] in OPENING) / 2 - (line[-1:] in CLOSING) / 2


def segments(text: str) -> list[str]:
    """Return the pieces between which a line may end; spaces stay with the piece before them."""
    return _glued(re.findall(_ATOM, text.strip()))


def phrases(text: str, words: Sequence[str]) -> list[str]:
    """Return pieces as `segments` does, but `words` and short quotations are whole."""
    known = [re.escape(word) for word in sorted(words, key=len, reverse=True) if word]
    return _glued(re.findall("|".join((*known, _QUOTED, _ATOM)), text.strip()))


def wrap(pieces: Sequence[str], capacity: float, measure: Measure) -> list[str]:
    """Return as few lines as hold the `pieces`, none wider than `capacity`, as even as possible.

    A piece that is wider than a line is broken anywhere.
    """
    pieces = [part for piece in pieces for part in _narrow(piece, capacity, measure)]
    offsets = [*accumulate(map(measure, pieces), initial=0.0)]
    starts = [at + (piece[0] in OPENING) / 2 for at, piece in zip(offsets, pieces, strict=False)]
    ends = [
        at + measure(bare := piece.rstrip()) - (bare[-1:] in CLOSING) / 2
        for at, piece in zip(offsets, pieces, strict=False)
    ]
    ideal = offsets[-1] / max(1, -(-offsets[-1] // capacity))
    best = [(0.0, 0)]
    for last, end in enumerate(ends):
        is_plain = last + 1 < len(pieces) and pieces[last].rstrip()[-1:] not in NOT_FIRST
        price = A_LINE + PLAIN_BREAK * is_plain
        first = min(bisect_left(starts, end - capacity), last)
        candidates = (
            (best[start][0] + price + (ideal - end + starts[start]) ** 2, start)
            for start in range(first, last + 1)
        )
        best.append(min(candidates))
    return _lines(pieces, [start for _, start in best])


def _largest(
    pieces: Sequence[str], box: Box, sizes: Sequence[int], measure: Measure
) -> Fitted | None:
    for size in sizes:
        lines = wrap(pieces, box.width / size, measure)
        if (fitted := Fitted(tuple(lines), size)).height <= box.height:
            return fitted
    return None


def _glued(atoms: Sequence[str]) -> list[str]:
    """Put together what no line may end between."""
    found: list[str] = []
    for atom in atoms:
        before = found[-1].rstrip()[-1:] if found else ""
        if found and (atom.isspace() or atom[0] in NOT_FIRST or before in NOT_LAST):
            found[-1] += atom
        else:
            found.append(atom)
    return found


def _lines(pieces: Sequence[str], starts: Sequence[int]) -> list[str]:
    """Return the lines; `starts` tells, for every end, where a line that ends there starts."""
    found: list[str] = []
    end = len(pieces)
    while end:
        found.append("".join(pieces[starts[end] : end]).strip())
        end = starts[end]
    return found[::-1]


def _narrow(piece: str, capacity: float, measure: Measure) -> Iterator[str]:
    """Yield `piece`, or parts of it that fit where it does not."""
    part = ""
    for character in piece if span(piece, measure) > capacity else [piece]:
        if part and measure(part + character) > capacity:
            yield part
            part = ""
        part += character
    yield part


def _cut(lines: Sequence[str], rows: int, capacity: float, measure: Measure) -> list[str]:
    """Return the first `rows` lines, the last of which ends with an ellipsis."""
    last = lines[rows - 1].rstrip("，、；：。 ·—…")
    while measure(last + ELLIPSIS) > capacity:
        last = "".join(segments(last)[:-1]).rstrip("，、；：。 ·—…") or last[:-1]
    return [*lines[: rows - 1], last + ELLIPSIS]
