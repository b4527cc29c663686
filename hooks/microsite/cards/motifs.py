"""What stands at the foot of a card: a scene for each column, a skyline for every other.

Scenes are drawn on a ground line of 0, upwards, in a width of 600; a pen puts them in place.
"""

import math
from collections.abc import Callable, Sequence

from microsite.cards.canvas import Canvas
from microsite.cards.pen import FAR, FARTHEST, GOLD, NEAR, Pen, Point

OUTSKIRTS = ((-1180, 120, 40), (-1010, 90, 70), (-880, 140, 46), (-720, 70, 90), (-620, 90, 60))
"""Left edge, width and height of houses; the scene proper begins at 0."""


def _skyline(pen: Pen, houses: Sequence[tuple[float, float, float]]) -> None:
    for x, width, height in houses:
        pen.box(FAR, x, 0, width, height)


def _city(pen: Pen) -> None:
    """A skyline, with one gold roof."""
    _skyline(pen, [*OUTSKIRTS, (-500, 70, 90), (-400, 110, 50), (-260, 60, 110)])
    _skyline(pen, [(-170, 120, 64), (-20, 70, 130), (80, 90, 190), (230, 70, 250)])
    _skyline(pen, [(330, 100, 150), (470, 80, 210), (560, 60, 120)])
    _tower(pen, 20, 92, 5)
    _tower(pen, 140, 114, 7)
    _tower(pen, 400, 92, 6)
    _house(pen, 268, 0, 120)


def _tower(pen: Pen, x: float, width: float, floors: int) -> None:
    pen.box(NEAR, x, 0, width, 22 + floors * 30)
    pen.holes(NEAR, x + 14, 20, int((width - 18) // 22), floors)


def _house(pen: Pen, x: float, y: float, width: float) -> None:
    """A gable with a door, as in the site's mark."""
    eaves, peak = y + width * 0.52, y + width * 0.94
    pen.line(GOLD, (x - 12, eaves), (x + width / 2, peak), (x + width + 12, eaves), width=5)
    pen.line(GOLD, (x + 6, eaves), (x + 6, y), width=5)
    pen.line(GOLD, (x + width - 6, eaves), (x + width - 6, y), width=5)
    door = y + width * 0.3
    left, right = x + width * 0.4, x + width * 0.6
    pen.line(GOLD, (left, y), (left, door), (right, door), (right, y), width=4)


def _ideals(pen: Pen) -> None:
    """An open book, and light from it."""
    middle = 300.0
    for number in range(9):
        angle = math.pi * (number + 0.5) / 9
        wide = math.pi / 36
        pen.area(
            FARTHEST,
            (middle, 40),
            (middle + 900 * math.cos(angle - wide), 40 + 900 * math.sin(angle - wide)),
            (middle + 900 * math.cos(angle + wide), 40 + 900 * math.sin(angle + wide)),
        )
    pen.disc(FAR, (middle, 60), 150)
    for side in (-1, 1):
        page = [(0.0, 96.0), (40.0, 122.0), (110.0, 130.0), (190.0, 118.0)]
        top = [(middle + side * x, y) for x, y in page]
        low = [(middle + side * x, y - 92) for x, y in reversed(page)]
        pen.area(NEAR, *top, *low)
        pen.line(GOLD, *top, low[0], *low[1:], width=5)
        for row in (26, 48):
            pen.line(GOLD, *[(x, y - row) for x, y in top[1:3]], width=3)
    pen.line(GOLD, (middle, 96), (middle, 4), width=5)


def _organization(pen: Pen) -> None:
    """Courses of stone, and a house on them."""
    _skyline(pen, [*OUTSKIRTS, (-480, 70, 84), (-360, 110, 50), (-190, 80, 70)])
    for row in range(4):
        count = 6 - row
        left = 300 - count * 46
        for number in range(count):
            pen.box((FAR, NEAR)[(row + number) % 2], left + number * 92, row * 46, 88, 42)
    _house(pen, 243, 182, 110)


def _development(pen: Pen) -> None:
    """Buildings going up under a crane."""
    _skyline(pen, [*OUTSKIRTS, (-500, 70, 90), (-330, 110, 54), (-180, 60, 100)])
    _skyline(pen, [(-60, 100, 80), (70, 90, 130), (430, 110, 140), (560, 60, 90)])
    _tower(pen, 120, 92, 4)
    _tower(pen, 380, 114, 5)
    for floor in range(6):
        pen.box(NEAR, 236, floor * 32, 120, 8)
    for pillar in range(4):
        pen.box(NEAR, 236 + pillar * 37, 0, 9, 168)
    pen.line(GOLD, (212, 0), (212, 262), width=4)
    pen.line(GOLD, (224, 0), (224, 262), width=4)
    for step in range(8):
        pen.line(GOLD, (212, step * 32 + 4), (224, step * 32 + 34), width=2)
    pen.line(GOLD, (120, 262), (460, 262), width=5)
    pen.line(GOLD, (218, 262), (218, 300), width=4)
    pen.line(GOLD, (130, 264), (218, 300), (440, 264), width=2)
    pen.line(GOLD, (400, 262), (400, 206), width=2)
    pen.box(GOLD, 388, 192, 24, 14)
    pen.box(GOLD, 132, 240, 30, 20)


def _people(pen: Pen) -> None:
    """Homes, trees and lit windows."""
    pen.disc(FARTHEST, (300, 20), 300)
    _skyline(pen, [*OUTSKIRTS, (-500, 70, 84), (-330, 110, 50), (-160, 80, 76)])
    _skyline(pen, [(20, 80, 150), (130, 70, 110), (420, 90, 170), (530, 70, 110)])
    for x, width, height in ((60, 130, 84), (404, 130, 84), (215, 170, 120)):
        pen.box(NEAR, x, 0, width, height)
        peak = (x + width / 2, height + width * 0.42)
        pen.area(NEAR, (x - 16, height), peak, (x + width + 16, height))
    pen.line(GOLD, (193, 118), (300, 198), (407, 118), width=5)
    _heart(pen, (300, 92), 30)
    for x in (84, 150, 428, 494):
        pen.box(GOLD, x, 34, 16, 20)
    for x in (14, 572, -70):
        pen.box(NEAR, x - 3, 0, 6, 40)
        pen.disc(NEAR, (x, 58), 28)


def _heart(pen: Pen, centre: Point, size: float) -> None:
    x, y = centre
    for side in (-1, 1):
        pen.disc(GOLD, (x + side * size * 0.45, y), size * 0.5)
    pen.area(
        GOLD, (x - size * 0.88, y - size * 0.22), (x + size * 0.88, y - size * 0.22),
        (x, y - size * 1.2),
    )  # fmt: skip


def _conduct(pen: Pen) -> None:
    """Bamboo before hills."""
    edges = ((640, 0), (-1400, 0))
    pen.area(FARTHEST, *edges, (-300, 110), (-80, 30), (140, 190), (420, 40), (640, 140))
    pen.area(FAR, *edges, (-420, 40), (-120, 0), (60, 70), (260, 10), (520, 110), (640, 60))
    for x, height in ((150, 210), (430, 250), (520, 170)):
        _stalk(pen, NEAR, x, height, 12)
        for y, side in ((0.45, 1), (0.8, -1)):
            _leaves(pen, NEAR, (x, height * y), side)
    _stalk(pen, GOLD, 300, 270, 8)
    _leaves(pen, GOLD, (300, 150), 1)
    _leaves(pen, GOLD, (300, 226), -1)


def _stalk(pen: Pen, layer: int, x: float, height: float, width: float) -> None:
    joint = 62
    for low in range(0, round(height), joint):
        pen.box(layer, x - width / 2, low + 2, width, min(joint, height - low) - 4)
        pen.box(layer, x - width / 2 - 2, low + 2, width + 4, 4)


def _leaves(pen: Pen, layer: int, at: Point, side: int) -> None:
    x, y = at
    for angle, length in ((-0.5, 86.0), (0.05, 96.0), (0.55, 70.0)):
        tip = (x + side * length * math.cos(angle), y + length * math.sin(angle))
        bow = 9.0
        across = (-math.sin(angle) * bow * side, math.cos(angle) * bow)
        middle = ((x + tip[0]) / 2, (y + tip[1]) / 2)
        pen.area(
            layer, (x, y), (middle[0] + across[0], middle[1] + across[1]), tip,
            (middle[0] - across[0], middle[1] - across[1]),
        )  # fmt: skip


SCENES: dict[str, Callable[[Pen], None]] = {
    "ideals": _ideals,
    "organization": _organization,
    "development": _development,
    "people": _people,
    "conduct": _conduct,
}


def mark(canvas: Canvas, origin: Point, scale: float) -> None:
    """Draw a gold house of 100 by 94 on `canvas`, its lower left corner at `origin`."""
    pen = Pen(canvas.image.size, origin, scale)
    _house(pen, 0, 0, 100)
    pen.lay(canvas, gold=True)


def scene(canvas: Canvas, column: str, origin: Point, scale: float, *, gold: bool) -> None:
    """Draw the scene of a column on `canvas`, its lower left corner at `origin`."""
    pen = Pen(canvas.image.size, origin, scale)
    SCENES.get(column, _city)(pen)
    pen.lay(canvas, gold=gold)
