"""Markdown to HTML, once for every use: pages, feeds, open data.

Core Python-Markdown is kept: pymdownx's `betterem` and `extra` break bold next to Chinese
punctuation. Raw HTML is shown as text. Links inside the site are left open by the converter and
closed by `link`, so that converting depends on the text alone.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Final
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from microsite.workers import spread

ROOT: Final = "\x1d"
"""Stands for the site's root in finished HTML; the reader lets no file contain it."""

WORTH_A_PROCESS: Final = 200
"""Texts that take longer to convert than a process takes to start."""

_OPEN: Final = "\x1e"
_EXTERNAL = re.compile(
    "https?:|mailto:|tel:|\x02"
)  # the last begins an address the library has disguised
_CJK = (
    "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—·"
)
_SOFT_BREAK = re.compile(rf"([{_CJK}][*_)\]]*) ?\n[ \t]*(?=[*_!\[]*[{_CJK}])")


@dataclass(frozen=True, slots=True)
class Prose:
    """A converted text."""

    html: str
    """With `ROOT` before every address inside the site."""
    headings: tuple[tuple[int, str, str], ...]
    """Level, id and text of each."""
    links: tuple[str, ...]
    """What the text links to inside the site, as it was written, images included."""

    @property
    def text(self) -> str:
        """The words alone."""
        return unescape(re.sub(r"<[^>]*>", "", self.html))

    @property
    def length(self) -> int:
        """In characters, white space left out."""
        return len("".join(self.text.split()))

    def at(self, root: str) -> str:
        """Return the HTML with `root` as the way to the site's root."""
        return self.html.replace(ROOT, root)


def start_converting(texts: Sequence[str]) -> Callable[[], list[Prose]]:
    """Go to work in the background; return what waits for the result of `convert`."""
    return spread(convert, texts, WORTH_A_PROCESS)


def convert(texts: Sequence[str]) -> list[Prose]:
    """Return each text as HTML in which links inside the site are still open."""
    markdown = Markdown(extensions=extensions())
    return [_prose(markdown, text) for text in texts]


def _prose(markdown: Markdown, text: str) -> Prose:
    html = markdown.reset().convert(text)
    headings = tuple(_flat(markdown.toc_tokens))  # type: ignore[attr-defined] # of an extension
    links = tuple(unescape(link) for link in re.findall(f"{_OPEN}(.*?){_OPEN}", html))
    return Prose(html, headings, links)


def link(prose: Prose, address: Callable[[str], str]) -> Prose:
    """Return `prose` with each open link closed by the `address` of its target below the root."""
    if not prose.links:
        return prose
    html = re.sub(
        f"{_OPEN}(.*?){_OPEN}",
        lambda found: ROOT + escape(address(unescape(found[1]))),
        prose.html,
    )
    return Prose(html, prose.headings, prose.links)


def extensions() -> list[Extension]:
    """Return what the converter adds to core Python-Markdown."""
    return [
        TableExtension(),
        SaneListExtension(),
        TocExtension(slugify=slugify_unicode, toc_depth="2-4"),
        _Chinese(),
        _Site(),
    ]


def _flat(tokens: list[dict[str, object]]) -> "list[tuple[int, str, str]]":
    found: list[tuple[int, str, str]] = []
    for token in tokens:
        found.append((int(str(token["level"])), str(token["id"]), unescape(str(token["name"]))))
        found += _flat(token["children"])  # type: ignore[arg-type]
    return found


class _Chinese(Extension):
    """A line broken between two Chinese characters is one line: no space appears."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.treeprocessors.register(
            _SoftBreaks(md), "soft-breaks", 25
        )  # before inline patterns, at 20


class _SoftBreaks(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString):
                element.text = _SOFT_BREAK.sub(r"\1", element.text)


class _Site(Extension):
    """No raw HTML; links inside the site are left open."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(
            _OpenLinks(md), "open-links", 15
        )  # after inline patterns, at 20


class _OpenLinks(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            name = "src" if element.tag == "img" else "href"
            target = element.get(name)
            if target is not None and not _EXTERNAL.match(target):
                element.set(name, f"{_OPEN}{target}{_OPEN}")
