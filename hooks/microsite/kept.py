"""What builds keep for those that follow, and when it is thrown away.

Several builds may run beside each other, with other content.
"""

import os
import shutil
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

STALE = 3600
"""Seconds after which nobody is still writing or reading what this build has no use for."""


def clean(folder: Path, used: Collection[str]) -> None:
    """Delete what is not `used`, unless another build may be using it just now."""
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        with suppress(FileNotFoundError):  # another build cleans, too
            if entry.name in used:
                os.utime(entry)
            elif entry.stat().st_mtime < time.time() - STALE:
                _delete(entry)


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
