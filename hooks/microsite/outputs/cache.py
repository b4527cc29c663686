"""What is slow to make, kept from build to build.

Whatever is missing or damaged is as if it had never been: the cache may be deleted at any time.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from microsite import kept

SUM = "sum"
UNFINISHED = ".unfinished-"


@dataclass(frozen=True, slots=True)
class Cache:
    """Sets of files, each under a key."""

    folder: Path

    def path(self, key: str, name: str) -> Path:
        """Return where a file is, or would be."""
        return self.folder / key / name

    def has(self, key: str, names: Iterable[str]) -> bool:
        """Tell whether all the files are there as they were written."""
        try:
            found = _sum(self.path(key, name).read_bytes() for name in names)
            return self.path(key, SUM).read_text() == found
        except (OSError, ValueError):
            return False

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Write the files; whoever is stopped half-way leaves no set of files behind."""
        (self.folder / key).mkdir(parents=True, exist_ok=True)
        for name, data in {**files, SUM: _sum(files.values()).encode()}.items():
            self._replace(self.path(key, name), data)

    def clean(self, keys: Collection[str]) -> None:
        """Delete what has none of the `keys`, unless another build may be using it just now."""
        kept.clean(self.folder, keys)

    def _replace(self, path: Path, data: bytes) -> None:
        with NamedTemporaryFile(dir=self.folder, prefix=UNFINISHED, delete=False) as file:
            file.write(data)
        Path(file.name).replace(path)


def _sum(parts: Iterable[bytes]) -> str:
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(part)
    return total.hexdigest()
