"""Which card belongs to which page, and the making of those that are not there yet."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from microsite import kept
from microsite.cards.face import Face, faces
from microsite.cards.typeface import MANIFEST, PACKAGE
from microsite.content.site import Site
from microsite.workers import spread

CACHE = ".cache/cards"
URL = "assets/cards/"
WORTH_A_PROCESS = 20
"""Cards that take longer to draw than a process takes to start."""


@dataclass(frozen=True, slots=True)
class Card:
    """The two pictures of a page, below the site's root."""

    url: str
    """Of 1200 × 630."""
    square_url: str
    """Of 500 × 500."""
    alt: str


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a site; there are none where they are switched off."""

    root: Path
    """Of the project."""
    by_url: Mapping[str, Card] = field(default_factory=dict)
    """By the address of a page; the one of the home page stands for every other."""
    faces: Mapping[str, Face] = field(default_factory=dict)
    """By the name under which the pictures are kept."""

    def of(self, *urls: str) -> Card | None:
        """Return the card of the first of the pages that has one of its own."""
        return next((self.by_url[url] for url in (*urls, "") if url in self.by_url), None)

    @property
    def files(self) -> Iterator[tuple[str, Path]]:
        """Address and path of every picture; they are there once `draw` has been called."""
        for name in self.faces:
            for file in _files(name):
                yield URL + file, self.root / CACHE / file


def share_cards(site: Site, root: Path) -> Cards:
    """Decide on the cards of `site`, without drawing any; the typeface must be there."""
    if not site.bureau.share_cards:
        return Cards(root)
    machinery = _machinery(root)
    by_url: dict[str, Card] = {}
    named: dict[str, Face] = {}
    for url, face in faces(site):
        name = blake2b(repr(face).encode() + machinery, digest_size=10).hexdigest()
        wide, square = _files(name)
        by_url[url] = Card(URL + wide, URL + square, face.alt)
        named[name] = face
    return Cards(root, by_url, named)


def draw(cards: Cards) -> list[str]:
    """Draw the cards that are not in the cache and return their names; forget what is not used.

    Raises:
        OSError: If the cache cannot be written, or the typeface cannot be read.
    """
    if not cards.faces:
        return []
    folder = cards.root / CACHE
    folder.mkdir(parents=True, exist_ok=True)
    present = {path.name for path in folder.iterdir()}
    missing = [item for item in cards.faces.items() if not present.issuperset(_files(item[0]))]
    drawn = spread(partial(_draw, cards.root), missing, WORTH_A_PROCESS)() if missing else []
    kept.clean(folder, {file for name in cards.faces for file in _files(name)})
    return drawn


def _files(name: str) -> tuple[str, str]:
    return f"{name}.png", f"{name}-square.png"


def _machinery(root: Path) -> bytes:
    """Return a digest of all that a picture depends on, beside its face."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    digest = blake2b(version("pillow").encode())
    for path in (root / PACKAGE / MANIFEST, *sources):
        digest.update(path.read_bytes())
    return digest.digest()


def _draw(root: Path, items: Iterable[tuple[str, Face]]) -> list[str]:
    from microsite.cards.draw import Painter  # noqa: PLC0415 - Pillow is slow to import

    painter = Painter(root)
    drawn = []
    for name, face in items:
        wide, square = _files(name)
        _write(root / CACHE / wide, painter.wide(face))
        _write(root / CACHE / square, painter.square(face))
        drawn.append(name)
    return drawn


def _write(path: Path, content: bytes) -> None:
    """Write a file at once, so that no build ever meets half of it."""
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(path)
