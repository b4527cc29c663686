"""A picture of few colours, drawn as the numbers of a palette.

Every pixel has a tone (the ground), an ink, and how much ink covers the tone. So letters are
smooth on any ground, and no picture has to be reduced to a palette, which takes longest.
"""

import io
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final, Literal, TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageFont

Box: TypeAlias = tuple[int, int, int, int]
Colour: TypeAlias = tuple[int, int, int]
Ink: TypeAlias = Literal["white", "gold"]

RED: Final = (0xC2, 0x07, 0x0F)
DEEP: Final = (0xA1, 0x06, 0x0D)
DARK: Final = (0x86, 0x05, 0x0B)
GOLD: Final = (0xF6, 0xD9, 0x99)
WHITE: Final = (0xFF, 0xFF, 0xFF)

COMPRESSION = 6
LEVELS = 8
TONE = 2 * LEVELS
"""Numbers of one tone: every level of white, then every level of gold."""
GROUND, FAINT, SOFT, DEEPER, DARKEST = 0, 1, 2, 4, 7
"""Tones, from the main red to the darkest."""


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _palette() -> Iterator[int]:
    tones = [_mixed(RED, DEEP, n / DEEPER) for n in range(DEEPER + 1)]
    tones += [_mixed(DEEP, DARK, n / 3) for n in (1, 2, 3)]
    for tone, ink, level in product(tones, (WHITE, GOLD), range(LEVELS)):
        yield from _mixed(tone, ink, level / (LEVELS - 1))


PALETTE = tuple(_palette())
COVER = [level * LEVELS // 256 for level in range(256)]
"""How much ink is on a pixel, by how much of it a mask covers."""
COVERS: Final[dict[Ink, list[int]]] = {
    "white": COVER,
    "gold": [0, *(LEVELS + level for level in COVER[1:])],
}


class Canvas:
    """Something to draw on."""

    def __init__(self, width: int, height: int) -> None:
        self.image = Image.new("L", (width, height), GROUND * TONE)

    def copy(self) -> "Canvas":
        """Return another one that shows the same."""
        other = Canvas(1, 1)
        other.image = self.image.copy()
        return other

    def fill(self, box: Box, tone: int) -> None:
        """Fill `box` with a tone."""
        self.image.paste(tone * TONE, box)

    def rule(self, box: Box) -> None:
        """Fill `box` with gold."""
        self.image.paste(DARKEST * TONE + TONE - 1, box)

    def shade(self, mask: Image.Image, tone: int) -> None:
        """Lay a tone where `mask` is; of two tones the darker stays."""
        numbers = [round(level / 255 * tone) * TONE for level in range(256)]
        self.image = ImageChops.lighter(self.image, mask.point(numbers))

    def ink(self, mask: Image.Image, at: tuple[int, int], ink: Ink) -> None:
        """Print `mask`, smoothly, on pixels without ink."""
        box = (*at, at[0] + mask.width, at[1] + mask.height)
        levels = mask.point(COVERS[ink])
        self.image.paste(ImageChops.add(self.image.crop(box), levels), box)

    def text(
        self, at: tuple[float, float], text: str, font: ImageFont.FreeTypeFont, ink: Ink
    ) -> None:
        """Print a line whose base line starts at `at`."""
        mask, (left, top) = _line(text, font)
        self.ink(mask, (round(at[0]) + left, round(at[1]) + top), ink)

    def stamp(
        self, at: tuple[float, float], text: str, font: ImageFont.FreeTypeFont, padding: int
    ) -> int:
        """Print dark letters on a gold plate whose base line starts at `at`; return its width."""
        x, y = round(at[0]), round(at[1] - font.size)
        plate = _plate(text, font, padding)
        self.fill((x + 4, y + 4, x + plate.width - 4, y + plate.height - 4), DARKEST)
        self.ink(plate, (x, y), "gold")
        return plate.width

    def png(self) -> bytes:
        """Return the picture as a file."""
        picture = self.image.copy()
        picture.putpalette(PALETTE)
        file = io.BytesIO()
        picture.save(file, "PNG", compress_level=COMPRESSION)
        return file.getvalue()


# Some lines, such as the name of the bureau, stand on every card.
@lru_cache(64)
def _line(text: str, font: ImageFont.FreeTypeFont) -> tuple[Image.Image, tuple[int, int]]:
    """Return the letters of `text`, and where they begin, seen from the start of the base line."""
    left, top, right, bottom = map(round, font.getbbox(text, anchor="ls"))
    mask = Image.new("L", (right - left + 2, bottom - top + 2))
    ImageDraw.Draw(mask).text((1 - left, 1 - top), text, fill=255, font=font, anchor="ls")
    return mask, (left - 1, top - 1)


@lru_cache(64)
def _plate(text: str, font: ImageFont.FreeTypeFont, padding: int) -> Image.Image:
    """Return a plate with round corners out of which the letters of `text` are cut."""
    width, height = round(font.getlength(text)) + 2 * padding, round(font.size * 1.28)
    plate = Image.new("L", (width, height))
    draw = ImageDraw.Draw(plate)
    draw.rounded_rectangle((0, 0, width - 1, height - 1), 8, fill=255)
    draw.text((padding, font.size), text, fill=0, font=font, anchor="ls")
    return plate
