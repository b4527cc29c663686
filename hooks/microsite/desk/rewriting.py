"""Files changed in place: at once, and in nothing but what is meant."""

import os
import re
import tempfile
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path

from microsite.content.problems import Fix

BOM = "\ufeff"
ENDING = re.compile("\r\n|\r|\n")


def spliced(data: bytes, fixes: Iterable[Fix]) -> bytes:
    """Return the file `data` with the `fixes` made and all else, line endings too, as it was.

    Args:
        data: A file that the reader has read.
        fixes: In order, none touching another.
    """
    typed = data.decode()
    text = typed.removeprefix(BOM)
    first = ENDING.search(text)
    wide = [found.start() - number for number, found in enumerate(re.finditer("\r\n", text))]
    pieces, at = [typed[: len(typed) - len(text)]], 0
    for fix in fixes:
        start, end = (offset + bisect_left(wide, offset) for offset in (fix.start, fix.end))
        pieces += text[at:start], fix.text.replace("\n", first[0] if first else "\n")
        at = end
    return "".join((*pieces, text[at:])).encode()


def rewrite(file: Path, data: bytes) -> None:
    """Put `data` into `file` at once; it keeps its rights, and a link goes on being one.

    Raises:
        OSError: If it cannot be written; it is as it was.
    """
    target = file.resolve()
    mode = target.stat().st_mode
    with target.open("r+b"):
        pass  # replacing a file would not ask whether it may be changed
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as unfinished:
            unfinished.write(data)
        Path(name).chmod(mode)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
