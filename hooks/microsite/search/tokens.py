"""Text to the words of the index: of every letter one, made of it and the letter that follows.

Chinese has no spaces, and any division into words hides what lies across its borders. With a word
for each pair of neighbouring letters, each at the place of its first, every piece of a text can be
found. What stands between letters hangs on the words, where the index passes over it, so that the
text can be read from the words again.
"""

import re
import unicodedata
from collections.abc import Iterator

TITLE_PLACES = 64
"""Places that the title has to itself: whatever is found before this one is in the title."""
FILLER = "·"
"""Takes a place and is no word."""
LAST = "_"
"""Stands for the letter after the last."""
SPACE = "␣"
"""White space that counts."""


def content(title: str, text: str) -> str:
    """Return the words of a page, with a space between them.

    A title that is too long for its places follows them once more, as a whole, so that every
    piece of it can be found; another filler ends it.
    """
    whole = [*_words(title)]
    words = whole[: TITLE_PLACES - 1]
    words += [FILLER] * (TITLE_PLACES - len(words))
    if len(whole) >= TITLE_PLACES:
        words += [*whole, FILLER]
    return " ".join([*words, *_words(text)])


def _words(text: str) -> Iterator[str]:
    before, letters, between = _letters(re.sub(r"\s+", SPACE, text.strip()).replace(LAST, "-"))
    for letter, after, marks in zip(letters, [*letters[1:], LAST], between, strict=False):
        yield f"{before}{letter}{after}{marks}"
        before = ""


def _letters(text: str) -> tuple[str, list[str], list[str]]:
    """Return what stands before the first letter, the letters, and what follows each."""
    before, letters, between = "", [], []
    for character in text:
        plain = unicodedata.normalize("NFKC", character)
        if len(plain) == 1 and plain.isalnum():
            letters.append(plain)
            between.append("")
        elif between:
            between[-1] += character
        else:
            before += character
    return before, letters, between
