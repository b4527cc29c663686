"""Attempts at a site, one after each change of a file, of which the last good one is shown.

An attempt plans the site and makes none of its pages: each is made when a browser asks for it. So
what a change costs does not depend on how many pages it changes, and none can be out of date.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TypeAlias

from microsite.content.problems import Problem
from microsite.desk.sight import Findings, Make, Sight, findings
from microsite.verdict import Recollection, Verdict

CODE = Path(__file__).parents[2]
HOPELESS = "网站没有生成：程序本身出错了，不是内容的问题。请把终端里的文字发给维护网站的人"
KEPT = 2
"""Sites: the one that is shown, and the one that was."""
Later: TypeAlias = Callable[[], Mapping[str, Make]]
Stamp: TypeAlias = Mapping[str, tuple[int, int]]
"""When each file was last changed, in nanoseconds, and its size."""


class AttemptError(Exception):
    """There is no site this time; the message says why, for the editor."""


class Preview:
    """What one run of the preview shows; it holds whatever changes while it runs."""

    def __init__(self, code: Path = CODE) -> None:
        self.sight = Sight()
        self.is_ready = Event()
        """Set once there is something to show."""
        self.is_served = False
        """Whether a failure can be shown in the browser already."""
        self.known = Recollection()
        """What came of the attempts before."""
        self.proved: Stamp = {}
        """The templates and their like of which pages have been made."""
        self._code = code
        self._loaded = _code(code)
        self._numbers = count()
        self._room: Path | None = None
        self._kept: list[Path] = []
        self._findings = Findings()
        self._offered: Mapping[str, Make] = {}
        self._later: Later = dict
        self._slow: Mapping[str, Make] = {}
        self._is_busy = Lock()
        self._is_changing = Lock()
        self._seen: tuple[date, Stamp] | None = None
        self._told: frozenset[Problem] = frozenset()

    @property
    def has_new_code(self) -> bool:
        """Whether the program was changed since it was started."""
        return _code(self._code) != self._loaded

    def has_news(self, paths: Sequence[Path], today: date) -> bool:
        """Tell whether, since this was asked, another day has come, or a file was changed.

        Args:
            paths: Of files, and of folders with all below them.
            today: Pages depend on it.
        """
        before, self._seen = self._seen, (today, stamp(paths))
        return self._seen != before

    def room(self, folder: Path) -> Path:
        """Return a place below `folder` for the files of this attempt that are no pages."""
        self._room = room = folder / str(next(self._numbers))
        return room

    def judge(self, root: Path, verdict: Verdict) -> None:
        """Take note of what is wrong with the project below `root`."""
        found = findings(root, verdict)
        self._findings = replace(found, shown=found.shown or self._findings.shown)

    def untold(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Return those of all problems that there were not when this was asked before."""
        told, self._told = self._told, frozenset(problems)
        return [problem for problem in problems if problem not in told]

    def offer(self, files: Mapping[str, Make], later: Later = dict) -> None:
        """Take what makes the files of this attempt's site, by address.

        Args:
            files: What is ready to be made at any time, by several threads.
            later: Returns the rest; it takes long, and is called while the site is shown already.
        """
        self._offered = files
        self._later = later

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Show the site that is offered inside, or else what went wrong and the site before.

        An `AttemptError` goes no further; any other exception is a mistake of the program.
        """
        failure = HOPELESS
        site = self.sight.site
        try:
            yield
            failure, site = "", self._finished()
        except AttemptError as error:
            failure = str(error)
        finally:
            if failure and self._room:
                shutil.rmtree(self._room, ignore_errors=True)
            self._room = None
            with self._is_changing:
                self.sight = sight = Sight(site, self._findings, failure, self.has_new_code)
            self.is_ready.set()
            if not failure:
                todo = (sight.id, self._later)
                Thread(None, self._complete, f"preview-{sight.id}", todo, daemon=True).start()

    def _finished(self) -> Mapping[str, Make]:
        """Return the files of this attempt's site; of the one before, some may be on their way."""
        assert self._room  # an attempt that succeeds has made a site
        self._kept.append(self._room)
        while len(self._kept) > KEPT:
            shutil.rmtree(self._kept.pop(0), ignore_errors=True)
        return {**self._slow, **_files(self._room), **self._offered}

    def _complete(self, id: str, later: Later) -> None:
        """Add to the site what takes long, unless it is not shown any more."""
        with self._is_busy:
            if self.sight.id != id:
                return
            self._slow = slow = later()
            with self._is_changing:
                if self.sight.id == id:
                    self.sight = replace(self.sight, site={**self.sight.site, **slow})


def _files(room: Path) -> Mapping[str, Make]:
    """Return what reads every file of a folder, by its path below it."""
    files = (file for file in room.rglob("*") if file.is_file())
    return {file.relative_to(room).as_posix(): file.read_bytes for file in files}


def _code(folder: Path) -> Stamp:
    """Return the stamps of the program's parts."""
    return {path: one for path, one in stamp([folder]).items() if path.endswith(".py")}


def stamp(paths: Sequence[Path]) -> Stamp:
    """Return how the files at and below some `paths` are now, but for what no editor writes."""
    return dict(found for path in paths for found in _stamps(os.fspath(path)))


def _stamps(path: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                if not entry.name.startswith((".", "__pycache__")):
                    yield from _stamps(entry.path)
    except NotADirectoryError:
        with suppress(OSError):  # gone since
            state = os.stat(path)  # noqa: PTH116 - there are thousands
            yield path, (state.st_mtime_ns, state.st_size)
    except OSError:
        return
