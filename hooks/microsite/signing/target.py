"""What somebody means by the name of a story or an event."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from microsite.content.layout import EVENTS, MONTH, STORIES
from microsite.content.load import Reading
from microsite.content.masking import MaskedError
from microsite.content.problems import Problem, did_you_mean
from microsite.content.typed import shared_out, typed

MONTH_FILE = re.compile(rf"{EVENTS}{MONTH}\.yml")
ADDRESS = re.compile(r"(?:^|/)((?:stories/\d{4}|events)/[a-z0-9-]+)/?(?:index\.html)?(?:[?#].*)?$")
"""Of a page, with whatever stands before and behind it in a browser."""

SHAPES: Final = (
    "，请写稿件的文件、活动的文件#编号、编号，或页面的网址；microsite report --all 列出全部"
)


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
        self._items = {source.path: [*typed(source)] for source in reading.sources}
        self._names: defaultdict[str, list[Target]] = defaultdict(list)
        for one in chain.from_iterable(self._items.values()):
            target = Target(one.path, one.id, one.is_event)
            kind = "event" if one.is_event else "story"
            for name in (str(target), one.id, f"{kind}:{one.id}"):
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
        if file and MONTH_FILE.fullmatch(file) and not self._items.get(file):
            raise TargetError(f"{file} 里没有读得出的活动，错在哪里请运行 microsite check {file}")
        near = did_you_mean(id, (one.id for one in self._items.get(file or "", ())))
        hint = near or did_you_mean(name, self._names) or SHAPES
        raise TargetError(f"找不到“{name}”{hint}")

    def month(self, name: str) -> tuple[Target, ...]:
        """Return the events of a file, if `name` is one and readable."""
        items = self._items.get(self._file(name) or "", ())
        return tuple(Target(one.path, one.id, is_event=True) for one in items if one.is_event)

    def problems(self, target: Target, problems: Iterable[Problem]) -> Sequence[Problem]:
        """Return those of the `problems` that are about `target`."""
        found = [problem for problem in problems if problem.path == target.path]
        items = self._items.get(target.path, [])
        own = zip(items, shared_out(items, found), strict=True)
        return next((some for one, some in own if one.id == target.id), found)

    def _file(self, name: str) -> str | None:
        """Return the path below the project of a file that is named from there or from here."""
        root = self._root.resolve()
        for base in (root, Path()):
            try:
                file = (base / name.replace("\\", "/")).resolve()
                if file.is_relative_to(root) and file.is_file():
                    return file.relative_to(root).as_posix()
            except (OSError, RuntimeError):  # too long to be a file's name, or links in a circle
                return None
        return None

    def _unreadable(self, file: str | None, id: str) -> Target | None:
        """Return what is meant in a file of which nothing could be read."""
        if not file or file in self._items:
            return None
        is_event = bool(id) and bool(MONTH_FILE.fullmatch(file))
        is_story = file.startswith(STORIES) and not id
        return Target(file, id or Path(file).stem, is_event) if is_event or is_story else None


def _addresses(reading: Reading) -> Iterator[tuple[str, Target]]:
    for story in reading.stories:
        yield story.url, Target(story.origin.path, story.id, is_event=False)
    for event in reading.events:
        yield event.url, Target(event.origin.path, event.id, is_event=True)
