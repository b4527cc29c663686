"""The cards of a face: wide for most places where links are shown, square for WeChat's links.

The banner is the cover of an article of a WeChat account.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from microsite.cards.canvas import DARKEST, Canvas, Ink
from microsite.cards.face import SAMPLE, Face
from microsite.cards.letters import Letters
from microsite.cards.motifs import mark, scene
from microsite.cards.typeface import BOLD, PACKAGE, REGULAR
from microsite.cards.wrap import LEADING, OPENING, Box, Fitted, fit, span

WIDE = (1200, 630)
BANNER = (1200, 511)
"""2.35 : 1."""
SQUARE = (500, 500)
BAND = 82
"""Height of the band at the foot, of both."""

TITLE = Box(1056, 400, (92, 84, 76, 68, 60, 54, 48))
"""On a wide card; a banner has less height."""
DETAIL = Box(600, 132, (34, 30))
SHORT = Box(440, 310, (136, 120, 104, 92, 82, 72, 64, 56))
NAME = Box(440, 96, (72, 64, 56, 48))
"""Of the site, below its mark."""
MARGIN, TOP, GAP = 72, 134, 14
SMALL_SCENE = (800, 0.6)
"""Where it stands, and how large it is, when the title needs two lines or more."""
LARGE_SCENE = (600, 1.0)
SCENE_HEIGHT = 188
"""What is lower than this above the band may meet the gold of a small scene."""


class Painter:
    """Draws faces with the typeface below a project; what faces have in common is drawn once."""

    def __init__(self, root: Path) -> None:
        self._bold = Letters(root / PACKAGE / BOLD)
        self._regular = Letters(root / PACKAGE / REGULAR)
        self._wide = cache(_wide)
        self._square = cache(_square)

    def wide(self, face: Face) -> bytes:
        """Return the card of 1200 × 630 as PNG."""
        return self._landscape(face, WIDE[1])

    def banner(self, face: Face) -> bytes:
        """Return the cover of 1200 × 511 as PNG."""
        return self._landscape(face, BANNER[1])

    def square(self, face: Face) -> bytes:
        """Return the card of 500 × 500 as PNG."""
        canvas = self._square(face.column).copy()
        self._stamps(canvas, (470, 70), face)
        self._line(canvas, (32, 70), face.label, Box(180, BAND, (42,)))
        box = SHORT if face.label else NAME
        title = self._fit(self._bold, face.short, box, face.words)
        top = 398 - (box.height + title.height) / 2
        self._block(canvas, self._bold, title, (32, top), "white")
        self._line(canvas, (32, 474), face.foot, Box(440, 52, (40, 36, 32, 28)))
        return canvas.png()

    def _landscape(self, face: Face, height: int) -> bytes:
        details = [self._fit(self._regular, text, DETAIL, face.words) for text in face.details]
        room = TITLE.height - WIDE[1] + height - GAP - sum(detail.height for detail in details)
        title = self._fit(self._bold, face.title, replace(TITLE, height=room), face.words)
        canvas = self._wide(face.column, height, *self._scene(title, height - BAND)).copy()
        self._head(canvas, face)
        self._block(canvas, self._bold, title, (MARGIN, TOP), "white")
        y = TOP + title.height + GAP
        for detail in details:
            self._block(canvas, self._regular, detail, (MARGIN, y), "gold")
            y += detail.height
        self._foot(canvas, face, height)
        return canvas.png()

    def _scene(self, title: Fitted, ground: int) -> tuple[int, float, bool]:
        """Return place and size of the scene below `title`, and whether there is room for gold."""
        if len(title.lines) < 2:  # noqa: PLR2004 - one line, or none
            return *LARGE_SCENE, True
        right = MARGIN + span(title.lines[-1], self._bold.measure) * title.size
        low = TOP + title.height - title.size / 4
        return *SMALL_SCENE, right < SMALL_SCENE[0] or low < ground - SCENE_HEIGHT

    def _head(self, canvas: Canvas, face: Face) -> None:
        """Print column and series on the left, what must not be overlooked on the right."""
        right = self._stamps(canvas, (WIDE[0] - MARGIN, 104), face)
        left = MARGIN
        if face.label:
            left += canvas.stamp((left, 104), face.label, self._bold.at(40), 18) + 24
        self._line(canvas, (left, 104), face.series, Box(right - left - 24, 60, (36, 30)))

    def _foot(self, canvas: Canvas, face: Face, height: int) -> None:
        """Print whose site it is."""
        self._line(canvas, (MARGIN, height - 28), face.site_name, Box(420, 50, (34, 28)), "white")
        bureau = self._fit(self._bold, face.bureau, Box(580, 40, (28, 24)))
        width = self._bold.measure("".join(bureau.lines)) * bureau.size
        self._block(
            canvas,
            self._bold,
            bureau,
            (WIDE[0] - MARGIN - width, height - 29 - bureau.size),
            "gold",
        )

    def _stamps(self, canvas: Canvas, at: tuple[float, float], face: Face) -> float:
        """Print what must not be overlooked, up to `at`; return where it begins."""
        x, y = at
        font = self._bold.at(40)
        for text in filter(None, (SAMPLE * face.sample, face.mark)):
            x -= font.getlength(text) + 24
            canvas.stamp((x, y), text, font, 12)
            x -= 12
        return x

    def _fit(self, letters: Letters, text: str, box: Box, words: Iterable[str] = ()) -> Fitted:
        return fit(letters.legible(text), box, letters.measure, [*map(letters.legible, words)])

    def _line(
        self, canvas: Canvas, at: tuple[float, float], text: str, box: Box, ink: Ink = "gold"
    ) -> None:
        """Print one line whose base line starts at `at`."""
        fitted = self._fit(self._bold, text, box)
        self._block(canvas, self._bold, fitted, (at[0], at[1] - fitted.size), ink)

    def _block(
        self, canvas: Canvas, letters: Letters, fitted: Fitted, at: tuple[float, float], ink: Ink
    ) -> None:
        """Print lines below each other, from the top at `at`."""
        x, y = at
        for number, line in enumerate(fitted.lines):
            hanging = fitted.size / 2 if line[0] in OPENING else 0
            base = y + fitted.size * (1 + LEADING * number)
            canvas.text((x - hanging, base), line, letters.at(fitted.size), ink)


def _wide(  # cached, hence by position
    column: str,
    height: int,
    left: int,
    scale: float,
    gold: bool,  # noqa: FBT001 - see above
) -> Canvas:
    """Return a card of this height without words."""
    canvas = Canvas(WIDE[0], height)
    ground = height - BAND
    scene(canvas, column, (left, ground), scale, gold=gold)
    canvas.fill((0, ground, WIDE[0], height), DARKEST)
    canvas.rule((0, ground - 1, WIDE[0], ground + 2))
    return canvas


def _square(column: str) -> Canvas:
    """Return a square card without words; the site's own shows its mark."""
    canvas = Canvas(*SQUARE)
    ground = SQUARE[1] - BAND
    scene(canvas, column, (-50, ground), 1, gold=False)
    canvas.fill((0, ground, *SQUARE), DARKEST)
    if not column:
        mark(canvas, (144, 262), 2.1)
    return canvas
