"""The typeface at work: what it can show, how wide that is, and its letters at a size."""

import unicodedata
from functools import cache
from pathlib import Path

from PIL import ImageFont

GETA = "〓"
"""Stands for a character that the typeface lacks, as in metal type."""
EM = 1000
"""The units in which widths are read; at small sizes they are rounded."""
PROBE = 16
NOTHING = "\U0010ffff"
"""No typeface has it: what it shows instead is what every missing character looks like."""


class Letters:
    """One weight of the typeface."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.at = cache(self._at)
        self._width = cache(self._advance)
        self._has = cache(self._shows)

    def measure(self, text: str) -> float:
        """Return the width of `text` in ems."""
        return sum(map(self._width, text))

    def legible(self, text: str) -> str:
        """Return `text` with what the typeface lacks in another form, as `〓`, or left out."""
        text = unicodedata.normalize("NFC", text).replace("——", "⸺")  # one stroke, without a gap
        text = text.replace(" · ", "·")  # it is as wide as a character
        return " ".join("".join(map(self._legible, text)).split())

    def _legible(self, character: str) -> str:
        category = unicodedata.category(character)
        if category[0] in "CM":  # joiners, variation selectors, marks that found no letter
            return ""
        if character.isspace() or self._has(character):
            return character
        plain = unicodedata.normalize("NFKC", character)
        if plain != character:
            return "".join(map(self._legible, plain))
        return GETA if category[0] in "LN" else ""

    def _at(self, size: int) -> ImageFont.FreeTypeFont:
        # The simple layout: nothing depends on libraries that a machine may have or not.
        return ImageFont.truetype(self._path, size, layout_engine=ImageFont.Layout.BASIC)

    def _advance(self, character: str) -> float:
        return self.at(EM).getlength(character) / EM

    def _shows(self, character: str) -> bool:
        return self._picture(character) != self._picture(NOTHING)

    def _picture(self, character: str) -> bytes:
        return bytes(self.at(PROBE).getmask(character))
