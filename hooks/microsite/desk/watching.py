"""Telling of changed files at once.

Systems do not tell of files on network drives, nor of those of Windows seen from Linux: there one
has to look from time to time, as MkDocs does.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
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
"""Systems tell of files that are only read as well."""


class _Teller(FileSystemEventHandler):
    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self._tell()


def watch(paths: Iterable[Path], tell: Callable[[], None]) -> None:
    """Call `tell` whenever a file at or below one of the `paths` changes, as long as this runs."""
    observer = Observer()
    with suppress(OSError):  # so many files that the system watches no more
        for path in paths:
            observer.schedule(_Teller(tell), str(path), recursive=True, event_filter=CHANGES)
        observer.start()
