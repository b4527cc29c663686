"""Files changed in place: at once, and in nothing but what is meant."""

import os
import re
import tempfile
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from microsite.content.problems import Fix

Change: TypeAlias = tuple[int, int, str] | Fix
"""From where to where in the text as it was read, and what to put there."""
BOM = "\ufeff"
ENDING = re.compile("\r\n|\r|\n")


def spliced(data: bytes, changes: Iterable[Change]) -> bytes:
    """Return the file `data` with the `changes` made and all else as it was.

    New lines end as the line does to which they are added.

    Args:
        data: A file that the reader has read.
        changes: None overlaps another; those of one place keep their order.
    """
    typed = data.decode()
    text = typed.removeprefix(BOM)
    wide = [found.start() - number for number, found in enumerate(re.finditer("\r\n", text))]
    pieces, at = [typed[: len(typed) - len(text)]], 0
    for first, last, new, *_ in sorted(changes, key=lambda change: change[:2]):
        start, end = (offset + bisect_left(wide, offset) for offset in (first, last))
        pieces += text[at:start], new.replace("\n", _ending(text, start))
        at = end
    return "".join((*pieces, text[at:])).encode()


def replace_file(file: Path, data: bytes) -> None:
    """Put `data` into the place of a file at once; its mode stays, and so does a link to it.

    Raises:
        OSError: If that cannot be; then the file is as it was.
    """
    target = file.resolve()
    with target.open("r+b") as old:  # replacing a file would not ask whether it may be changed
        mode = os.fstat(old.fileno()).st_mode
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        unfinished.chmod(mode & 0o7777)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _ending(text: str, at: int) -> str:
    found = ENDING.search(text, at) or ENDING.search(text)
    return found[0] if found else "\n"
