"""Marks that come in pairs, as GB/T 15834—2011 has them: quotation marks, brackets, titles."""

import re
from collections.abc import Iterable, Iterator

from microsite.rules.passage import Passage, pairs
from microsite.rules.rule import PUNCTUATION, Find, Finding, H, Rule, either, finding, pattern

FULL = str.maketrans("()", "（）")
CLOSING = "”’）》〉】〕"
OPENING = "“‘（《〈【〔"
PAIRS = dict(zip(CLOSING + ")", OPENING + "(", strict=True))
_MARKS = re.compile(r"[“”‘’（）《》〈〉【】〔〕()\n]")
_MARK_LETTERS = frozenset(_MARKS.pattern[1:-1]) - {"\n"}
_ODD_BLOCK = re.compile(f"[^\\n]*[{H}][^\\n]*")
_NESTED = re.compile(r"“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)+”")
_QUOTED = re.compile("“([^“”]*)”")
_NEXT_QUOTED = re.compile(r"\n*“")
_LABEL = re.compile(r"(?:^|[^0-9a-zA-Z])(?:[0-9]{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})\Z")


def _quoted(found: re.Match[str]) -> str:
    inner = found["inner"]
    around = found.string[max(found.start() - 1, 0) : found.end() + 1]
    is_chinese = re.search(f"[{H}，。]", around)
    return f"“{inner}”" if is_chinese else found[0]


def _single(found: re.Match[str]) -> str:
    return f"‘{found['inner']}’"


def _odd_quotes(passage: Passage) -> Iterator[Finding]:
    """Find the last straight mark of a Chinese block that has an odd number of them."""
    if '"' not in passage.letters:
        return
    for block in _ODD_BLOCK.finditer(passage.text):
        if block[0].count('"') % 2:
            at = block.start() + block[0].rindex('"')
            yield finding(passage, at, at + 1, "直引号没有配对，请改成“或”")


def _bracketed(found: re.Match[str]) -> str:
    return found[0].translate(FULL)


def _unpaired(passage: Passage) -> Iterator[Finding]:
    """Find marks without their other half; a quotation of several paragraphs closes at its end."""
    text, start = passage.text, 0
    opened: list[int] = []
    for found in _MARKS.finditer(text) if passage.has_any(_MARK_LETTERS) else ():
        mark, at = found[0], found.start()
        if mark in OPENING + "(":
            opened.append(at)
        elif mark in PAIRS:
            if opened and text[opened[-1]].translate(FULL) == PAIRS[mark].translate(FULL):
                opened.pop()
            elif not _is_no_bracket(text, at, start):
                yield _lone(passage, at)
        else:
            start = found.end()
            yield from _left_open(passage, opened, start)
            opened.clear()


def _left_open(passage: Passage, opened: Iterable[int], end: int) -> Iterator[Finding]:
    """Find the marks of a block that its `end` leaves open, and must not."""
    text = passage.text
    for at in opened:
        is_open_paragraph = text[at] == "“" and _NEXT_QUOTED.match(text, end)
        if not is_open_paragraph and not _is_list_start(text, at):
            yield _lone(passage, at)


def _is_no_bracket(text: str, at: int, start: int) -> bool:
    """Tell apostrophes of English words, and the half brackets of labels such as `1）`."""
    if text[at] == "’":
        return text[at - 1 : at].isascii()
    return text[at] in "）)" and _LABEL.search(text[max(start, at - 4) : at]) is not None


def _is_list_start(text: str, at: int) -> bool:
    return text[at] == "‘" and text[at + 1 : at + 2].isdigit()


def _lone(passage: Passage, at: int) -> Finding:
    message = "“{found}”没有配对，请补上另一半，或删去"
    return finding(passage, at, at + 1, message)


def _nested_quotes(passage: Passage) -> Iterator[Finding]:
    for outer in _NESTED.finditer(passage.text):
        for inner in _QUOTED.finditer(passage.text, outer.start() + 1, outer.end() - 1):
            message = "引号里面再用引号，里面用单引号，写成“{right}”"
            yield finding(passage, *inner.span(), message, f"‘{inner[1]}’")


def _parted(pair: str) -> Find:
    """Return what finds `、` between two quoted parts of a sentence where all stand alone."""
    first, last = pair[0], pair[1]
    between = re.compile(f"{last}(、){first}")
    # Where words stand behind one of the parts, the mark may stand between all.
    followed = re.compile(f"{last}[^、，：{pair}]{{1,20}}、")

    def find(passage: Passage) -> Iterator[Finding]:
        if not passage.has_any(pairs=pairs(f"{last}、")):
            return
        for sentence in re.finditer(r"[^。；\n]+", passage.text):
            if last in sentence[0] and not followed.search(sentence[0]):
                for found in between.finditer(passage.text, *sentence.span()):
                    message = "并列的引号之间、书名号之间不用顿号，请删去"
                    yield finding(passage, *found.span(1), message, "")

    return find


RULES = (
    Rule(
        "quotes-straight",
        "直引号",
        "中文里的引号用弯引号“”和‘’。",
        '他说"大家的事大家商量"。',
        "他说“大家的事大家商量”，文件名是 `a.txt`。",
        either(
            pattern(
                r"[\"＂](?P<inner>[^\"＂\n]+)[\"＂]",
                "中文里不用直引号，写成{right}",
                _quoted,
                needs='"＂',
            ),
            pattern(
                rf"(?<![A-Za-z0-9])'(?P<inner>[^'\n]*[{H}][^'\n]*)'",
                "中文里不用直引号，写成{right}",
                _single,
                needs="'",
            ),
            _odd_quotes,
        ),
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "quotes-corner",
        "直角引号",
        "横排的文字用弯引号“”和‘’；直角引号用于竖排。",
        "活动叫「邻里议事会」。",
        "活动叫“邻里议事会”。",
        pattern(
            r"「([^「」\n]*)」|『([^『』\n]*)』",
            "横排文字的引号写成{right}",
            lambda found: f"“{found[1]}”" if found[1] is not None else f"‘{found[2]}’",
            needs="「『",
        ),
        level="warning",
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "quotes-nested",
        "引号套引号",
        "引号里面再用引号时，外面用双引号，里面用单引号。",
        "他说：“我们要做到“四有”，一项不少。”",
        "他说：“我们要做到‘四有’，一项不少。”",
        _nested_quotes,
        level="warning",
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "marks-unpaired",
        "不成对的引号、括号、书名号",
        "引号、括号、书名号两半都要有，而且要配套。",
        "学习《城市更新条例，交流体会。",
        "学习《城市更新条例》，办法是：1）读原文；2）谈体会（每人三分钟）。",
        _unpaired,
        source=PUNCTUATION,
    ),
    Rule(
        "brackets-half-width",
        "半角括号",
        "中文旁边的括号用全角。",
        "住房公积金(以下简称公积金)可以提取。",
        "住房公积金（以下简称公积金）可以提取，公式是 f(x)。",
        pattern(
            rf"\([^()\n]*[{H}，。、][^()\n]*\)|(?<=[{H}”》])\([^()\n]*\)"
            rf"|\([^()\n]*\)(?=[{H}，。；、])(?<![A-Za-z]\(.\))|(?<=[{H}])[()](?=[{H}])",
            "中文旁边的括号用全角，写成“{right}”",
            _bracketed,
            needs="()",
        ),
        level="warning",
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "titles-parted",
        "书名号之间的顿号",
        "并列的书名号之间不用顿号；其中一个后面有括注等文字时可以用。",
        "学习《甲办法》、《乙办法》。",
        "学习《甲办法》《乙办法》，参照《丙办法》（试行）、《丁办法》。",
        _parted("《》"),
        level="warning",
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "quotes-parted",
        "引号之间的顿号",
        "并列的引号之间不用顿号；其中一个后面有别的文字时可以用。",
        "把“点单”、“派单”、“接单”连起来。",
        "把“点单”“派单”“接单”连起来；“甲”工程、“乙”、“丙”行动也一样。",
        _parted("“”"),
        level="warning",
        source=PUNCTUATION,
        fixes=True,
    ),
)
