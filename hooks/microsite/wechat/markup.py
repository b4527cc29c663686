"""HTML as it is read and written here, and the sanitiser that both go through."""

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser, LexborNode

from microsite.wechat.styles import STYLE, TAGS, kept_style

TEXT: Final = "-text"
"""What the parser calls a piece of text."""
SILENT: Final = frozenset(
    {"script", "style", "template", "title", "textarea", "noscript", "iframe", "select", "svg"}
)
"""What has no words for readers inside."""
PASSES: Final = 3
"""A tag that is gone may change how those around it are read; then once more, for certain."""


def parsed(html: str) -> LexborNode:
    """Return the element around all of `html`, read as a browser does."""
    body = LexborHTMLParser(html).body
    assert body is not None  # the parser adds one
    return body


def children(node: LexborNode) -> Iterator[LexborNode]:
    """Return elements and texts inside `node`, one level down."""
    return node.iter(include_text=True)


def block(
    tag: str, style: str = "", text: str = "", inside: tuple[ET.Element, ...] = ()
) -> ET.Element:
    """Return an element with a text, then other elements inside."""
    element = ET.Element(tag, {STYLE: style} if style else {})
    element.text = text
    element.extend(inside)
    return element


def markup(element: ET.Element) -> str:
    """Return the HTML of `element`."""
    return ET.tostring(element, encoding="unicode", method="html")


def sanitised(html: str) -> str:
    """Return `html` with nothing but what WeChat keeps; what is clean comes back as it was."""
    for _ in range(PASSES):
        html = _filtered(html)
    return html


def _filtered(html: str) -> str:
    tree = ET.TreeBuilder()
    tree.start("body", {})
    _copy(parsed(html), tree)
    tree.end("body")
    return markup(tree.close()).removeprefix("<body>").removesuffix("</body>")


def _copy(node: LexborNode, tree: ET.TreeBuilder) -> None:
    for child in children(node):
        tag = child.tag or ""
        if tag == TEXT:
            tree.data(child.text_content or "")
        elif tag in TAGS:
            style = kept_style(child.attributes.get(STYLE) or "")
            tree.start(tag, {STYLE: style} if style else {})
            _copy(child, tree)
            tree.end(tag)
        elif tag not in SILENT:
            _copy(child, tree)
