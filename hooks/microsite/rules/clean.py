"""Files in whose words nothing is wrong, kept from run to run for as long as the rules stay.

Only that nothing is wrong is kept, as a digest of the file: a cache that is damaged or gone makes
more work, and nothing else.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from microsite import kept
from microsite.content.reader import Source

FOLDER: Final = ".cache/words"
CODE: Final = Path(__file__).parents[1]
"""Whatever may change what rules find lies here, in two folders."""
SIZE: Final = 16


class Clean:
    """What is known of the files of one project, by one set of rules."""

    def __init__(self, root: Path, made_of: object) -> None:
        self._path = root / FOLDER / _digest(_code(), repr(made_of))
        self._known = self._read()

    def has(self, source: Source) -> bool:
        """Tell whether nothing was wrong with the words of a file, letter for letter."""
        return _name(source) in self._known

    def keep(self, sources: Iterable[Source]) -> None:
        """Remember that nothing is wrong with these files, and forget all others."""
        names = frozenset(map(_name, sources))
        with suppress(OSError):  # without a cache everything goes on
            if names != self._known:
                self._known = names
                self._write("\n".join(sorted(names)))
            kept.clean(self._path.parent, {self._path.name})

    def _write(self, text: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=self._path.parent, delete=False) as file:
            file.write(text)
        Path(file.name).replace(self._path)

    def _read(self) -> frozenset[str]:
        try:
            return frozenset(self._path.read_text(encoding="ascii").split("\n"))
        except (OSError, UnicodeDecodeError):
            return frozenset()


def _name(source: Source) -> str:
    return _digest(source.path, source.text)


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=SIZE).hexdigest()


@cache
def _code() -> str:
    files = sorted(file for name in ("content", "rules") for file in (CODE / name).glob("*.py"))
    return _digest(*(file.read_text(encoding="utf-8") for file in files))
