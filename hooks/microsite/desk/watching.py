"""Telling a preview of what it cannot wait to be asked about: changed files, another day.

Systems do not tell of files on network drives, nor of those of Windows seen from Linux: there one
has to look from time to time, as MkDocs does.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

CHANGES: Final[list[type[FileSystemEvent]]] = [
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""Of files; systems tell as well of folders, and of files that are only read."""

EVERY: Final = 60
"""Seconds after which one looks at the calendar."""


class _Teller(FileSystemEventHandler):
    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell

    def on_any_event(self, _event: FileSystemEvent) -> None:
        self._tell()


def watch(paths: Iterable[Path], tell: Callable[[], None]) -> None:
    """Call `tell` whenever a file at or below one of the `paths` changes, as long as this runs."""
    observer = Observer()
    with suppress(OSError):  # so many files that the system watches no more
        for path in paths:
            observer.schedule(_Teller(tell), str(path), recursive=True, event_filter=CHANGES)
        observer.start()


def watch_days(today: Callable[[], date], tell: Callable[[], None], every: float = EVERY) -> None:
    """Call `tell` whenever another day has come; never returns."""
    day = today()
    while True:
        time.sleep(every)
        if (now := today()) != day:
            day = now
            tell()


def can_start(program: Path) -> bool:
    """Tell whether a Python file can be run, with all that it imports."""
    command = [sys.executable, str(program)]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own file
    return done.returncode == 0
