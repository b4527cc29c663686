"""Files that texts link to and that are published as they are, such as forms to download."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from microsite.content.file_uses import Uses
from microsite.content.fingerprints import LENGTH
from microsite.content.layout import STORIES
from microsite.content.pictures import Fault, Use, is_picture
from microsite.content.problems import Problem
from microsite.workers import spread

WORTH_A_PROCESS: Final = 50
"""Files that take longer to read than a process takes to start."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to which a text links, and which is no picture."""

    path: str
    """Below `docs/`."""
    uses: tuple[Use, ...]
    digest: str = ""
    """Stands for its content; nothing if no story links to it, and so nobody signs it."""


def read_attachments(docs: Path, uses: Uses) -> tuple[tuple[Attachment, ...], list[Problem]]:
    """Return what is used below `docs`, pictures left out, and each use of what has no content."""
    found = {path: tuple(some) for path, some in uses.items() if not is_picture(path)}
    signed = [path for path, some in found.items() if _is_signed(some)]
    read = spread(partial(_digests, docs), signed, WORTH_A_PROCESS)
    digests = dict(zip(signed, read(), strict=True))
    problems = [
        Fault("file-unreadable", f"链接的文件 “{path}” 打不开，请检查有没有读取的权限").at(use)
        for path, digest in digests.items()
        if digest is None
        for use in found[path]
    ]
    attachments = (Attachment(p, some, digests.get(p) or "") for p, some in found.items())
    return tuple(attachments), problems


def _is_signed(uses: Iterable[Use]) -> bool:
    return any(use.path.startswith(STORIES) for use in uses)


def _digests(docs: Path, paths: Iterable[str]) -> list[str | None]:
    return [_digest(docs / path) for path in paths]


def _digest(file: Path) -> str | None:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()[:LENGTH]
    except OSError:
        return None
