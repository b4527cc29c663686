"""Why a text is not YAML, told to someone who has never heard of YAML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class Explanation:
    """The likeliest cause of a syntax error; line and column count from 0."""

    line: int
    column: int
    code: str
    message: str


FULL_WIDTH_COLON = re.compile(r"\s*(?:- )?(?P<key>[\w-]{1,40})：")
MISSING_SPACE = re.compile(r"\s*(?:- )?(?P<key>[A-Za-z][\w-]{0,39}):(?=[^\s/:])")
RESERVED = re.compile(r"""\s*(?:- )?(?:[\w-]+:\s+)?(?P<mark>[@`%*&!])""")
TO_REPLACE = {"\t": "制表符（Tab）", "\u3000": "全角空格", "\xa0": "不换行空格"}
BLANKS = (" ", *TO_REPLACE)

GENERAL = {
    "mapping values are not allowed": (
        "yaml-mapping",
        "这里不该出现冒号：请检查上一行写完没有、这一行缩进对不对；文字里的冒号请用全角“：”",
    ),
    "escape character": (
        "yaml-escape",
        "双引号里的反斜杠“\\”有特殊含义，请删去反斜杠，或改用单引号",
    ),
    "quoted scalar": (
        "yaml-quote",
        "从这里开始的引号没有配对，请补上另一半，或去掉引号",
    ),
    "flow sequence": (
        "yaml-bracket",
        "从这里开始的方括号“[”没有合上，或里面少了逗号，请补上“]”或半角逗号",
    ),
    "flow mapping": (
        "yaml-bracket",
        "从这里开始的花括号“{”没有合上，或里面少了逗号，请补上“}”或半角逗号",
    ),
    "block collection": (
        "yaml-indent",
        "这一行应当以“- ”开头，或缩进与上一行不一致",
    ),
    "block mapping": (
        "yaml-indent",
        "这一行的缩进与前后不一致，或引号后面多了文字，请与上一行对齐",
    ),
    "expected <document start>": (
        "yaml-indent",
        "这一行的缩进比开头的行少，或多了一个括号，请与上一行对齐",
    ),
    "could not find expected ':'": (
        "yaml-colon",
        "这一行缺少冒号，应写成“名称: 内容”（半角冒号加一个空格）",
    ),
}
"""What the parser says (part of it), and what that means."""

AT_PROBLEM = frozenset({"yaml-mapping", "yaml-indent", "yaml-escape"})
"""Codes that point where the parser stopped; the others point where the trouble began."""


def explain(text: str, error: yaml.MarkedYAMLError) -> Explanation:
    """Return the likeliest cause of `error`: editors' usual slips, else what the parser says."""
    lines = text.split("\n")
    stop = _place(error.problem_mark, lines)
    start = _place(error.context_mark, lines) if error.context_mark else stop
    said = f"{error.context or ''} {error.problem or ''}"
    if "quoted scalar" not in said:
        for number in sorted({stop[0], max(stop[0] - 1, 0), start[0]}, reverse=True):
            if slip := next(_slips(number, lines[number]), None):
                return slip
    for words, (code, message) in GENERAL.items():
        if words in said:
            return Explanation(*(stop if code in AT_PROBLEM else start), code, message)
    message = "这里的写法读不懂，请对照相邻的记录检查标点和缩进"
    return Explanation(*stop, "yaml-syntax", message)


def _place(mark: yaml.Mark | None, lines: list[str]) -> tuple[int, int]:
    """Return line and column of `mark`; the parser may point past the end of the text."""
    if mark is None or mark.line >= len(lines):
        return len(lines) - 1, 0
    return mark.line, mark.column


def misspelt_colon(line: str) -> str | None:
    """Return what to type if `line` is a key whose colon is full-width or lacks its space."""
    if match := FULL_WIDTH_COLON.match(line) or MISSING_SPACE.match(line):
        return f"“{match['key']}”后面要用半角冒号加一个空格，写成“{match['key']}: ”"
    return None


def _slips(number: int, line: str) -> Iterator[Explanation]:
    blanks = line[: len(line) - len(line.lstrip("".join(BLANKS)))]
    for blank, name in TO_REPLACE.items():
        if blank in blanks:
            message = f"行首不能用{name}缩进，请换成半角空格，每层两个"
            yield Explanation(number, blanks.index(blank), "yaml-tab", message)
    if hint := misspelt_colon(line):
        yield Explanation(number, len(blanks), "yaml-colon", hint)
    if match := RESERVED.match(line):
        message = f"文字不能以“{match['mark']}”开头，请用引号把整段文字括起来"
        yield Explanation(number, match.start("mark"), "yaml-reserved", message)
