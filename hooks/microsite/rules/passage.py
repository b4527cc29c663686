"""What readers will see of a file, judged in place: every letter knows where it was typed."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from microsite.content.masking import secret_facts, secret_numbers
from microsite.content.nodes import Mapping, Node, Scalar
from microsite.content.reader import Document, Source
from microsite.content.secret import Secret
from microsite.content.softbreaks import CJK
from microsite.content.values import FINGERPRINT, MAP_NUMBER, VOID
from microsite.rules.markdown import BREAK, Piece, pieces_of, without_code

TECHNICAL = re.compile(rf"[a-z0-9_./:?&=%#@+~-]*(?: [0-9:]+)?|{MAP_NUMBER}|{VOID}{FINGERPRINT}")
"""Ids, addresses, dates, numbers: what is written for the program, or copied as it is."""
_LINES = re.compile(r"[^\n]+")
_REMARK = re.compile(r"(?m)(?<!\S)#.*$")
_ESCAPE = re.compile(r"\\(?:[ux]([0-9a-fA-F]{4}|[0-9a-fA-F]{2})|.)|''")
_BETWEEN_CHINESE = re.compile(f"[{CJK}][{CJK}]")


@dataclass(frozen=True)
class Passage:
    """The text of one file without markup, its blocks and values parted by line breaks."""

    source: Source
    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """What readers see; whatever is no text of theirs, such as code, is one `OBJECT`."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every letter of the text, once."""
        return frozenset(self.text)

    @cached_property
    def pairs(self) -> frozenset[int]:
        """What `pairs` returns for the text."""
        return pairs(self.text)

    def has_any(
        self, letters: frozenset[str] = frozenset(), pairs: frozenset[int] = frozenset()
    ) -> bool:
        """Tell whether one of the letters or pairs of letters is there."""
        return not (self.letters.isdisjoint(letters) and self.pairs.isdisjoint(pairs))

    @cached_property
    def body(self) -> int:
        """Where the Markdown begins in the file; at its end, if there is none."""
        content = self.source.content
        length = len(self.source.text)
        return length - len(content.body) if isinstance(content, Document) else length

    @cached_property
    def markdown(self) -> str:
        """The Markdown as it was typed, but with blanks for code."""
        return without_code(self.source.text[self.body :])

    def has_typed(self, parts: Iterable[str]) -> bool:
        """Tell whether one of the parts is in the Markdown."""
        return any(part in self.markdown for part in parts)

    @cached_property
    def secrets(self) -> tuple[Secret, ...]:
        """What nobody should read, comments and technical values included, by its file offsets."""
        facts = (
            Secret(*self.span(one.start, one.end), one.kind, *self.span(*one[3:]))
            for one in secret_facts(self.text)
        )
        return (*secret_numbers(self.source.text), *facts, *self._remarked())

    def _remarked(self) -> Iterator[Secret]:
        for remark in _REMARK.finditer(self.source.text, 0, self.body):
            for one in secret_facts(remark[0]):
                first, last, kind, *hidden = one
                yield Secret(
                    remark.start() + first,
                    remark.start() + last,
                    kind,
                    *(remark.start() + at for at in hidden),
                )

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(piece.text) for piece in self.pieces), initial=0))

    def role(self, at: int) -> str:
        """Return what the letter `at` belongs to: the key of its value, `body` or `heading`."""
        return self._piece(at)[0].role

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the file stands what stands from `start` to `end` in the text."""
        return self._offset(start), self._offset(end - 1) + 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset in the file, both from 1."""
        text = self.source.text
        return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)

    def _offset(self, at: int) -> int:
        piece, start = self._piece(at)
        return piece.start + at - start

    def _piece(self, at: int) -> tuple[Piece, int]:
        number = bisect_right(self._starts, at) - 1
        return self.pieces[number], self._starts[number]


def pairs(text: str) -> frozenset[int]:
    """Return a number for every two letters that stand side by side.

    Numbers are made several times as fast as strings: two letters of UTF-16 are one of 32 bits.
    """
    letters = text.encode("utf-16-le")
    even, odd = (letters[at : at + (len(letters) - at) // 4 * 4] for at in (0, 2))
    return frozenset(memoryview(even).cast("I")).union(memoryview(odd).cast("I"))


def beside(words: Iterable[str]) -> frozenset[int]:
    """Return the pairs of letters in any of the words."""
    return frozenset(pair for word in words for pair in pairs(word))


def places(text: str, part: str) -> Iterator[int]:
    """Return where a part of the text begins, once for every time, even where they overlap."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def passage_of(source: Source) -> Passage:
    """Return what readers see of a file."""
    text, content = source.text, source.content
    if isinstance(content, Document):
        start = len(text) - len(content.body)
        found = [*_values(content.front, text), *pieces_of(content.body, start)]
    else:
        found = [*_values(content, text)]
    return Passage(source, (*found, Piece(len(text), BREAK, "")))


def _values(root: Mapping, text: str) -> Iterator[Piece]:
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    for key, scalar in _scalars(root):
        if not TECHNICAL.fullmatch(scalar.value):
            line = lines[scalar.line - 1]
            start = line + scalar.column - 1
            if scalar.is_plain and text.startswith(scalar.value, start):
                yield Piece(start, scalar.value, key)
            else:
                yield from _typed(scalar, start, text, key)
            yield Piece(line, BREAK, key)


def _scalars(root: Node) -> Iterator[tuple[str, Scalar]]:
    """Return every value with the key above it, in the order of the file."""
    left = [("", root)]
    while left:
        key, node = left.pop()
        if isinstance(node, Scalar):
            yield key, node
        elif isinstance(node, Mapping):
            left += reversed(node.values.items())
        else:
            left += [(key, item) for item in reversed(node.items)]


def _typed(scalar: Scalar, start: int, text: str, key: str) -> Iterator[Piece]:
    """Return the pieces of one value, as far as it stands in the file letter by letter."""
    raw = text[start : start + scalar.length]
    if raw[1:-1] == scalar.value:
        yield Piece(start + 1, scalar.value, key)
    else:
        is_block = raw.startswith(("|", ">")) and not scalar.is_plain
        inner = raw.find("\n") + 1 if is_block else int(not scalar.is_plain)
        outer = len(raw) if is_block or scalar.is_plain else len(raw) - 1
        mark = raw[0] if raw.startswith(('"', "'")) and not scalar.is_plain else ""
        before = ""
        for line in _LINES.finditer(raw, inner, outer):
            words = line[0].strip()
            at = start + line.start() + len(line[0]) - len(line[0].lstrip())
            if before and words and not _BETWEEN_CHINESE.match(before[-1] + words[0]):
                yield Piece(at, " ", key)
            before = words or before
            yield from _unescaped(words, at, key) if mark else [Piece(at, words, key)]


def _unescaped(words: str, at: int, key: str) -> Iterator[Piece]:
    done = 0
    for found in _ESCAPE.finditer(words):
        yield Piece(at + done, words[done : found.start()], key)
        letter = chr(int(found[1], 16)) if found[1] else found[0][-1]
        yield Piece(at + found.start(), letter if found[1] or letter in "\"'\\/" else " ", key)
        done = found.end()
    yield Piece(at + done, words[done:], key)
