"""Which renditions are published, and making those that no earlier build has made."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from microsite.content.picture_files import PictureError
from microsite.content.pictures import Fault, Picture
from microsite.content.problems import Problem
from microsite.outputs.cache import Cache
from microsite.outputs.output import Copy
from microsite.outputs.renditions import render
from microsite.workers import spread

CACHE = ".cache/pictures"
WORTH_A_PROCESS = 1
"""Pictures that take longer than a process takes to start."""


def picture_problems(root: Path, pictures: Iterable[Picture]) -> Iterator[Problem]:
    """Make what is missing of the renditions, and find pictures of which none can be made."""
    cache = Cache(root / CACHE)
    missing = [one for one in pictures if not cache.has(one.key, _names(one))]
    make = spread(partial(_make, root / "docs", cache), missing, WORTH_A_PROCESS)
    for picture, fault in zip(missing, make(), strict=True):
        if fault:
            yield from map(fault.at, picture.uses)


def forget_pictures(root: Path, pictures: Iterable[Picture]) -> None:
    """Delete the renditions of all other pictures."""
    Cache(root / CACHE).clean({picture.key for picture in pictures})


def picture_copies(root: Path, pictures: Iterable[Picture]) -> tuple[Copy, ...]:
    """Return every rendition."""
    cache = Cache(root / CACHE)
    copies = {
        rendition.url: Copy(rendition.url, cache.path(picture.key, rendition.name))
        for picture in pictures
        for rendition in picture.all_renditions
    }
    return tuple(copies.values())


def _make(docs: Path, cache: Cache, pictures: Iterable[Picture]) -> list[Fault | None]:
    return [_kept(docs, cache, picture) for picture in pictures]


def _kept(docs: Path, cache: Cache, picture: Picture) -> Fault | None:
    try:
        cache.keep(picture.key, render(docs / picture.path, picture))
    except PictureError as error:
        return error.fault
    return None


def _names(picture: Picture) -> list[str]:
    return [rendition.name for rendition in picture.all_renditions]
