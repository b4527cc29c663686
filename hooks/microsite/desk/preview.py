"""Attempts at a site, one after each change of a file, of which the last good one is shown."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Event

from microsite.desk.sight import Findings, Sight, findings
from microsite.verdict import Verdict

CODE = Path(__file__).parents[2]
HOPELESS = "网站没有生成：程序本身出错了，不是内容的问题。请把终端里的文字发给维护网站的人"
KEPT = 2
"""Sites: the one that is shown, and the one that was."""


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
        self._code = code
        self._loaded = _newest(code)
        self._numbers = count()
        self._room: Path | None = None
        self._kept: list[Path] = []
        self._findings = Findings()

    def room(self, folder: Path) -> Path:
        """Return a place below `folder` for the site of this attempt."""
        self._room = room = folder / str(next(self._numbers))
        return room

    def judge(self, root: Path, verdict: Verdict) -> None:
        """Take note of what is wrong with the project below `root`."""
        found = findings(root, verdict)
        self._findings = replace(found, shown=found.shown or self._findings.shown)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Show the site that is made inside, or else what went wrong and the site before.

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
            has_new_code = _newest(self._code) > self._loaded
            self.sight = Sight(site, self._findings, failure, has_new_code)
            self.is_ready.set()

    def _finished(self) -> Mapping[str, Path]:
        """Return the files of this attempt's site; of the one before, some may be on their way."""
        assert self._room  # an attempt that succeeds has made a site
        self._kept.append(self._room)
        while len(self._kept) > KEPT:
            shutil.rmtree(self._kept.pop(0), ignore_errors=True)
        return _files(self._room)


def _files(room: Path) -> Mapping[str, Path]:
    """Return every file of a site by its address: no other address leads to any."""
    files = (file for file in room.rglob("*") if file.is_file())
    return {file.relative_to(room).as_posix(): file for file in files}


def _newest(code: Path) -> float:
    """Return when a part of the program was last changed."""
    return max((file.stat().st_mtime for file in code.rglob("*.py")), default=0)
