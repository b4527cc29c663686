"""Drafts to files: the whole of one or nothing, and nothing that was there before is lost."""

import os
from pathlib import Path

from microsite.drafts.draft import Draft, Entry
from microsite.drafts.insertion import Inserted, inserted
from microsite.rewriting import replace_file


def write(root: Path, draft: Draft) -> Inserted:
    """Write `draft` below `root`, and return what now stands there.

    Raises:
        NotInsertedError: If a table cannot take the entry.
        OSError: If the folder cannot be written, or a new file would replace another.
    """
    path = root / draft.path
    if isinstance(draft, Entry) and path.exists():
        new = inserted(path.read_bytes(), draft)
        replace_file(path, new.data)
        return new
    new = _begun(draft)
    path.parent.mkdir(parents=True, exist_ok=True)
    _create(path, new.data)
    return new


def _begun(draft: Draft) -> Inserted:
    if isinstance(draft, Entry):
        return inserted(f"{draft.first_line}\n".encode(), draft)
    text = "".join(f"{line}\n" for line in draft.lines)
    return Inserted(text.encode(), 1, len(draft.lines))


def _create(path: Path, data: bytes) -> None:
    """Write a new file in one step, so that it is never there half written."""
    if path.exists():
        raise FileExistsError(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
