"""That a file says the same as before, but for what was to be written."""

from collections.abc import Mapping, Sequence
from datetime import date

from microsite.content.nodes import Plain, plain
from microsite.content.problems import Problem
from microsite.content.reader import (
    Document,
    ReadError,
    Source,
    read_document,
    read_mapping,
    read_text,
)
from microsite.rewriting import spliced
from microsite.signing.emission import pairs
from microsite.signing.signature import RefusalError
from microsite.signing.splice import Append, Edit, Put, edits


def written(data: bytes, path: str, change: Append | Put) -> tuple[bytes, Source]:
    """Return the bytes of a file with `change`, and the file as it is read then.

    Raises:
        ReadError: If it cannot be read even before.
        RefusalError: If anything else would change.
    """
    source, problems = read(data, path)
    text, start = _yaml(source)
    moved = [Edit(a + start, b + start, new) for a, b, new in edits(text, change)]
    new_data = spliced(data, moved)
    try:
        new, new_problems = read(new_data, path)
    except ReadError as error:
        raise RefusalError(_by_hand(change)) from error
    is_clean = {p.code for p in new_problems} <= {p.code for p in problems}
    if not is_clean or _content(new) != _changed(source, change):
        raise RefusalError(_by_hand(change))
    return new_data, new


def read(data: bytes, path: str) -> tuple[Source, list[Problem]]:
    """Return what a file holds, and what is wrong with its keys.

    Raises:
        ReadError: If it cannot be used.
    """
    text = read_text(data, path)
    if path.endswith(".md"):
        document, problems = read_document(text, path)
        return Source(path, text, document), problems
    mapping, problems = read_mapping(text, path)
    return Source(path, text, mapping), problems


def _yaml(source: Source) -> tuple[str, int]:
    """Return the YAML of a file, and where it begins."""
    if not isinstance(source.content, Document):
        return source.text, 0
    lines = source.text.split("\n")
    last = source.content.body_line - 2
    return "\n".join(lines[1:last]), len(lines[0]) + 1


def _content(source: Source) -> tuple[Plain, str]:
    content = source.content
    if isinstance(content, Document):
        return plain(content.front), content.body
    return plain(content), ""


def _changed(source: Source, change: Append | Put) -> tuple[Plain, str]:
    tree, body = _content(source)
    return _applied(tree, change.path, change), body


def _applied(tree: Plain, path: Sequence[str], change: Append | Put) -> Plain:
    said: dict[str, Plain] = {key: _said(value) for key, value in change.entries.items()}
    below = tree if isinstance(tree, dict) else {}
    if path:
        return {**below, path[0]: _applied(below.get(path[0], ""), path[1:], change)}
    if isinstance(change, Put):
        return {**below, **said}
    return [*(tree if isinstance(tree, list) else ()), said]


def _said(value: str | date | Mapping[str, str]) -> Plain:
    return dict(value) if isinstance(value, Mapping) else str(value)


def _by_hand(change: Append | Put) -> str:
    where = "、".join(change.path)
    said = "，".join(pairs(change.entries))
    return f"这个文件的写法特别，自动写会动到别处，所以没有写。请在 {where} 里照着写：{said}"
