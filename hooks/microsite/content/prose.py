"""Markdown to HTML, once for every use: pages, feeds, open data.

Core Python-Markdown is kept: pymdownx's `betterem` and `extra` break bold next to Chinese
punctuation. Raw HTML is shown as text. Links inside the site are left open by the converter and
closed by `link`, so that converting depends on the text alone.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import chain, repeat
from typing import Final, TypedDict
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from microsite.content.allowances import without_allowances
from microsite.content.picture_markup import FigureExtension, caption_html, picture_html
from microsite.content.pictures import Picture
from microsite.content.softbreaks import ChineseExtension
from microsite.memory import Memory
from microsite.workers import delegate

ROOT: Final = "\x1d"
"""Stands for the site's root in finished HTML; the reader lets no file contain it."""

WORTH_A_PROCESS: Final = 200
"""Texts that take longer to convert than a process takes to start."""

APART: Final = "text-"
"""Begins the id of a heading that the page itself might have: all of the page's are ASCII."""

_OPEN: Final = "\x1e"
_OPEN_LINK = re.compile(f"{_OPEN}(.*?){_OPEN}")
_EXTERNAL = re.compile(
    "https?:|mailto:|tel:|\x02"
)  # the last begins an address the library has disguised
_IMAGE = re.compile(
    r"(?P<tag><img [^>]*>)"
    r"(?P<end>(?P<link></a>)?\s*(?:<figcaption>(?P<caption>[^<]*)</figcaption>\s*)?</figure>)?"
)
"""An image, and how the figure ends in which it stands, if it does."""
_MARK = re.compile("[][\\\\`*_<&\x02\x03]|  \n")
"""With one of these begins whatever is more than text inside a line."""
_LINK = re.compile(f'<a href="{ROOT}(?P<url>[^"#]*)[^"]*"[^>]*>(?P<words>.*?)</a>', re.DOTALL)
_ATTRIBUTE = re.compile('([a-z]+)="([^"]*)"')


class Token(TypedDict):
    """A heading, as the `toc` extension tells of it."""

    level: int
    id: str
    name: str
    children: "list[Token]"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that a text shows."""

    target: str
    """As it was written."""
    is_figure: bool
    """Whether it stands by itself, so that words can stand below it."""
    caption: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A part of a text that cannot be published."""

    source: str
    """How it stands in the Markdown text, after the line break if there is one."""
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A converted text."""

    html: str
    """With `ROOT` before every address inside the site."""
    headings: tuple[tuple[int, str, str], ...]
    """Level, id and text of each."""
    links: tuple[str, ...]
    """What the text links to inside the site, as it was written, images included."""
    images: tuple[Image, ...] = ()
    """Which of them are shown as pictures, and how."""
    slips: tuple[Slip, ...] = ()
    """What a text must not have."""

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


def start_converting(
    texts: Sequence[str], memory: Memory[str, Prose]
) -> Callable[[], list[Prose]]:
    """Go to work in the background; return what waits for the result of `convert`."""
    new = memory.unknown(texts)
    converted = delegate(convert, new, WORTH_A_PROCESS, len)

    def wait() -> list[Prose]:
        memory.learn(new, converted())
        return memory.recall(texts)

    return wait


def convert(texts: Iterable[str]) -> list[Prose]:
    """Return each text as HTML in which links inside the site are still open."""
    markdown = Markdown(extensions=extensions())
    return [_prose(markdown, text) for text in texts]


def _prose(markdown: Markdown, text: str) -> Prose:
    html = markdown.reset().convert(without_allowances(text))
    tokens: list[Token] = markdown.toc_tokens  # type: ignore[attr-defined] # `toc` adds it
    headings = tuple(_flat(tokens))
    slips = tuple(_slips(html, [_attributes(found["tag"]) for found in _IMAGE.finditer(html)]))
    return Prose(html, headings, _open(html), tuple(_images(html)), slips)


def _images(html: str) -> Iterator[Image]:
    for found in _IMAGE.finditer(html):
        source = _attributes(found["tag"])["src"]
        if source.startswith(_OPEN):
            caption = unescape(found["caption"] or "")
            yield Image(source.strip(_OPEN), found["end"] is not None, caption)


def _open(html: str) -> tuple[str, ...]:
    return tuple(map(unescape, _OPEN_LINK.findall(html)))


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag)}


def _slips(html: str, images: Iterable[dict[str, str]]) -> Iterator[Slip]:
    if "<h1" in html:
        message = "正文里不能有一级标题（标题已在开头写明），小标题请用“## ”"
        yield Slip("\n# ", "heading-level", message)
    for image in images:
        target = image["src"].strip(_OPEN)
        if not image["alt"].strip():
            message = f"图片 “{target}” 没有文字说明，请在方括号里写明图上是什么"
            yield Slip(f"]({target}", "image-alt", message)
        if not image["src"].startswith(_OPEN):
            message = f"图片 “{target}” 在别的网站上，请下载后放进 docs/assets/pictures/"
            yield Slip(target, "image-external", message)


def link(
    prose: Prose,
    address: Callable[[str], str],
    picture: Callable[[str], Picture | None] = lambda _: None,
    *,
    is_first: bool = True,
) -> Prose:
    """Return `prose` with its open links closed.

    Args:
        prose: As converted.
        address: Returns where a target is below the root.
        picture: Returns the picture that is to be shown for a target.
        is_first: Whether no other picture of the page stands before those of this text.
    """
    if not prose.links:
        return prose
    firsts = chain([is_first], repeat(False))

    def shown(found: re.Match[str]) -> str:
        attributes = _attributes(found["tag"])
        one = picture(attributes["src"].strip(_OPEN))
        if one is None:
            return found[0]
        html = picture_html(one, attributes, ROOT, is_first=next(firsts))
        if not found["end"]:
            return html
        caption = caption_html(unescape(found["caption"] or ""), one.notes)
        return f"{html}{found['link'] or ''}{caption}</figure>"

    html = _OPEN_LINK.sub(
        lambda found: ROOT + escape(address(unescape(found[1]))),
        _IMAGE.sub(shown, prose.html),
    )
    return replace(prose, html=html)


def unlinked(prose: Prose, pages: Container[str]) -> Prose:
    """Return `prose` with plain words in the place of links to other than these `pages`.

    Args:
        prose: With its links closed.
        pages: Addresses below the site's root, with a slash at their end.
    """

    def kept(found: re.Match[str]) -> str:
        is_page = not found["url"] or found["url"].endswith("/")
        return found["words"] if is_page and found["url"] not in pages else found[0]

    return replace(prose, html=_LINK.sub(kept, prose.html))


def extensions() -> list[Extension]:
    """Return what the converter adds to core Python-Markdown."""
    return [
        TableExtension(),
        SaneListExtension(),
        TocExtension(slugify=heading_id, toc_depth="2-4"),
        ChineseExtension(),
        FigureExtension(),
        _Site(),
    ]


def heading_id(text: str, separator: str = "-") -> str:
    """Return the id of a heading with this `text`; an id is its own."""
    id = slugify_unicode(text, separator)
    return f"{APART}{id}" if id.isascii() and not id.startswith(APART) else id


def _flat(tokens: Iterable[Token]) -> Iterator[tuple[int, str, str]]:
    for token in tokens:
        yield token["level"], token["id"], unescape(token["name"])
        yield from _flat(token["children"])


class _Site(Extension):
    """No raw HTML; links inside the site are left open."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        # Before inline patterns, at 20, and after them, since they make the links.
        md.treeprocessors.register(_Unmarked(md), "unmarked", 21)
        md.treeprocessors.register(_OpenLinks(md), "open-links", 15)


class _Unmarked(Treeprocessor):
    """Saves the search for every inline pattern in text that has no mark of any."""

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if element.text and not _MARK.search(element.text):
                element.text = AtomicString(element.text)


class _OpenLinks(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            name = "src" if element.tag == "img" else "href"
            target = element.get(name)
            if target is not None and not _EXTERNAL.match(target):
                element.set(name, f"{_OPEN}{target}{_OPEN}")
            elif target is not None and element.tag == "a" and target.startswith("http"):
                element.set("rel", "external")
