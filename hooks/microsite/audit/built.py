"""The files of a built site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from microsite.audit.page import BuiltPage, address_of, parse
from microsite.content.layout import FORMS
from microsite.workers import spread

WORTH_A_PROCESS = 200
"""Pages that take longer to parse than a process takes to start."""


@dataclass(frozen=True)
class Built:
    """A built site."""

    folder: Path
    files: Mapping[str, int]
    """Size in bytes of every file, by its path below the folder."""

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Of all files; those of pages end with a slash, the home page's is empty."""
        return frozenset(address_of(path) for path in self.files)

    def text(self, path: str) -> str:
        """Return a text file, with a mark for what is not UTF-8."""
        return (self.folder / path).read_text(encoding="utf-8", errors="replace")

    def page(self, path: str) -> BuiltPage:
        """Return the page that a file is."""
        return parse(path, self.text(path))

    def place(self, path: str, source: str) -> tuple[int, int]:
        """Return line and column at which `source` first stands in a file, both from 1."""
        before, found, _ = self.text(path).partition(source)
        if not found:
            return 1, 1
        return before.count("\n") + 1, len(before) - before.rfind("\n")


def read_built(folder: Path) -> Built:
    """Return the site in `folder`, without the web forms: they are no pages for readers."""
    return Built(folder, dict(_sizes(folder)))


def read_pages(built: Built) -> Sequence[BuiltPage]:
    """Return every page of the site, in the order of their paths."""
    paths = [path for path in built.files if path.endswith(".html")]
    return spread(lambda some: [built.page(path) for path in some], paths, WORTH_A_PROCESS)()


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_relative_to(folder / FORMS):
            yield file.relative_to(folder).as_posix(), file.stat().st_size
