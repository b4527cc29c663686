"""Ids suggested from Chinese titles; an id once written is never derived anew."""

import re
from collections.abc import Container, Iterator
from itertools import accumulate, chain, count, takewhile
from unicodedata import combining, normalize

from microsite.content.values import SLUG

LONGEST = 40
"""Of a suggested id, in letters."""
UNUSABLE = frozenset({"index", "readme", "null"})
"""What MkDocs takes for the page of a folder, and what YAML takes for nothing."""
_RUN = re.compile("[a-z0-9]+|[^a-z0-9]+")


def suggested(title: str, longest: int = LONGEST) -> str:
    """Return an id spelt from `title` in pinyin, or nothing if it cannot be spelt.

    It ends with a whole word; where the first is already too long, with a whole syllable.
    """
    slug = ""
    for syllables in _words(title):
        word = "".join(syllables)
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > longest:
            slug = slug or _shortened(syllables, longest)
            break
        slug = longer
    return slug if re.fullmatch(SLUG, slug) and slug not in UNUSABLE else ""


def free(slug: str, taken: Container[str]) -> str:
    """Return `slug`, with a number behind it if it is `taken`."""
    numbered = (f"{slug}-{number}" for number in count(2))
    return next(one for one in chain([slug], numbered) if one not in taken)


def _words(title: str) -> Iterator[list[str]]:
    """Return the words of `title`, each as its syllables in small ASCII letters."""
    # It reads a dictionary of 47,000 words, and only those who write something new need it.
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - see above
    from pypinyin.contrib.mmseg import seg  # noqa: PLC0415 - see above

    letters = normalize("NFKD", title.casefold())
    for run in _RUN.findall("".join(one for one in letters if not combining(one))):
        if run.isascii() and run.isalnum():
            yield [*run]
            continue
        for word in seg.cut(run):
            spelt = (re.sub("[^a-z]", "", one) for one in lazy_pinyin(word, errors="ignore"))
            if syllables := [*filter(None, spelt)]:
                yield syllables


def _shortened(syllables: list[str], longest: int) -> str:
    return [*takewhile(lambda word: len(word) <= longest, accumulate(syllables))][-1]
