"""How an editor says that a rule does not apply to a place, and why.

`<!-- 允许 code：理由 -->` in Markdown, `# 允许 code：理由` in YAML: at the end of a line for it,
on a line of its own for the paragraph or the value that follows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CODE = "[a-z][a-z0-9-]*"
_WORDS = (
    rf"允许[ \t]+(?P<codes>{_CODE}(?:[、,， ]+{_CODE})*)"
    r"[ \t]*(?:[：:](?P<reason>[^\n]*?))?[ \t]*"
)
# An example inside a code span never ends its line.
_MARK = rf"<!--[ \t]*{_WORDS}-->[ \t]*$"
_COMMENT = re.compile(rf"(?m){_MARK}")
_REMARK = re.compile(rf"(?m)(?<!\S)#[ \t]*{_WORDS}$")
_OWN_LINE = re.compile(rf"(?m)^ {{,3}}{_MARK}\n?")
_END_OF_LINE = re.compile(rf"(?m)[ \t]*{_MARK}")
_END_OF_BLOCK = re.compile(r"\n[ \t]*(?=\n)|\Z")
_LINE_END = re.compile("$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Allowance:
    """A part of a text in which problems of certain codes are meant."""

    at: int
    """Where it is written; it holds from `start` to `end`."""
    codes: tuple[str, ...]
    reason: str
    start: int
    end: int


def without_allowances(markdown: str) -> str:
    """Return the text as it is to be published: nobody else needs to know."""
    if "<!--" not in markdown:
        return markdown
    return _END_OF_LINE.sub("", _OWN_LINE.sub("", markdown))


def allowances(text: str, body: int) -> Iterator[Allowance]:
    """Find every allowance of a file whose Markdown begins at `body`."""
    if "允许" in text:
        yield from (_allowance(text, f, _LINE_END) for f in _REMARK.finditer(text, 0, body))
        yield from (_allowance(text, f, _END_OF_BLOCK) for f in _COMMENT.finditer(text, body))


def _allowance(text: str, found: re.Match[str], until: re.Pattern[str]) -> Allowance:
    codes = tuple(re.findall(_CODE, found["codes"]))
    start, end = text.rfind("\n", 0, found.start()) + 1, found.end()
    if not text[start : found.start()].strip():
        stop = until.search(text, min(found.end() + 1, len(text)))
        end = stop.start() if stop else len(text)
    return Allowance(found.start(), codes, (found["reason"] or "").strip(), start, end)
