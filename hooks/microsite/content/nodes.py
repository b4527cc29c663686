"""YAML text to nodes that keep their place and their letters.

Every scalar stays the string that was typed: `9:30`, `0123` and `no` mean what they look like;
what a value means is up to the model. Aliases, tags and keys that are not plain text are refused:
editors do not need them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import yaml

from microsite.content.problems import Problem
from microsite.content.syntax import explain, misspelt_colon

MAX_DEPTH = 12
NO_COMMENT = re.compile(r"[ \t]+#[^\s#]")
"""A number sign in a text; editors' comments have a space behind theirs."""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """A single value, as it was typed; a tuple, for nothing else is made as often."""

    line: int
    column: int
    value: str
    is_plain: bool
    length: int = 0
    """Of what was typed, quotation marks included, in characters."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    line: int
    column: int
    items: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their nodes, in the order of the file, each key once."""

    line: int
    column: int
    keys: dict[str, Scalar]
    values: "dict[str, Node]"


Node: TypeAlias = Scalar | Sequence | Mapping
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


class YamlError(Exception):
    """The text cannot be read as YAML; holds the one problem that stopped the reader."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def compose(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Return the one document of `text`, `None` if there is none, and what is wrong with its keys.

    Args:
        text: YAML without control characters.
        path: Named in problems.
        first_line: The line of the file on which `text` begins.

    Raises:
        YamlError: If the text is not YAML, or uses a part of YAML that is refused.
    """
    composer = _Composer(text, path, first_line)
    try:
        return composer.document(), composer.problems
    except yaml.MarkedYAMLError as error:
        slip = explain(text, error)
        at = (slip.line + first_line, slip.column + 1)
        raise YamlError(Problem(path, *at, slip.code, slip.message)) from error


def plain(node: Node) -> Plain:
    """Return `node` as strings, lists and dicts, without keys that have nothing behind them."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items() if not is_null(value)}


def is_null(node: Node) -> bool:
    """Tell whether nothing was typed where `node` stands; a quoted empty text is still a text."""
    return isinstance(node, Scalar) and node.is_plain and node.value in NULLS


def locate(node: Node, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column of the deepest part of `path` that exists below `node`."""
    at = (node.line, node.column)
    for part in path:
        if isinstance(node, Mapping) and part in node.values:
            key, node = node.keys[str(part)], node.values[str(part)]
            at = (key.line, key.column) if is_null(node) else (node.line, node.column)
        elif isinstance(node, Sequence):
            node = node.items[int(part)]
            at = (node.line, node.column)
    return at


def typed_length(node: Node, path: tuple[str | int, ...]) -> int:
    """Return how many characters the value at `path` takes, which must be there and single."""
    for part in path:
        if isinstance(node, Sequence):
            node = node.items[int(part)]
            continue
        assert isinstance(node, Mapping)  # a single value has no parts
        node = node.values[str(part)]
    assert isinstance(node, Scalar)
    return node.length


def locate_key(node: Node, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column of the key that ends `path`, which must be there."""
    for part in path:
        if isinstance(node, Sequence):
            node = node.items[int(part)]
            continue
        assert isinstance(node, Mapping)  # a single value has no keys
        key, node = node.keys[str(part)], node.values[str(part)]
    return key.line, key.column


class _Composer:
    """Builds nodes from the parser's events, depth bounded."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.offset = first_line
        self.problems: list[Problem] = []
        self.events: Iterator[yaml.Event] = iter(yaml.CSafeLoader(text).get_event, None)
        self.has_comments = "#" in text

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self._refusal(
                        event, "yaml-documents", "一个文件只能有一段，删去多余的“---”"
                    )
                root = self._node(next(self.events), 1)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if (
            depth > MAX_DEPTH
            or not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent))
            or event.anchor
            or event.tag
        ):
            raise self._exotic(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(*self._at(event), tuple(self._items(depth)))
        node = Mapping(*self._at(event), {}, {})
        self._fill(node, depth)
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = event.start_mark, event.end_mark
        assert start is not None  # the parser marks every event
        assert end is not None
        line = start.line + self.offset
        if not event.style and (self.has_comments or start.line != end.line):
            self._notice_swallowed_text(event, line)
        length = end.index - start.index
        return Scalar(line, start.column + 1, event.value, not event.style, length)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _fill(self, mapping: Mapping, depth: int) -> None:
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar) or not key.value:
                raise self._refusal(
                    event, "yaml-key", "冒号前面要有一个普通的名称，例如“title: 标题”"
                )
            if first := mapping.keys.get(key.value):
                message = f"“{key.value}”写了两次，第 {first.line} 行已经有了，请只留一个"
                self._report(key, "key-repeated", message)
            else:
                mapping.keys[key.value] = key
                mapping.values[key.value] = value
                if is_null(value):
                    hint = misspelt_colon(key.value)
                    message = hint or f"“{key.value}”后面没有内容，请填写，或删去这一行"
                    self._report(key, "yaml-colon" if hint else "value-empty", message)

    def _notice_swallowed_text(self, event: yaml.ScalarEvent, line: int) -> None:
        """Report what YAML takes for a comment or for more of a value, and the editor does not."""
        start, end = event.start_mark, event.end_mark
        assert start is not None  # the parser marks every event
        assert end is not None
        if match := NO_COMMENT.match(self.text, end.index):
            message = (
                "空格加“#”后面的文字会被当作注释丢掉：是正文就给整段加引号，是注释就在“#”后加空格"
            )
            column = end.column + len(match.group()) - 1
            self.problems.append(
                Problem(self.path, end.line + self.offset, column, "yaml-comment", message)
            )
        later_lines = self.text[start.index : end.index].split("\n")[1:]
        for number, text in enumerate(later_lines, line + 1):
            if hint := misspelt_colon(text):
                column = len(text) - len(text.lstrip()) + 1
                self.problems.append(Problem(self.path, number, column, "yaml-colon", hint))

    def _exotic(self, event: yaml.Event, depth: int) -> YamlError:
        """Return what is said of a part of YAML that is refused."""
        if depth > MAX_DEPTH:
            return self._refusal(event, "yaml-depth", f"括号或缩进套得太深，最多 {MAX_DEPTH} 层")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "不能用“&”“*”开头的引用，请把内容照抄一遍；若是普通文字，请用引号括起来"
            return self._refusal(event, "yaml-alias", message)
        message = "不能用“!”开头的类型标记，请删去；若是普通文字，请用引号括起来"
        return self._refusal(event, "yaml-tag", message)

    def _refusal(self, event: yaml.Event, code: str, message: str) -> YamlError:
        return YamlError(Problem(self.path, *self._at(event), code, message))

    def _at(self, event: yaml.Event) -> tuple[int, int]:
        """Return the place of `event` in the file."""
        mark = event.start_mark
        assert mark is not None  # the parser marks every event
        return mark.line + self.offset, mark.column + 1

    def _report(self, node: Scalar, code: str, message: str) -> None:
        self.problems.append(Problem(self.path, node.line, node.column, code, message))
