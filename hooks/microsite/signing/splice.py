"""Where and how something is put into YAML text, in the style of what stands there.

A round-trip library keeps comments, but not every indentation, trailing space or broken line of a
hand-written file. So the text itself is edited, at the places that the parser gives.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from microsite.signing.emission import Entries, braces, pairs

INDENT = 2
REST_OF_LINE = re.compile(r"[ \t]*(?P<comma>,?)[ \t]*(?:#.*)?$", re.MULTILINE)
"""Behind an item that has a line of its own."""


class Edit(NamedTuple):
    """What is put in the place of a part of a text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Append:
    """A new last item of the list at `path`, which need not be there yet."""

    path: tuple[str, ...]
    entries: Entries


@dataclass(frozen=True, slots=True)
class Put:
    """Entries of the mapping at `path`, which need not be there yet."""

    path: tuple[str, ...]
    entries: Entries


def edits(text: str, change: Append | Put) -> list[Edit]:
    """Return what makes `change` in YAML whose root is a mapping."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)  # whoever asks has read it
    mapping, missing = _deepest(root, change.path)
    if isinstance(change, Put):
        return _put(text, mapping, missing, change.entries)
    found = _value(mapping, missing[0])
    if isinstance(found, yaml.SequenceNode):
        return _append(text, found, change.entries)
    if mapping.flow_style:
        return _add(text, mapping, [f"{missing[0]}: [{braces(change.entries)}]"])
    offset, has_braces = _habit(root, missing[0])
    lines = _item(change.entries, INDENT, has_braces=has_braces)
    return _add(text, mapping, [f"{missing[0]}:", *(" " * offset + line for line in lines)])


def _deepest(
    node: yaml.MappingNode, path: Sequence[str]
) -> tuple[yaml.MappingNode, Sequence[str]]:
    """Return the last mapping on the way to the end of `path`, and the rest of the way."""
    for number, key in enumerate(path):
        below = _value(node, key)
        if not isinstance(below, yaml.MappingNode):
            return node, path[number:]
        node = below
    return node, ()


def _value(mapping: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in mapping.value if name.value == key), None)


def _put(
    text: str, mapping: yaml.MappingNode, missing: Sequence[str], entries: Entries
) -> list[Edit]:
    if not missing:
        return [*_replaced(text, mapping, entries)]
    last = _value(mapping, missing[0])
    if isinstance(last, yaml.ScalarNode):  # nothing is behind the key yet
        at = last.start_mark.index
        space = " " if text[at - 1] == ":" else ""
        return [Edit(at, last.end_mark.index, space + braces(entries))]
    value = braces(entries)
    for key in reversed(missing[1:]):
        value = f"{{{key}: {value}}}"
    return _add(text, mapping, [f"{missing[0]}: {value}"])


def _replaced(text: str, mapping: yaml.MappingNode, entries: Entries) -> Iterator[Edit]:
    """Give the keys that are there other values, and add the others."""
    new = []
    for pair, (key, wanted) in zip(pairs(entries), entries.items(), strict=True):
        value = _value(mapping, key)
        if value is None:
            new.append(pair)
        elif value.value != str(wanted):
            end = _end(text, value)
            start = min(value.start_mark.index, end)  # nothing is marked behind its space
            space = "" if text[start - 1] == " " else " "
            yield Edit(start, end, space + pair.removeprefix(f"{key}:").lstrip())
    if new and mapping.flow_style:
        yield from _add(text, mapping, [", ".join(new)])
    elif new:
        yield from _add(text, mapping, new)


def _add(text: str, mapping: yaml.MappingNode, lines: Sequence[str]) -> list[Edit]:
    """Put a new entry behind the last one."""
    (key, _), (_, value) = mapping.value[0], mapping.value[-1]
    if not mapping.flow_style:
        indent = " " * key.start_mark.column
        return [_below(text, _end(text, value), [indent + line for line in lines])]
    last, _ = mapping.value[-1]
    return _behind(text, last.start_mark.index, _end(text, value), lines[0])


def _append(text: str, items: yaml.SequenceNode, entries: Entries) -> list[Edit]:
    if not items.value:
        at = items.start_mark.index + 1
        return [Edit(at, at, braces(entries))]
    last = items.value[-1]
    if items.flow_style:
        return _behind(text, last.start_mark.index, _end(text, last), braces(entries))
    dash = items.start_mark.column
    gap = max(last.start_mark.column - dash, INDENT)  # it may begin on a line of its own
    lines = _item(entries, gap, has_braces=bool(last.flow_style))
    return [_below(text, _end(text, last), [" " * dash + line for line in lines])]


def _item(entries: Entries, gap: int, *, has_braces: bool) -> list[str]:
    """Return the lines of an item that begins `gap` characters behind its dash."""
    first, *others = [braces(entries)] if has_braces else pairs(entries)
    space = " " * (gap - 1)
    return [f"-{space}{first}", *(f" {space}{line}" for line in others)]


def _below(text: str, end: int, lines: Sequence[str]) -> Edit:
    """Put `lines` below the one in which something ends."""
    at = _line_end(text, end)
    return Edit(at, at, "".join(f"\n{line}" for line in lines))


def _behind(text: str, start: int, end: int, new: str) -> list[Edit]:
    """Put `new` behind what lies between `start` and `end` in brackets or braces."""
    indent = text[text.rfind("\n", 0, start) + 1 : start]
    if indent.strip():
        return [Edit(end, end, f", {new}")]
    rest = REST_OF_LINE.match(text, end)
    if not rest:
        return [Edit(end, end, f",\n{indent}{new}")]
    comma = [] if rest["comma"] else [Edit(end, end, ",")]
    at = rest.end()
    return [*comma, Edit(at, at, f"\n{indent}{new}{rest['comma']}")]


def _end(text: str, node: yaml.Node) -> int:
    """Return where the letters of `node` end; the parser's marks run on to what comes next."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return _end(text, node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return _end(text, node.value[-1])
    return len(text[: node.end_mark.index].rstrip())


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _habit(root: yaml.MappingNode, key: str) -> tuple[int, bool]:
    """Return how far other records of the file indent such a list, and whether it has braces."""
    records = (record for _, record in root.value if isinstance(record, yaml.MappingNode))
    for record in records:
        for name, found in record.value:
            is_list = isinstance(found, yaml.SequenceNode) and not found.flow_style
            if name.value == key and is_list:
                offset = found.start_mark.column - name.start_mark.column
                return offset, bool(found.value[-1].flow_style)
    return INDENT, True
