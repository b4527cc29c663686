"""What every page has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page."""

    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class View:
    """One page: its address, what it is called, and, in each subclass, what it shows."""

    template: ClassVar[str]
    is_written: ClassVar[bool] = False
    """Whether there is a file of its own in `docs/`, at `source`."""
    is_listed: ClassVar[bool] = True
    """Whether search engines and the site map are to know of it."""
    scripts: ClassVar[tuple[str, ...]] = ()
    """Of `docs/assets/js/`, by name; what this kind of page needs besides the frame's."""

    url: str
    """Below the site's root, with a slash at its end; empty for the home page."""
    title: str
    summary: str
    trail: tuple[Crumb, ...] = ()
    """The pages above this one, without the home page."""
    source: str | None = None
    """Path of the file to edit, below the project."""
    updated: date | None = None
    """When the newest story that it shows was published; `None` where there is none."""
    feed_url: str = ""
    """Of the page whose feeds fit this one best."""

    @property
    def uri(self) -> str:
        """Of the Markdown file below `docs/` that this page is, or would be."""
        if self.is_written and self.source:
            return self.source.removeprefix("docs/")
        return f"{self.url}index.md"

    @property
    def root(self) -> str:
        """The way from this page to the site's root."""
        return "../" * self.url.count("/") or "./"


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a long list."""

    items: Sequence[T]
    number: int
    count: int
    base: str
    """Address of the first page."""

    @property
    def url(self) -> str:
        """Below the site's root."""
        return self.address(self.number)

    @property
    def links(self) -> list[tuple[int, str]]:
        """Number and address of the first page, the last, and those around this one."""
        wanted = {1, self.count, *range(self.number - 2, self.number + 3)}
        return [(n, self.address(n)) for n in sorted(wanted) if 1 <= n <= self.count]

    def address(self, number: int) -> str:
        """Return the address of page `number`."""
        return self.base if number == 1 else f"{self.base}page/{number}/"


def parts(items: Sequence[T], size: int, base: str) -> Iterator[Part[T]]:
    """Cut `items` into pages of `size`; there is always a first page, be it empty."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        yield Part(items[(number - 1) * size : number * size], number, count, base)


def numbered(title: str, part: Part[T]) -> str:
    """Return `title`, with the page number from the second page on."""
    return title if part.number == 1 else f"{title}（第{part.number}页）"
