"""Files compressed once, so that the server need not do it for every reader."""

import gzip
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import brotli

from microsite.workers import spread

SUFFIXES: Final = frozenset(
    {".html", ".css", ".js", ".mjs", ".svg", ".xml", ".json", ".ics", ".csv", ".txt", ".wasm"}
)
WORTH_IT: Final = 1024
"""Bytes below which a file fits into a packet as it is."""
WORTH_A_PROCESS = 50


def compress(folder: Path) -> None:
    """Write a `.br` and a `.gz`, the same for the same text, beside every text below `folder`."""
    files = [
        file
        for file in sorted(folder.rglob("*"))
        if file.suffix in SUFFIXES and file.is_file() and file.stat().st_size >= WORTH_IT
    ]
    spread(_compress, files, WORTH_A_PROCESS)()


def _compress(files: Iterable[Path]) -> list[None]:
    done: list[None] = []
    for file in files:
        data = file.read_bytes()
        file.with_name(f"{file.name}.br").write_bytes(brotli.compress(data, quality=9))
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))
        done.append(None)
    return done
