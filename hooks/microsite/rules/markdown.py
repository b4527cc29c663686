"""Markdown to the letters that readers see, each piece with its place in the file."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from microsite.content.softbreaks import CJK

BREAK: Final = "\n"
"""Stands between blocks."""
OBJECT: Final = "\ufffc"
"""Stands for code, addresses and markup that is not text."""


class Piece(NamedTuple):
    """Letters that stand together in the file."""

    start: int
    text: str
    role: str


_CODE = r"(?<!\\)(?P<ticks>`+)(?!`)(?:[^`\n]|(?<!`)`(?!(?P=ticks))|\n(?![ \t]*\n))+(?P=ticks)(?!`)"
_SPAN = re.compile(_CODE)
_TOKEN = re.compile(
    rf"""
    (?=[\s!-~])(?:  # most letters are Chinese, and begin nothing
    (?P<code>{_CODE})
    |(?P<break>(?<![ \t])[ \t]*\n)
    |(?P<address><(?:https?:|mailto:)[^>\s]+>|<[\w.+-]+@[\w.-]+>|https?://[!-~]+)
    |(?P<html><!--.*?-->|</?[A-Za-z][^<>\n]*>|&(?:[A-Za-z]+|\#[0-9]+);)
    |(?P<close>\]\((?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)
        (?:[ \t]+"(?P<caption>[^"\n]*)")?[ \t]*\))
    |(?P<open>!?\[(?=[^\[\]\n]*\]\())
    |(?P<escape>\\(?P<letter>[\\`*_{{}}\[\]()>\#+.!-]))
    |(?P<stars>\*+|(?<!\w)__(?=\S)|(?<=\S)__(?!\w))
    |(?P<heading>^[ ]{{,3}}\#{{1,6}}[ \t]*)
    |(?P<line>^[ \t]*(?=[-:|=*_])(?:[-:| \t]{{3,}}|={{3,}}|\*{{3,}}|_{{3,}})$)
    |(?P<mark>^[ \t>]*(?:[-*+]|\d{{1,3}}\.)[ \t]+|^[ \t]*>[ \t>]*|^[ \t]+)
    |(?P<definition>^\[[^\]\n]+\]:[^\n]*$)
    |(?P<cell>[ \t]*\|[ \t]*)
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_ROLES = {"heading": "heading", "cell": "cell", "line": "cell", "definition": "cell"}
_SHOWN = dict.fromkeys(("code", "address", "html"), OBJECT) | dict.fromkeys(
    ("cell", "line", "definition"), BREAK
)
_BLOCK = re.compile(r"[ \t]*(?:\n|\Z|#|>|\||[-*+][ \t]|\d{1,3}\.[ \t])")
_CHINESE = re.compile(f"[{CJK}]")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_INDENTED = re.compile(r"(?:(?: {4}|\t)[^\n]*\n?)+")
_LIST = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}\.)[ \t]")


def without_code(text: str) -> str:
    """Return `text` with a blank for every letter of a code span, its lines kept."""
    return _SPAN.sub(lambda found: re.sub("[^\n]", " ", found[0]), text)


def code_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Find paragraphs that become code because they are indented, outside lists."""
    in_list = False
    for block in _PARAGRAPH.finditer(text) if "    " in text or "\t" in text else ():
        if indented := _INDENTED.match(block[0]):
            if not in_list:
                yield block.start(), block.start() + indented.end()
        else:
            in_list = any(map(_LIST.match, block[0].split("\n")))


def pieces_of(body: str, start: int) -> Iterator[Piece]:
    """Return what readers see of a text that begins at `start` in its file."""
    done, role = 0, "body"
    captions: list[Piece] = []
    ends = dict(code_blocks(body))
    for found in _TOKEN.finditer(body):
        at, end = found.span()
        if at < done:
            continue
        if at > done:
            yield Piece(start + done, body[done:at], role)
        done = end
        if found["break"]:
            yield from _newline(body, at, end, start, role)
            role, done = "body", ends.get(end, end)
        elif found["caption"]:
            captions.append(Piece(start + found.start("caption"), found["caption"], "caption"))
        else:
            role = _ROLES.get(found.lastgroup or "", role)
            shown = found["letter"] or _SHOWN.get(found.lastgroup or "", "")
            if shown:
                yield Piece(start + end - 1 if found["letter"] else start + at, shown, role)
    yield Piece(start + done, body[done:], role)
    for caption in captions:
        yield from (Piece(caption.start, BREAK, "caption"), caption)


def _newline(body: str, at: int, end: int, start: int, role: str) -> Iterator[Piece]:
    """Return what a line break is: the end of a block, a space, or between Chinese nothing."""
    if role != "body" or body[at - 1 : at] in {"", "\n"} or _BLOCK.match(body, end):
        yield Piece(start + at, BREAK, role)
    elif not (_CHINESE.match(body, at - 1) and _CHINESE.match(body, end)):
        yield Piece(start + at, " ", role)
