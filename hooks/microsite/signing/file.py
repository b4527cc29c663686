"""A file as its bytes, of which only those are exchanged that have to be."""

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from microsite.signing.splice import Edit, edited

LINE_END = re.compile("\r\n|\r|\n")


def spliced(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file with `edits` of its text as it was read, which has neither BOM nor `CR`.

    New lines end as the line does to which they are added.
    """
    raw = data.decode()
    typed = []
    for start, end, new in edits:
        first, last = _typed_at(raw, start), _typed_at(raw, end)
        typed.append(Edit(first, last, new.replace("\n", _line_end(raw, first))))
    return edited(raw, typed).encode()


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` into the place of a file at once; its mode stays, and so does a link to it.

    Raises:
        OSError: If that cannot be; then the file is as it was.
    """
    real = path.resolve()
    number, name = tempfile.mkstemp(prefix=f".{real.name}.", dir=real.parent)
    new = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
        new.chmod(real.stat().st_mode & 0o7777)
        new.replace(real)
    finally:
        new.unlink(missing_ok=True)


def _typed_at(raw: str, at: int) -> int:
    """Return where the character `at` of the text that was read stands in the file."""
    at += raw.startswith("\ufeff")
    for pair in re.finditer("\r\n", raw):
        if pair.start() >= at:
            break
        at += 1
    return at


def _line_end(raw: str, at: int) -> str:
    found = LINE_END.search(raw, at) or LINE_END.search(raw)
    return found[0] if found else "\n"
