"""What there is already: what an answer may name, and which ids are taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from microsite.content.layout import STORIES
from microsite.content.load import Reading
from microsite.content.model import Branch, Column, Event, Place, Series
from microsite.content.nodes import Mapping as Node
from microsite.content.nodes import Scalar
from microsite.content.problems import Problem
from microsite.content.reader import Source


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

    def objections_to(self, start: str) -> tuple[Problem, ...]:
        """Return what keeps the files whose paths begin so from being of use."""
        return tuple(sorted(one for one in self.problems if one.path.startswith(start)))


def known(root: Path, reading: Reading) -> Known:
    """Return what the project below `root`, read as `reading`, holds."""
    sources = {source.path: source for source in reading.sources}
    months = (path for path in sources if path.startswith("data/events/"))
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
            "series": _files(root, "data/series", "*.yml"),
            "event": {id: at for path in months for id, at in _entries(sources[path])},
            "place": dict(_entries(sources.get("data/places.yml"))),
            "branch": dict(_entries(sources.get("data/branches.yml"))),
        },
        reading.problems,
    )


def _files(root: Path, folder: str, pattern: str) -> dict[str, str]:
    files = sorted((root / folder).glob(pattern))
    return {file.stem: file.relative_to(root).as_posix() for file in files}


def _entries(source: Source | None) -> Iterator[tuple[str, str]]:
    if source and isinstance(source.content, Node):
        for id, key in source.content.keys.items():
            yield id, f"{source.path}:{key.line}"


def _titles(source: Source | None) -> Iterator[str]:
    if source and isinstance(source.content, Node):
        for node in source.content.values.values():
            if isinstance(node, Node) and isinstance(title := node.values.get("title"), Scalar):
                yield title.value
