"""Pictures of stories and pages, and what is published of each.

The file itself never is: it may tell where it was taken, and it is larger than any screen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from microsite.content.picture_records import PICTURES, PictureRecord
from microsite.content.problems import Problem

WIDTHS: Final = (480, 960, 1440)
SIZES: Final = "(min-width: 47em) 43em, 100vw"
READABLE: Final = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".webp", ".avif"})
UNREADABLE: Final = frozenset(
    {".bmp", ".dib", ".dng", ".heic", ".heif", ".jp2", ".jxl", ".psd", ".raw", ".tif", ".tiff"}
)
"""Cameras and drawing programs make these; browsers, or the library, do not show them."""

Format: TypeAlias = Literal["avif", "webp", "jpg", "png"]
MIME: Final[dict[Format, str]] = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
}


Manner: TypeAlias = Literal["figure", "inline", "cover", "link"]
"""A picture stands by itself, among words, above a story, or is only linked to."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where a file of the project names a picture; line and column count from 1."""

    path: str
    line: int
    column: int
    manner: Manner = "link"
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a picture from being published."""

    code: str
    message: str

    def at(self, use: Use) -> Problem:
        """Return the problem of whoever uses the picture at `use`."""
        return Problem(use.path, use.line, use.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture in one format and size."""

    url: str
    """Below the site's root; changes with the content."""
    name: str
    """Tells it from the others of its picture."""
    format: Format
    width: int
    height: int

    @property
    def type(self) -> str:
        """The media type."""
        return MIME[self.format]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a text or a cover uses."""

    path: str
    """Of the original, below `docs/`."""
    key: str
    """Stands for its content, and for how renditions are made."""
    digest: str
    """Stands for its content alone."""
    width: int
    """As it is seen, which need not be as it is stored. Likewise the height."""
    height: int
    has_alpha: bool
    uses: tuple[Use, ...]
    record: PictureRecord | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """What must stand below it, apart from a caption: whose work it is, a map's number."""
        return self.record.notes if self.record else ()

    @property
    def is_map(self) -> bool:
        """Whether it may only be shown with its number."""
        return self.record is not None and self.record.map_no is not None

    @property
    def sizes(self) -> str:
        """How wide it stands in a text: as the column of a story, or as a phone."""
        return SIZES

    @property
    def fallback(self) -> Format:
        """For browsers that know neither AVIF nor WebP."""
        return "png" if self.has_alpha else "jpg"

    @property
    def largest(self) -> Rendition:
        """What a link to the picture leads to."""
        return self.renditions(self.fallback)[-1]

    @property
    def all_renditions(self) -> Iterator[Rendition]:
        """All that is published of it."""
        for format in ("avif", "webp", self.fallback):
            yield from self.renditions(format)

    def renditions(self, format: Format) -> tuple[Rendition, ...]:
        """Return those of one format, narrowest first, none wider than the original."""
        widths = sorted({min(width, self.width) for width in WIDTHS})
        return tuple(self._rendition(format, width) for width in widths)

    def srcset(self, format: Format, root: str) -> str:
        """Return the addresses and widths of one format, for an attribute."""
        return ", ".join(f"{root}{one.url} {one.width}w" for one in self.renditions(format))

    def _rendition(self, format: Format, width: int) -> Rendition:
        stem = self.path.rpartition("/")[2].rpartition(".")[0].lower()
        slug = re.sub("[^a-z0-9]+", "-", stem).strip("-") or "picture"
        name = f"{width}.{format}"
        url = f"{PICTURES}{slug}-{self.key[:8]}-{name}"
        return Rendition(url, name, format, width, max(1, round(self.height * width / self.width)))


def is_picture(path: str) -> bool:
    """Tell whether a file below `docs/` is to be published in renditions, or not at all."""
    _, dot, suffix = path.rpartition(".")
    is_raster = path.startswith("assets/") and (dot + suffix).lower() in READABLE | UNREADABLE
    return is_raster or path.startswith(PICTURES)
