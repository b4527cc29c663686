"""Drafts to files: the whole of one or nothing, and nothing that was there before is lost."""

import os
import shutil
from pathlib import Path

from microsite.drafts.draft import Draft, Entry
from microsite.drafts.insertion import Inserted, inserted


def write(root: Path, draft: Draft) -> Inserted:
    """Write `draft` below `root`, and return what now stands there.

    Raises:
        NotInsertedError: If a table cannot take the entry.
        OSError: If the folder cannot be written, or a new file would replace another.
    """
    path = (root / draft.path).resolve()
    new = _content(path, draft)
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, new.text.encode())
    return new


def _content(path: Path, draft: Draft) -> Inserted:
    if isinstance(draft, Entry):
        opening = f"{draft.first_line}\n".encode()
        return inserted(path.read_bytes() if path.exists() else opening, draft)
    if path.exists():
        raise FileExistsError(draft.path)
    return Inserted("".join(f"{line}\n" for line in draft.lines), 1, len(draft.lines))


def _replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file in one step, so that none is ever half written."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
