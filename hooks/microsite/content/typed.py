"""Every story and event as somebody typed it, sound or not."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from microsite.content.layout import EVENTS, STORIES
from microsite.content.nodes import Node
from microsite.content.problems import Problem
from microsite.content.reader import Document, Source


@dataclass(frozen=True, slots=True)
class Typed:
    """A story or an event that stands in a file."""

    path: str
    id: str
    is_event: bool
    line: int
    column: int
    record: Node = field(compare=False)
    """The front matter of a story; of an event whatever stands behind its id."""


def typed(source: Source) -> Iterator[Typed]:
    """Return the stories and events that a file holds, in its order."""
    path, content = source.path, source.content
    if isinstance(content, Document):
        if path.startswith(STORIES):
            front, id = content.front, PurePosixPath(path).stem
            yield Typed(path, id, is_event=False, line=front.line, column=1, record=front)
    elif path.startswith(EVENTS):
        for id, key in content.keys.items():
            record = content.values[id]
            yield Typed(path, id, is_event=True, line=key.line, column=key.column, record=record)


def shared_out(all: Sequence[Typed], problems: Iterable[Problem]) -> list[list[Problem]]:
    """Return the problems of a file by the item in it to which each belongs.

    That is the last one to begin before the problem, or else the first.
    """
    if not all:
        return []
    starts = [(one.line, one.column) for one in all]
    own: list[list[Problem]] = [[] for _ in all]
    for problem in problems:
        at = bisect_right(starts, (problem.line, problem.column))
        own[max(at - 1, 0)].append(problem)
    return own
