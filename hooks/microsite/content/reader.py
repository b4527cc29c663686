"""Bytes of a file to text, to front matter, to nodes; whatever is wrong with them is a problem."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from microsite.content.encodings import NAMES, UTF_8, encoding_of
from microsite.content.nodes import Mapping, Node, YamlError, compose
from microsite.content.problems import Problem
from microsite.content.syntax import misspelt_colon

MAX_BYTES = 4 * 1024 * 1024
MAX_LINE = 20_000
FENCE = "---"
FRONT_LINE = re.compile(r"[ \t]+\S|- |# |[\w-]+[:：]")
# Not allowed in XML 1.0, or taken for the end of a line by some programs and not by others.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file in two parts."""

    front: Mapping
    body: str
    body_line: int

    def find(self, source: str) -> tuple[int, int]:
        """Return line and column of the file at which `source` first stands in the body."""
        start = f"\n{self.body}".find(source) - (not source.startswith("\n"))
        before = self.body[: max(start, 0)]
        return self.body_line + before.count("\n"), len(before) - before.rfind("\n")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was typed, and what it was read as."""

    path: str
    text: str
    """With line endings all `LF`."""
    content: Mapping | Document


class Halves(NamedTuple):
    """A file before its YAML is read."""

    text: str
    """With line endings all `LF`."""
    yaml: str
    body: str
    """The Markdown behind the front matter, if there is any."""
    body_line: int


class ReadError(Exception):
    """A file cannot be used at all; holds every problem found before giving up."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def read_text(data: bytes, path: str) -> str:
    """Return the text of a file: UTF-8, with or without BOM, its line endings all `LF`.

    Raises:
        ReadError: If it is too large, not UTF-8, or holds invisible characters.
    """
    if len(data) > MAX_BYTES:
        raise ReadError(
            Problem(path, 1, 1, "file-large", f"文件超过 {MAX_BYTES >> 20} MB，请拆成几个文件")
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(_encoding_problem(data, path, error.start)) from error
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if problems := tuple(_line_problems(text, path)):
        raise ReadError(*problems)
    return text


def halve(path: str, data: bytes) -> Halves | tuple[Problem, ...]:
    """Return a file with its YAML unread, whatever its name says it is, or what is wrong."""
    try:
        text = read_text(data, path)
        return _halves(text, path) if path.endswith(".md") else Halves(text, text, "", 0)
    except ReadError as error:
        return error.problems


def read_source(path: str, halves: Halves) -> tuple[Source | None, tuple[Problem, ...]]:
    """Return a file as what it should be by its name, if it can be read, and what is wrong."""
    try:
        if path.endswith(".md"):
            document, problems = _document(halves, path)
            return Source(path, halves.text, document), tuple(problems)
        mapping, problems = read_mapping(halves.text, path)
    except ReadError as error:
        return None, error.problems
    return Source(path, halves.text, mapping), tuple(problems)


def read_mapping(text: str, path: str) -> tuple[Mapping, list[Problem]]:
    """Return the mapping that a YAML file holds, and what is wrong with its keys.

    Raises:
        ReadError: If there is no mapping to be had.
    """
    return _mapping(text, path, 1, "文件是空的，请写上内容，或删去这个文件")


def read_document(text: str, path: str) -> tuple[Document, list[Problem]]:
    """Return front matter and body of a Markdown file, and what is wrong with its keys.

    Raises:
        ReadError: If there is no front matter to be had.
    """
    return _document(_halves(text, path), path)


def _document(halves: Halves, path: str) -> tuple[Document, list[Problem]]:
    empty = "两行“---”之间是空的，请写上标题等信息"
    front, problems = _mapping(halves.yaml, path, 2, empty)
    return Document(front, halves.body, halves.body_line), problems


def _halves(text: str, path: str) -> Halves:
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        message = "第一行应是三个减号“---”，下面写标题等信息，再用一行“---”结束"
        raise ReadError(Problem(path, 1, 1, "front-missing", message))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        message = "开头的信息没有结束，请在正文之前另起一行写“---”"
        raise ReadError(Problem(path, _front_end(lines), 1, "front-open", message))
    return Halves(text, "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2)


def _front_end(lines: list[str]) -> int:
    """Return the number of the first line that looks like text, or else of the last."""
    is_text = (n for n, line in enumerate(lines[1:], 2) if not FRONT_LINE.match(line))
    return next(is_text, len(lines))


def _mapping(
    text: str, path: str, first_line: int, when_empty: str
) -> tuple[Mapping, list[Problem]]:
    try:
        node, problems = compose(text, path, first_line)
    except YamlError as error:
        raise ReadError(error.problem) from error
    if node is None:
        raise ReadError(Problem(path, first_line, 1, "file-empty", when_empty))
    if not isinstance(node, Mapping):
        raise ReadError(*problems, _not_a_mapping(node, path, text.split("\n"), first_line))
    return node, problems


def _not_a_mapping(node: Node, path: str, lines: list[str], first_line: int) -> Problem:
    number = min(node.line - first_line, len(lines) - 1)  # an empty text stands past the end
    if hint := misspelt_colon(lines[number]):
        return Problem(path, node.line, node.column, "yaml-colon", hint)
    message = "这里应当是一行行“名称: 内容”，不是列表，也不是一段文字"
    return Problem(path, number + first_line, node.column, "type-mapping", message)


def _encoding_problem(data: bytes, path: str, at: int) -> Problem:
    codec = encoding_of(data)
    line = data.count(b"\n", 0, at) + 1
    before = data[data.rfind(b"\n", 0, at) + 1 : at].decode(codec or UTF_8, "replace")
    message = "文件不是 UTF-8 文字，可能已损坏，或不是文本文件"
    if codec:
        message = (
            f"文件是 {NAMES[codec]}，应是 UTF-8：用记事本打开，选“另存为”，编码选 UTF-8，保存"
        )
    return Problem(path, line, len(before) + 1, "file-encoding", message)


def _line_problems(text: str, path: str) -> Iterator[Problem]:
    lines = text.split("\n")
    if max(map(len, lines)) <= MAX_LINE and not UNPRINTABLE.search(text):
        return  # as nearly always
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            message = f"这一行有 {len(line)} 个字符，最多 {MAX_LINE} 个，请分段"
            yield Problem(path, number, MAX_LINE + 1, "line-long", message)
        if match := UNPRINTABLE.search(line):
            name = f"U+{ord(match.group()):04X}"
            message = f"这里有一个看不见的字符（{name}），多半是粘贴带来的，请删去"
            yield Problem(path, number, match.start() + 1, "char-invisible", message)
