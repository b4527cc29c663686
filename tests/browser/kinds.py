"""The kinds of page there are, taken from the templates, and pages of each to try."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from build_site import ROOT
from microsite.pages.view import View

LOST = "404"
LEFT_AT_ONCE = {"redirect"}
"""Nobody stays long enough on such a page to try it."""
TEMPLATES = {file.stem for file in (ROOT / "hooks/templates/views").glob("*.html")}
KINDS = [LOST, *sorted(TEMPLATES - LEFT_AT_ONCE)]
Kinds = Mapping[str, Sequence[str]]
"""Addresses of pages of every kind; together they show every component that the kind can have."""


def kinds_of(views: Iterable[View], built: Path, served: str, at_root: str) -> Kinds:
    """Return pages of every kind that was built; the page for lost readers belongs at the root."""
    pages: dict[str, dict[str, str]] = {}
    for view in views:
        text = (built / view.url / "index.html").read_text(encoding="utf-8")
        pages.setdefault(view.template, {})[served + view.url] = text
    return {kind: list(_covering(of_kind)) for kind, of_kind in pages.items()} | {
        LOST: [f"{at_root}404.html"]
    }


def _covering(pages: Mapping[str, str]) -> Iterator[str]:
    """Yield the longest page, and each that has a class which no longer one has."""
    seen: set[str] = set()
    for address in sorted(pages, key=lambda address: -len(pages[address])):
        classes = {
            name
            for text in re.findall(r'class="([^"]*)"', pages[address])
            for name in text.split()
        }
        if not classes <= seen:
            yield address
        seen |= classes
