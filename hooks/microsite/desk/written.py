"""Everything that editors have written as a story or an event, sound or not."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

from microsite.content.layout import STORIES
from microsite.content.nodes import Mapping, Node, Scalar
from microsite.content.problems import Problem
from microsite.content.reader import Document, Source
from microsite.content.review import Item
from microsite.verdict import Verdict

EVENTS = "data/events/"
Kind = Literal["故事", "活动"]
Items: TypeAlias = Table[tuple[str, str], Item]


@dataclass(frozen=True, slots=True)
class Written:
    """A story, an event, or a file of such that cannot be read."""

    kind: Kind
    id: str
    title: str
    """Ready to be shown; its id or its file if there is none."""
    path: str
    line: int
    item: Item | None
    """The record, if it is sound in itself."""
    errors: tuple[Problem, ...]
    """On its own lines."""


def written(verdict: Verdict) -> Iterator[Written]:
    """Return every story and event, in the order of the files."""
    errors: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in verdict.errors:
        errors[problem.path].append(problem)
    reading = verdict.reading
    sound: tuple[Item, ...] = (*reading.stories, *reading.events)
    items = {(item.origin.path, item.id): item for item in sound}
    read = {source.path: source for source in reading.sources if _kind(source.path)}
    for path in sorted({*read, *filter(_kind, errors)}):
        if path not in read:
            yield _unreadable(path, errors[path])
        elif path.startswith(EVENTS):
            yield from _events(read[path], errors[path], items)
        else:
            yield _story(read[path], errors[path], items)


def shown(text: str) -> str:
    """Return words of content as they may be shown: every title, reason and note comes by here."""
    return " ".join(text.split())


def _kind(path: str) -> Kind | None:
    if path.startswith(EVENTS):
        return "活动"
    return "故事" if path.startswith(STORIES) else None


def _unreadable(path: str, errors: Sequence[Problem]) -> Written:
    kind: Kind = "活动" if path.startswith(EVENTS) else "故事"
    id = PurePosixPath(path).stem
    return Written(kind, id, shown(path), path, 1, None, tuple(errors))


def _story(source: Source, errors: Sequence[Problem], items: Items) -> Written:
    id = PurePosixPath(source.path).stem
    assert isinstance(source.content, Document)  # what lies in this folder is read as such
    front = source.content.front
    item = items.get((source.path, id))
    return Written("故事", id, _title(front, id), source.path, front.line, item, tuple(errors))


def _events(source: Source, errors: Sequence[Problem], items: Items) -> Iterator[Written]:
    """Return the events of a month; an error belongs to the event that begins before it."""
    assert isinstance(source.content, Mapping)  # what lies in this folder is read as such
    keys = sorted(source.content.keys.values(), key=lambda key: (key.line, key.column))
    starts = [(key.line, key.column) for key in keys]
    if not keys and errors:
        yield _unreadable(source.path, errors)
        return
    own: list[list[Problem]] = [[] for _ in keys]
    for error in errors:
        own[max(bisect_right(starts, (error.line, error.column)) - 1, 0)].append(error)
    for key, found in zip(keys, own, strict=True):
        id = key.value
        title = _title(source.content.values[id], id)
        item = items.get((source.path, id))
        yield Written("活动", id, title, source.path, key.line, item, tuple(found))


def _title(node: Node, id: str) -> str:
    title = node.values.get("title") if isinstance(node, Mapping) else None
    return shown(title.value if isinstance(title, Scalar) and not title.is_null else id)
