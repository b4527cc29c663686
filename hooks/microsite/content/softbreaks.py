"""A line broken between two Chinese characters is one line: no space appears."""

import re
from collections.abc import Iterator
from typing import TypeAlias
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CJK = (
    "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—·"
)
"""Characters between which a line break is no space, as they stand in a character class."""
_SOFT_BREAK = re.compile(rf"(?<=[{CJK}]) ?\n[ \t]*(?=[{CJK}])")
_BLOCKS = frozenset({"p", "li", "td", "th", "dd", "dt", "h2", "h3", "h4", "h5", "h6"})

Slot: TypeAlias = tuple[ET.Element | None, str, str]
"""A piece of text: whose it is (nobody's, if it stays), whether `text` or `tail`, and itself."""


class ChineseExtension(Extension):
    """Joins lines in paragraphs, list items, cells and headings; code keeps its lines."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Come after the inline patterns, at 20, to see links and bold as the words they show."""
        md.treeprocessors.register(_SoftBreaks(md), "soft-breaks", 16)


class _SoftBreaks(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if element.tag in _BLOCKS:
                _join_lines(element)


def _join_lines(element: ET.Element) -> None:
    slots = list(_slots(element))
    whole = "".join(text for _, _, text in slots)
    dropped = {at for found in _SOFT_BREAK.finditer(whole) for at in range(*found.span())}
    start = 0
    for owner, place, text in slots:
        if owner is not None and dropped:
            kept = (letter for at, letter in enumerate(text, start) if at not in dropped)
            setattr(owner, place, "".join(kept))
        start += len(text)


def _slots(element: ET.Element) -> Iterator[Slot]:
    yield element, "text", element.text or ""
    for child in element:
        if child.tag == "img":
            yield None, "", "图"  # a picture between characters is one of them
        elif child.tag in {"br", "pre"}:
            yield None, "", "\0"
        elif child.tag == "code":
            yield None, "", child.text or ""
        else:
            yield from _slots(child)
        yield child, "tail", child.tail or ""
