"""Every file and folder of a project, found at once."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Tree:
    """Paths below the project, with `/`."""

    files: frozenset[str]
    others: frozenset[str]
    """Folders, pipes, and links that lead nowhere."""

    @cached_property
    def all(self) -> tuple[str, ...]:
        """Everything, in order."""
        return tuple(sorted(self.files | self.others))

    def is_file(self, path: str) -> bool:
        """Tell whether a path is that of a file."""
        return path in self.files


def tree(root: Path, names: Iterable[str]) -> Tree:
    """Return what is below the folders of these names; links to other folders are not followed."""
    files: set[str] = set()
    others: set[str] = set()
    for name in names:
        start = len(str(root / name)) - len(name)
        for folder, inner, found in os.walk(root / name):
            at = folder[start:].replace(os.sep, "/")
            files.update(f"{at}/{one}" for one in found if _is_file(f"{folder}{os.sep}{one}"))
            others.update(f"{at}/{one}" for one in (*inner, *found))
    return Tree(frozenset(files), frozenset(others - files))


def _is_file(path: str) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - raises nothing, whatever may not be read
