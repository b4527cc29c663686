"""Draws shapes of any form on a canvas, with smooth edges."""

import math
from typing import Final, TypeAlias

from PIL import Image, ImageDraw

from microsite.cards.canvas import DEEPER, FAINT, SOFT, Canvas

Point: TypeAlias = tuple[float, float]

SMOOTH = 4
"""Shapes are drawn so many times larger and reduced."""
FARTHEST: Final = 0
FAR: Final = 1
NEAR: Final = 2
GOLD: Final = 3
"""Layers."""


class Pen:
    """Draws a scene on a canvas, in layers from far to near, and gold lines on top."""

    def __init__(self, size: tuple[int, int], origin: Point, scale: float) -> None:
        self._size = size
        self._origin = origin
        self._scale = scale * SMOOTH
        self._masks = [Image.new("L", (size[0] * SMOOTH, size[1] * SMOOTH)) for _ in range(4)]
        self._draws = [ImageDraw.Draw(mask) for mask in self._masks]

    def area(self, layer: int, *points: Point) -> None:
        """Fill a polygon."""
        self._draws[layer].polygon([self._at(point) for point in points], fill=255)

    def box(self, layer: int, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle whose lower left corner is given."""
        self.area(layer, (x, y), (x + width, y), (x + width, y + height), (x, y + height))

    def disc(self, layer: int, centre: Point, radius: float) -> None:
        """Fill a circle."""
        x, y = centre
        points = [
            (x + radius * math.cos(n * math.pi / 36), y + radius * math.sin(n * math.pi / 36))
            for n in range(72)
        ]
        self.area(layer, *points)

    def line(self, layer: int, *points: Point, width: float = 3) -> None:
        """Draw a line through `points`, with round ends."""
        at = [self._at(point) for point in points]
        thick = width * self._scale
        self._draws[layer].line(at, fill=255, width=round(thick), joint="curve")
        for x, y in (at[0], at[-1]):
            radius = thick / 2
            self._draws[layer].ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)

    def holes(self, layer: int, x: float, y: float, columns: int, rows: int) -> None:
        """Leave windows open in a house: 10 wide, 14 high, every 22 and 30."""
        for column in range(columns):
            for row in range(rows):
                left, low = self._at((x + column * 22, y + row * 30))
                right, high = self._at((x + column * 22 + 10, y + row * 30 + 14))
                self._draws[layer].rectangle((left, high, right, low), fill=0)

    def lay(self, canvas: Canvas, *, gold: bool) -> None:
        """Put everything on `canvas`."""
        smooth = [mask.reduce(SMOOTH) for mask in self._masks]
        for mask, tone in zip(smooth, (FAINT, SOFT, DEEPER), strict=False):
            canvas.shade(mask, tone)
        if gold:
            canvas.ink(smooth[GOLD], (0, 0), "gold")

    def _at(self, point: Point) -> Point:
        x, y = self._origin
        return x * SMOOTH + point[0] * self._scale, y * SMOOTH - point[1] * self._scale
