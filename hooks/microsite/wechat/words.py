"""The words of an article, without markup: as text to copy, and those of the story alone."""

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from microsite.wechat.markup import TEXT, children, parsed
from microsite.wechat.styles import ADDED, BODY, STYLE

BLOCKS: Final = frozenset(
    {"section", "p", "h2", "h3", "blockquote", "ul", "ol", "table", "tr", "pre", "hr"}
)
CELLS: Final = frozenset({"th", "td"})
BULLET: Final = "· "
BETWEEN_CELLS: Final = "\t"


def plain_text(html: str) -> str:
    """Return an article as text: a line for each block, numbers and bullets before items."""
    lines = map(str.rstrip, _text(parsed(html)).split("\n"))
    return "\n".join(line for line in lines if line)


def story_text(html: str) -> str:
    """Return the story's own words in an article, white space left out.

    What stands before and after the story is left out, and among its words whatever the article
    adds: numbers of notes, places for pictures, numbers and bullets of lists that were made flat.
    """
    sections = parsed(html).css("section")
    body = next((one for one in sections if one.attributes.get(STYLE) == BODY), None)
    return "".join("".join(_own(body)).split()) if body else ""


def _own(node: LexborNode) -> Iterator[str]:
    for child in children(node):
        if child.tag == TEXT:
            yield child.text_content or ""
        elif child.attributes.get(STYLE) not in ADDED:
            yield from _own(child)


def _text(node: LexborNode) -> str:
    return "".join(_piece(node, child, number) for number, child in enumerate(children(node), 1))


def _piece(parent: LexborNode, node: LexborNode, number: int) -> str:
    """Return the text of `node`, which is the child of this `number`."""
    tag = node.tag or ""
    if tag == TEXT:
        text = node.text_content or ""
        return text if parent.tag in {"pre", "code"} else re.sub("[ \t\n]+", " ", text)
    if tag == "br":
        return "\n"
    if tag == "li":
        marker = f"{number}. " if parent.tag == "ol" else BULLET
        return f"{marker}{_text(node).strip()}\n"
    if tag in BLOCKS:
        return f"\n{_text(node)}\n"
    return _text(node) + (BETWEEN_CELLS if tag in CELLS and node.next else "")
