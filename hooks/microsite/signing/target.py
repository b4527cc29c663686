"""What somebody means by the name of a story or an event."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from microsite.content.layout import MONTH, STORIES
from microsite.content.load import Reading
from microsite.content.masking import MaskedError
from microsite.content.nodes import Mapping as Node
from microsite.content.problems import Problem, did_you_mean

EVENTS = "data/events/"
MONTH_FILE = re.compile(rf"{EVENTS}{MONTH}\.yml")
ADDRESS = re.compile(r"(?:^|/)((?:stories/\d{4}|events)/[a-z0-9-]+)/?(?:index\.html)?(?:[?#].*)?$")
"""Of a page, with whatever stands before and behind it in a browser."""


@dataclass(frozen=True, slots=True)
class Target:
    """A story or an event that is there, whatever may be wrong with it."""

    path: str
    id: str
    is_event: bool

    def __str__(self) -> str:
        return f"{self.path}#{self.id}" if self.is_event else self.path


class TargetError(MaskedError):
    """A name says nothing, or too little; the message is for whoever typed it."""


class Targets:
    """Everything that can be signed, by all of its names."""

    def __init__(self, root: Path, reading: Reading) -> None:
        self._root = root
        self._events = {
            source.path: source.content
            for source in reading.sources
            if MONTH_FILE.fullmatch(source.path) and isinstance(source.content, Node)
        }
        self._names: defaultdict[str, list[Target]] = defaultdict(list)
        for target in self._all(reading):
            kind = "event" if target.is_event else "story"
            for name in (str(target), target.id, f"{kind}:{target.id}"):
                self._names[name].append(target)
        for url, target in _addresses(reading):
            self._names[url].append(target)

    def find(self, name: str) -> Target:
        """Return what `name` means: a file, a file and an id, an id, or an address.

        Raises:
            TargetError: If that is nothing, or not clear.
        """
        address = ADDRESS.search(name)
        path, _, id = name.partition("#")
        file = self._file(path)
        wanted = f"{address[1]}/" if address else f"{file}#{id}" if file and id else file or name
        found = self._names.get(wanted, [])
        if len(found) > 1:
            raise TargetError(f"“{name}”有几个意思，请写全：{'、'.join(map(str, found))}")
        if found:
            return found[0]
        if target := self._unreadable(file, id):
            return target
        near = did_you_mean(id, self._events[file].keys) if file in self._events else ""
        raise TargetError(f"找不到“{name}”{near or did_you_mean(name, self._names)}")

    def month(self, name: str) -> tuple[Target, ...]:
        """Return the events of a file, if `name` is one and readable."""
        file = self._file(name) or ""
        ids = self._events[file].keys if file in self._events else ()
        return tuple(Target(file, id, is_event=True) for id in ids)

    def problems(self, target: Target, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Return those of the `problems` that are about `target`."""
        start, end = self._span(target)
        for problem in problems:
            if problem.path == target.path and start <= (problem.line, problem.column) < end:
                yield problem

    def _span(self, target: Target) -> tuple[tuple[float, int], tuple[float, int]]:
        """Return where its record begins and the next one does: all of the file for a story."""
        everything = (0, 0), (float("inf"), 0)
        keys = self._events[target.path].keys if target.path in self._events else {}
        if target.id not in keys:
            return everything
        places = [(key.line, key.column) for key in keys.values()]
        number = [*keys].index(target.id)
        return places[number], (*places, everything[1])[number + 1]

    def _all(self, reading: Reading) -> Iterator[Target]:
        for source in reading.sources:
            if source.path.startswith(STORIES):
                yield Target(source.path, Path(source.path).stem, is_event=False)
        for path, content in self._events.items():
            for id in content.keys:
                yield Target(path, id, is_event=True)

    def _file(self, name: str) -> str | None:
        """Return the path below the project of a file that is named from there or from here."""
        root = self._root.resolve()
        for base in (root, Path()):
            try:
                file = (base / name.replace("\\", "/")).resolve()
                if file.is_relative_to(root) and file.is_file():
                    return file.relative_to(root).as_posix()
            except OSError:  # too long to be the name of a file
                return None
        return None

    def _unreadable(self, file: str | None, id: str) -> Target | None:
        """Return what is meant in a file of which nothing could be read."""
        if not file or file in self._events:
            return None
        is_event = bool(id) and bool(MONTH_FILE.fullmatch(file))
        is_story = file.startswith(STORIES) and not id
        return Target(file, id or Path(file).stem, is_event) if is_event or is_story else None


def _addresses(reading: Reading) -> Iterator[tuple[str, Target]]:
    for story in reading.stories:
        yield story.url, Target(story.origin.path, story.id, is_event=False)
    for event in reading.events:
        yield event.url, Target(event.origin.path, event.id, is_event=True)
