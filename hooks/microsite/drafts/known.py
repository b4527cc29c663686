"""What there is already: what an answer may name, and which ids are taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from microsite.content.layout import EVENTS, SERIES, STORIES
from microsite.content.load import Reading
from microsite.content.model import Branch, Column, Event, Place, Series
from microsite.content.nodes import Mapping as Node
from microsite.content.nodes import Node as AnyNode
from microsite.content.nodes import Scalar
from microsite.content.problems import Problem
from microsite.content.reader import Source

FILES: Final[Mapping[str, str]] = {
    "column": "data/columns.yml",
    "series": f"{SERIES}{{id}}.yml",
    "event": f"{EVENTS}{{month}}.yml",
    "place": "data/places.yml",
    "branch": "data/branches.yml",
    "tag": "data/tags.yml",
}
"""Where things of each kind are written."""
BEGUN: Final = frozenset({"file-missing", "file-empty"})
"""Codes of what is wrong with a table that only lacks a first entry."""


@dataclass(frozen=True)
class Known:
    """The content of a project as far as it can be read, whatever is wrong with the rest."""

    columns: Mapping[str, Column]
    series: Mapping[str, Series]
    places: Mapping[str, Place]
    branches: Mapping[str, Branch]
    events: tuple[Event, ...]
    tags: tuple[str, ...]
    """By title, as stories name them."""
    bureau: str | None
    """The short name of whoever speaks on the site."""
    taken: Mapping[str, Mapping[str, str]]
    """Where each id stands, by the kind of what it is the id of."""
    problems: tuple[Problem, ...]
    sources: Mapping[str, Source]
    """The files that could be read, by their paths."""

    def objections_to(self, start: str) -> tuple[Problem, ...]:
        """Return what keeps the files whose paths begin so from being of use."""
        return tuple(sorted(one for one in self.problems if one.path.startswith(start)))

    def objection_to(self, path: str) -> Problem | None:
        """Return why a file could not be read, if it is there."""
        found = (one for one in self.objections_to(path) if one.path == path)
        return next(found, None) if path not in self.sources else None

    def obstacle_to(self, path: str) -> Problem | None:
        """Return why nothing can be written into a table; one without any entry is begun."""
        problem = self.objection_to(path)
        return None if problem and problem.code in BEGUN else problem

    def unread(self, kind: str) -> Problem | None:
        """Return why the table of all that is of one `kind` could not be read, if so."""
        return self.objection_to(FILES[kind])

    def lost(self, kind: str, name: str) -> Problem | None:
        """Return what keeps something from being of use that may have this id or title."""
        month = f"{name[:4]}-{name[4:6]}"  # an event's id begins with its day
        if problem := self.objection_to(FILES[kind].format(id=name, month=month)):
            return problem
        start, *_ = FILES[kind].partition("{")
        files = (source for path, source in self.sources.items() if path.startswith(start))
        records = (one for file in files for one in _records(file))
        path, line = next((at for id, node, at in records if name in {id, _title(node)}), ("", 0))
        found = (one for one in self.objections_to(path) if one.path == path and one.line >= line)
        return next(found, None)


def known(root: Path, reading: Reading) -> Known:
    """Return what the project below `root`, read as `reading`, holds."""
    sources = {source.path: source for source in reading.sources}
    months = (path for path in sources if path.startswith(EVENTS))
    return Known(
        reading.columns,
        reading.series,
        reading.places,
        reading.branches,
        reading.events,
        tuple(_titles(sources.get("data/tags.yml"))),
        reading.bureau.short_name if reading.bureau else None,
        {
            "story": _files(root, STORIES, "**/*.md"),
            "series": _files(root, SERIES, "*.yml"),
            "event": {id: at for path in months for id, at in _entries(sources[path])},
            "place": dict(_entries(sources.get("data/places.yml"))),
            "branch": dict(_entries(sources.get("data/branches.yml"))),
        },
        reading.problems,
        sources,
    )


def _files(root: Path, folder: str, pattern: str) -> dict[str, str]:
    files = sorted((root / folder).glob(pattern))
    return {file.stem: file.relative_to(root).as_posix() for file in files}


def _records(source: Source) -> Iterator[tuple[str, AnyNode, tuple[str, int]]]:
    """Give id, record and place of what a file holds; a series is a file of its own."""
    path, content = source.path, source.content
    assert isinstance(content, Node)  # as everything in `data/`
    if path.startswith(SERIES):
        yield Path(path).stem, content, (path, 1)
        return
    for id, key in content.keys.items():
        yield id, content.values[id], (path, key.line)


def _entries(source: Source | None) -> Iterator[tuple[str, str]]:
    if source and isinstance(source.content, Node):
        for id, key in source.content.keys.items():
            yield id, f"{source.path}:{key.line}"


def _titles(source: Source | None) -> Iterator[str]:
    if source and isinstance(source.content, Node):
        for node in source.content.values.values():
            if title := _title(node):
                yield title


def _title(node: AnyNode) -> str:
    title = node.values.get("title") if isinstance(node, Node) else None
    return title.value if isinstance(title, Scalar) else ""
