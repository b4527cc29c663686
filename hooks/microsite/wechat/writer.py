"""The words of one story, written anew in what WeChat keeps.

Lists are flat, links are numbered notes, and places are kept for pictures.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborNode

from microsite.content.pictures import Picture
from microsite.wechat import styles
from microsite.wechat.markup import TEXT, children, parsed
from microsite.wechat.styles import OF_TAG, STYLE, TAGS

BLOCKS: Final = frozenset(
    {
        *("p", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "figure"),
        *("table", "thead", "tbody", "tr", "th", "td", "pre", "hr", "section", "figcaption"),
    }
)
ALIGNED: Final = re.compile("text-align: (left|center|right)")
OUTSIDE: Final = re.compile("(?:https?|mailto|tel):")
UNORDERED: Final = "◦ "
"""Before items inside items: a list there would not survive."""


@dataclass(frozen=True, slots=True)
class Note:
    """An address that the story links to."""

    number: int
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A picture that the editor is to put in the place that says its name."""

    name: str
    alt: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Words:
    """A story's own words, and what belongs to them."""

    element: ET.Element
    notes: tuple[Note, ...]
    inserts: tuple[Insert, ...]


def written(html: str, page: str, pictures: Mapping[str, Picture]) -> Words:
    """Return the story anew.

    Args:
        html: Of the story, its links complete.
        page: The story's own address: what it says about itself needs no note.
        pictures: By the address at which readers of the site find the largest rendition.
    """
    writer = _Writer(page, pictures)
    element = writer.write(parsed(html))
    return Words(element, tuple(writer.notes.values()), tuple(writer.inserts.values()))


class _Writer:
    """Goes through one story; what it finds on the way is numbered in order."""

    def __init__(self, page: str, pictures: Mapping[str, Picture]) -> None:
        self.notes: dict[str, Note] = {}
        self.inserts: dict[str, Insert] = {}
        self._page = page
        self._pictures = pictures
        self._tree = ET.TreeBuilder()
        self._marker = ""
        """Of an item that has no word yet."""
        self._ways: dict[str, Callable[[LexborNode], None]] = {
            "a": self._link,
            "img": self._place,
            "figure": self._figure,
            "figcaption": lambda node: self._block("p", styles.CAPTION, node),
            "h4": self._minor,
            "h5": self._minor,
            "h6": self._minor,
            "ul": self._list,
            "ol": self._list,
            TEXT: self._text,
        }

    def write(self, body: LexborNode) -> ET.Element:
        """Return the whole story as a section."""
        self._block("section", styles.BODY, body)
        return self._tree.close()

    def _inside(self, node: LexborNode) -> None:
        for child in children(node):
            self._ways.get(child.tag or "", self._element)(child)

    def _block(self, tag: str, style: str, node: LexborNode) -> None:
        self._tree.start(tag, {STYLE: style} if style else {})
        self._inside(node)
        self._tree.end(tag)

    def _element(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag not in TAGS:
            self._inside(node)
            return
        is_typed = tag == "code" and node.parent is not None and node.parent.tag == "pre"
        aligned = ALIGNED.search(node.attributes.get(STYLE) or "")
        style = "" if is_typed else OF_TAG.get(tag, "")
        self._block(tag, f"{style};text-align:{aligned[1]}" if aligned else style, node)

    def _minor(self, node: LexborNode) -> None:
        self._block("p", styles.MINOR, node)

    def _text(self, node: LexborNode) -> None:
        text = node.text_content or ""
        if node.parent is not None and node.parent.tag in {"pre", "code"}:
            self._say(text)
        elif text.strip() or not _is_between_blocks(node):
            self._say(re.sub("[ \t]*\n[ \t]*", " ", text))

    def _say(self, text: str) -> None:
        if text.strip():
            self._mark()
        self._tree.data(text)

    def _mark(self) -> None:
        """Write the number or bullet that waits for the first word of its item."""
        marker, self._marker = self._marker, ""
        if marker:
            self._add(marker, styles.MARKER)

    def _add(self, text: str, style: str, tag: str = "span") -> None:
        """Write what is none of the story's own words."""
        self._tree.start(tag, {STYLE: style})
        self._tree.data(text)
        self._tree.end(tag)

    def _link(self, node: LexborNode) -> None:
        self._inside(node)
        address = (node.attributes.get("href") or "").strip()
        shown = re.sub("^(?:mailto|tel):", "", address)
        words = "".join(node.text().split())
        is_own = address.partition("#")[0] == self._page
        if words and OUTSIDE.match(address) and not is_own and words != shown:
            note = self.notes.setdefault(shown, Note(len(self.notes) + 1, words, shown))
            self._add(f"[{note.number}]", styles.NOTE)

    def _figure(self, node: LexborNode) -> None:
        self._block("section", styles.FIGURE, node)

    def _place(self, node: LexborNode) -> None:
        insert = self._insert(node)
        self._mark()
        if "figure" in _around(node):
            self._add(f"［此处插入 {insert.name}：{insert.alt}］", styles.PLACEHOLDER, "p")
        else:
            self._add(f"［{insert.name}］", styles.INLINE_PLACEHOLDER)

    def _insert(self, node: LexborNode) -> Insert:
        """Return the picture to be put in; the same one has the same number wherever it stands."""
        address = node.attributes.get("src") or ""
        picture = self._pictures[address]
        name = f"图{len(self.inserts) + 1}.{picture.largest.format}"
        alt = node.attributes.get("alt") or ""
        return self.inserts.setdefault(address, Insert(name, alt, picture))

    def _list(self, node: LexborNode) -> None:
        tag = node.tag or ""
        start = node.attributes.get("start") or "1"
        if start == "1" and "li" not in _around(node):
            self._block(tag, OF_TAG[tag], node)
            return
        first = int(start) if start.isdecimal() else 1
        for number, item in enumerate(node.iter(), first):
            self._marker = f"{number}. " if tag == "ol" else UNORDERED
            self._block("section", styles.NESTED, item)
            self._marker = ""


def _is_between_blocks(node: LexborNode) -> bool:
    beside = (node.prev, node.next)
    return any(one is None or one.tag in BLOCKS for one in beside)


def _around(node: LexborNode) -> set[str]:
    """Return the tags of all elements around `node`."""
    found: set[str] = set()
    while node.parent is not None:
        node = node.parent
        found.add(node.tag or "")
    return found
