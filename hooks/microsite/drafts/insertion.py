"""A new entry in a table: at its place, in the table's own style, nothing else touched."""

import re
from dataclasses import dataclass
from itertools import takewhile

from microsite.content.nodes import Mapping, Node, Scalar, plain
from microsite.content.problems import Problem
from microsite.content.reader import ReadError, read_mapping, read_text
from microsite.drafts.draft import Entry
from microsite.rewriting import Change, spliced

_CONTENT = re.compile(r"(?m)^[ \t]*[^\s#]")
_EVENT_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})-")
_LANGUAGE_SERVER = "# yaml-language-server:"


class NotInsertedError(Exception):
    """The table cannot take the entry; what is wrong with it, as far as it is known."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Inserted:
    """A new file, and the lines of it that are new, counted from 1."""

    data: bytes
    first: int
    last: int


def inserted(data: bytes, entry: Entry) -> Inserted:
    """Return the table that `data` is, with `entry` in its place.

    Raises:
        NotInsertedError: If the table cannot be read, has the id, or is written in an unusual way.
    """
    try:
        text = read_text(data, entry.path)
        table = _table(text, entry.path)
    except ReadError as error:
        raise NotInsertedError(*error.problems) from error
    if key := table.keys.get(entry.id):
        message = f"编号 “{entry.id}” 已经有了，请换一个"
        raise NotInsertedError(Problem(entry.path, key.line, key.column, "id-repeated", message))
    lines = text.removesuffix("\n").split("\n") if text else []
    at = _place(table, entry, lines)
    block = [*_padded(_in_style(entry.lines, table), lines, at, table)]
    new = spliced(data, [_change(text, lines, at, block)])
    if _others(new, entry) != {id: plain(node) for id, node in table.values.items()}:
        raise NotInsertedError
    first = at + 1 + (not block[0])
    return Inserted(new, first, first + len(entry.lines) - 1)


def _table(text: str, path: str) -> Mapping:
    if not _CONTENT.search(text):
        return Mapping(1, 1, {}, {})
    return read_mapping(text, path)[0]


def _others(data: bytes, entry: Entry) -> dict[str, object] | None:
    """Return what stands beside `entry` in a new file, or nothing if that went wrong."""
    try:
        values = read_mapping(read_text(data, entry.path), entry.path)[0].values
    except ReadError:
        return None
    others: dict[str, object] = {id: plain(node) for id, node in values.items() if id != entry.id}
    return others if len(others) == len(values) - 1 else None


def _place(table: Mapping, entry: Entry, lines: list[str]) -> int:
    """Return the number of lines in front of the new entry."""
    later = (id for id, node in table.values.items() if _start(id, node) > entry.start)
    follower = next(later, None) if entry.start else None
    return len(lines) if follower is None else _top(table.keys[follower], lines)


def _start(id: str, node: Node) -> str:
    """Return the day and minute of an entry, or else the day in its id."""
    start = node.values.get("start") if isinstance(node, Mapping) else None
    if isinstance(start, Scalar):
        return start.value
    day = _EVENT_DAY.match(id)
    return "-".join(day.groups()) if day else ""


def _top(key: Scalar, lines: list[str]) -> int:
    """Return the number of lines in front of an entry and of the comments that belong to it."""
    above = reversed(lines[: key.line - 1])
    margin = " " * (key.column - 1)
    remarks = takewhile(
        lambda line: line.startswith(f"{margin}#") and not line.startswith(_LANGUAGE_SERVER), above
    )
    return key.line - 1 - len([*remarks])


def _in_style(lines: tuple[str, ...], table: Mapping) -> list[str]:
    """Return the `lines` of an entry with the margins that the others of its table have."""
    key = next(iter(table.keys.values()), None)
    margin = " " * (key.column - 1) if key else ""
    below = (
        node.column - table.keys[id].column
        for id, node in table.values.items()
        if isinstance(node, Mapping) and node.line > table.keys[id].line
    )
    step = " " * next(below, 2)
    depths = [(len(line) - len(line.lstrip(" "))) // 2 for line in lines]
    return [margin + step * n + line.lstrip(" ") for n, line in zip(depths, lines, strict=True)]


def _padded(block: list[str], lines: list[str], at: int, table: Mapping) -> list[str]:
    """Return the `block` with an empty line on that side on which the table has one."""
    if at < len(lines):
        return [*block, ""] if at and not lines[at - 1].strip() else block
    tops = [_top(key, lines) for key in [*table.keys.values()][1:]]
    is_loose = bool(tops) and not lines[tops[-1] - 1].strip()
    return ["", *block] if is_loose and lines[-1].strip() else block


def _change(text: str, lines: list[str], at: int, block: list[str]) -> Change:
    """Return what puts the `block` behind `at` of the `lines` of a text."""
    start = sum(len(line) + 1 for line in lines[:at])
    new = "".join(f"{line}\n" for line in block)
    if start > len(text):  # its last line has no end
        return len(text), len(text), f"\n{new}"
    return start, start, new
