"""Draw the sample illustrations in `docs/assets/pictures/`; run it to draw them again.

They show buildings of no place, in the colours of the site, without words.
"""

from pathlib import Path
from typing import TypeAlias

from PIL import Image, ImageDraw

Box: TypeAlias = tuple[float, float, float, float]

FOLDER = Path(__file__).parents[1] / "docs/assets/pictures"
SIZE = (1600, 900)
FINER = 2
"""Drawn larger and reduced, so that edges are smooth."""
GROUND = 760
SKY, HILL, PAVING = "#f7efe2", "#eadfcb", "#d8cbb4"
RED, RED_DARK, GOLD, INK, PALE = "#b3121d", "#8c0e16", "#d9a441", "#4a4540", "#fffaf1"
LEAVES = "#a99c7d"


class Sheet:
    """Draws in the units of the finished picture."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (SIZE[0] * FINER, SIZE[1] * FINER), SKY)
        self._draw = ImageDraw.Draw(self._image)
        self.circle(1260, 210, 90, GOLD)
        self.circle(380, 980, 460, HILL)
        self.circle(1180, 1060, 560, HILL)
        self.box((0, GROUND, *SIZE), PAVING)

    def box(self, box: Box, fill: str, radius: float = 0) -> None:
        """Draw a rectangle, with round corners if it has a radius."""
        self._draw.rounded_rectangle([part * FINER for part in box], radius * FINER, fill)

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a circle around a point."""
        self._draw.circle((x * FINER, y * FINER), radius * FINER, fill)

    def shape(self, points: list[tuple[float, float]], fill: str) -> None:
        """Draw a polygon."""
        self._draw.polygon([(x * FINER, y * FINER) for x, y in points], fill)

    def save(self, name: str) -> None:
        """Write the picture in so few colours that the file is small."""
        small = self._image.resize(SIZE, Image.Resampling.LANCZOS)
        small.quantize(96, dither=Image.Dither.NONE).save(FOLDER / name, optimize=True)


def house(sheet: Sheet, left: float, floors: int, columns: int, wall: str) -> None:
    """Draw a block of flats whose windows form a grid."""
    width, top = columns * 80 + 40, GROUND - floors * 90 - 40
    sheet.box((left, top, left + width, GROUND), wall)
    sheet.box((left - 10, top - 16, left + width + 10, top), INK)
    for floor in range(floors):
        for column in range(columns):
            x, y = left + 40 + column * 80, top + 36 + floor * 90
            sheet.box((x, y, x + 40, y + 50), GOLD if (floor + column) % 4 == 1 else PALE, 4)
            sheet.box((x - 4, y + 50, x + 44, y + 56), INK)


def tree(sheet: Sheet, x: float, height: float) -> None:
    """Draw a tree with a round crown."""
    sheet.box((x - 6, GROUND - height, x + 6, GROUND), INK)
    sheet.circle(x, GROUND - height, height * 0.45, LEAVES)


def scaffold(sheet: Sheet, left: float, right: float, top: float) -> None:
    """Draw poles and boards before a wall."""
    for number in range(6):
        x = left + (right - left) * number / 5
        sheet.box((x - 4, top, x + 4, GROUND), RED)
    for level in range(int(top) + 60, GROUND, 90):
        sheet.box((left - 20, level, right + 20, level + 10), RED_DARK)


def renewal() -> None:
    """Draw old blocks, one of them behind a scaffold."""
    sheet = Sheet()
    house(sheet, 120, 5, 4, "#cfb99a")
    house(sheet, 560, 6, 5, "#e3d2b6")
    scaffold(sheet, 550, 1010, 150)
    house(sheet, 1090, 4, 4, "#cfb99a")
    for x, height in ((70, 150), (520, 130), (1050, 140), (1530, 170)):
        tree(sheet, x, height)
    sheet.save("renewal.png")


def orders() -> None:
    """Draw a courtyard with a board full of notes."""
    sheet = Sheet()
    house(sheet, 60, 4, 4, "#e3d2b6")
    house(sheet, 1130, 5, 4, "#cfb99a")
    sheet.box((560, 560, 576, GROUND + 60), INK)
    sheet.box((1024, 560, 1040, GROUND + 60), INK)
    sheet.shape([(500, 330), (800, 250), (1100, 330)], RED_DARK)
    sheet.box((520, 330, 1080, 640), RED, 12)
    sheet.box((545, 355, 1055, 615), PALE, 6)
    for number in range(8):
        x, y = 572 + number % 4 * 120, 380 + number // 4 * 115
        sheet.box((x, y, x + 96, y + 92), GOLD if number in {1, 6} else HILL, 6)
        for line in range(3):
            sheet.box((x + 14, y + 20 + line * 22, x + 82 - line * 14, y + 28 + line * 22), INK, 4)
    for x, height in ((470, 150), (1100, 130), (1540, 160)):
        tree(sheet, x, height)
    sheet.save("community-orders.png")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    renewal()
    orders()
