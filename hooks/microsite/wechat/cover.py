"""The cover of an article, in both of the shapes in which WeChat shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from microsite.cards.draw import BANNER, SQUARE, Painter
from microsite.cards.face import Face

WIDE_NAME: Final = "封面-2.35比1"
SQUARE_NAME: Final = "封面-1比1"
QUALITY: Final = 85


@dataclass(frozen=True, slots=True)
class Cover:
    """Where a cover comes from: the story's own picture, or else a card that is drawn."""

    root: Path
    """Of the project, which has the typeface."""
    picture: Path | None
    """Upright, in sRGB, and without metadata."""
    face: Face | None
    credit: str = ""
    """What must be said of whose work it is."""

    @property
    def names(self) -> tuple[str, ...]:
        """Of the files, the wide one first; none, where there is nothing to make them of."""
        suffix = ".jpg" if self.picture else ".png"
        if self.picture or self.face:
            return f"{WIDE_NAME}{suffix}", f"{SQUARE_NAME}{suffix}"
        return ()

    @property
    def files(self) -> dict[str, bytes]:
        """What is in them, made when somebody asks."""
        return dict(zip(self.names, self._made(), strict=True))

    def _made(self) -> Iterator[bytes]:
        if self.picture:
            yield from (_cut(self.picture, size) for size in (BANNER, SQUARE))
        elif self.face:
            painter = Painter(self.root)
            yield painter.banner(self.face)
            yield painter.square(self.face)


def _cut(picture: Path, size: tuple[int, int]) -> bytes:
    """Return the middle of a picture as a JPEG of this size."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - Pillow is slow to import

    with Image.open(picture) as image:
        middle = ImageOps.fit(image.convert("RGBA"), size, Image.Resampling.LANCZOS)
    on_white = Image.new("RGB", size, "white")
    on_white.paste(middle, mask=middle)
    file = BytesIO()
    on_white.save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()
