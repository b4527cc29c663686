"""Marks of Markdown that do not do what their author meant."""

import re
from collections.abc import Iterable, Iterator

from microsite.rules.markdown import code_blocks
from microsite.rules.passage import Passage
from microsite.rules.rule import Change, Find, Finding, H, Rule, either, pairs_of

_ITEM = r"[ ]{0,3}(?:[-*+]|[0-9]{1,3}\.)[ \t]+"
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_ITEM_LINE = re.compile(_ITEM)
_LIST_LINE = re.compile(rf"(?m)^{_ITEM}(?=\S)")
_ROW = re.compile(r"(?m)^[ ]{0,3}\|[^\n]*\n[ ]{0,3}\|[-:| \t]+$")
BULLETS = "－＋＊•●○◆◇■□▪·※➤►▶★☆✓✔"
LONGEST_STARS = 3
"""Bold and italic at once."""
_STARS = re.compile(r"(?<!\\)\*+")
_SURNAME = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史"
    "顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文某"
)
_NAMED = f"[{_SURNAME}市县区局镇乡村省]"
_BEFORE_NAME = re.compile(rf"{_NAMED}\Z")
_ANOTHER_NAME = re.compile(rf"[和与及](?![谐睦美平气解时])[^\n*]{{,6}}{_NAMED}\Z")
_NO_PHRASE = re.compile("[、，。；：！？）》”+]")


def raw(
    expression: str, message: str, change: str | Change | None = None, needs: Iterable[str] = ()
) -> Find:
    """Return what finds `expression` in the Markdown as it was typed, code left out.

    Args:
        expression: A regular expression for several lines.
        message: As `pattern` takes it, and `change`.
        change: What to write instead.
        needs: Letters or words of which every match has one.
    """
    compiled = re.compile(expression, re.MULTILINE)

    def find(passage: Passage) -> Iterator[Finding]:
        if needs and not passage.has_typed(needs):
            return
        for found in compiled.finditer(passage.markdown):
            right = found.expand(change) if isinstance(change, str) else change and change(found)
            said = message.format(found=found[0], right=right)
            yield _at(passage, *found.span(), said, right)

    return find


def _at(
    passage: Passage, start: int, end: int, message: str, replacement: str | None = None
) -> Finding:
    return Finding(passage.body + start, passage.body + end, message, replacement)


def _lists_without_blank(passage: Passage) -> Iterator[Finding]:
    text = passage.markdown
    for block in _BLOCK.finditer(text):
        if _starts_otherwise(block[0]):
            continue
        if found := _LIST_LINE.search(text, block.start(), block.end()):
            message = "列表前面要空一行，否则会连成一段"
            yield _at(passage, found.start(), found.start(), message, "\n")


def _starts_otherwise(block: str) -> bool:
    """Tell whether a block is a list, indented, a heading alone, a table or a quotation."""
    lines = block.split("\n")
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    return (
        not lines or bool(_ITEM_LINE.match(lines[0])) or lines[0].startswith((" ", "\t", "|", ">"))
    )


def _tables_without_blank(passage: Passage) -> Iterator[Finding]:
    text = passage.markdown
    for found in _ROW.finditer(text) if "|" in text else ():
        above = text[text.rfind("\n", 0, max(found.start() - 1, 0)) + 1 : found.start()]
        if above.strip() and not above.startswith("#"):
            message = "表格前面要空一行，否则不会成为表格"
            yield _at(passage, found.start(), found.start(), message, "\n")


def _code_by_indent(passage: Passage) -> Iterator[Finding]:
    for start, end in code_blocks(passage.markdown):
        text = passage.markdown[start:end]
        if re.search(f"[{H}]", text):
            message = "段落缩进四格会变成代码，请删去行首的空格"
            yield _at(passage, start, end, message, re.sub("(?m)^[ \t]+", "", text))


def _stars(passage: Passage) -> Iterator[Finding]:
    """Find stars that are no markup: their number is odd, or what they enclose is no phrase."""
    text = passage.markdown
    for block in _BLOCK.finditer(text) if "*" in text else ():
        if "*" not in block[0]:
            continue
        marks = [
            found
            for found in _STARS.finditer(text, block.start(), block.end())
            if not re.fullmatch(
                r"[ \t]*", text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
            )
            or text[found.end() : found.end() + 1].strip()
        ]
        yield from _pairs(passage, text, marks)


def _pairs(passage: Passage, text: str, marks: list[re.Match[str]]) -> Iterator[Finding]:
    for length in (1, 2):
        same = [found for found in marks if len(found[0]) == length]
        for first, last in zip(same[::2], same[1::2], strict=False):
            inner = text[first.end() : last.start()]
            before = text[max(first.start() - 1, 0) : first.start()]
            is_list_of_names = _BEFORE_NAME.search(before) and _ANOTHER_NAME.match(inner)
            if is_list_of_names or _NO_PHRASE.match(inner):
                yield _leftover(passage, first)
            elif inner != inner.strip():
                message = "加粗的星号要紧贴文字，写成“{right}”"
                right = f"{first[0]}{inner.strip()}{last[0]}"
                at = (first.start(), last.end())
                yield _at(passage, *at, message.format(right=right), right)
        if len(same) % 2:
            yield _leftover(passage, same[-1])
    for found in marks:
        if len(found[0]) > LONGEST_STARS:
            yield _leftover(passage, found)


def _leftover(passage: Passage, found: re.Match[str]) -> Finding:
    message = f"这里的“{found[0]}”不是加粗：是隐去的名称就改写成“某”或补上，是加粗就补上另一半"
    return _at(passage, *found.span(), message)


RULES = (
    Rule(
        "markdown-full-width",
        "全角的 Markdown 记号",
        "“#”“-”“>”“*”和链接的括号要用半角，全角的会原样显示。",
        "＃＃ 怎样报名",
        "## 怎样报名\n\n见[关于](about.md)。",
        either(
            raw(
                "^([ ]{0,3})([＃#]*＃[＃#]*)[ 　]*",
                "小标题写成“{right}”",
                lambda found: f"{found[1]}{found[2].replace('＃', '#')} ",
                needs="＃",
            ),
            raw(
                f"^([ ]{{0,3}})[{BULLETS}][ 　\t]*(?=[^\\s＊])",
                "列表写成“{right}”",
                r"\1- ",
                needs=BULLETS,
            ),
            raw("^([ ]{0,3})＞[ 　]*", "引文写成“{right}”", r"\1> ", needs="＞"),
            raw("＊＊([^＊\n]+)＊＊", "加粗写成“{right}”", r"**\1**", needs=["＊＊"]),
            raw(
                r"[\[［]([^\[\]［］\n]+)[\]］](?!\()[(（]"
                r"((?:https?:|[a-z]+:|[./]*[\w/-]+\.(?:md|pdf|html))[^()（）\s]*)[)）]",
                "链接写成“{right}”",
                r"[\1](\2)",
                needs=("]（", "］（"),
            ),
            raw(
                "^([ ]{0,3})[0-9]{1,2}(?:．|。)[ ]*",
                "列表写成“{right}”",
                lambda found: f"{found[0].rstrip().rstrip('．。')}. ",
                needs=("．", *pairs_of("0123456789", "。")),
            ),
            raw(
                "^｜.*｜[ ]*$",
                "表格的竖线用半角“|”",
                lambda found: found[0].replace("｜", "|"),
                needs="｜",
            ),
        ),
        fixes=True,
    ),
    Rule(
        "markdown-space",
        "记号后面少空格",
        "列表的“-”和“1.”后面要有一个空格，否则不会成为列表。",
        "-先预约\n-再办理",
        "- 先预约\n- 再办理",
        either(
            raw(rf"^([ ]{{0,3}}[-+])(?=[{H}“《（])", "写成“{right}”", r"\1 ", needs="-+"),
            raw(rf"^([ ]{{0,3}}\*)(?=[{H}“《（][^*\n]*$)", "写成“{right}”", r"\1 ", needs="*"),
            raw(
                rf"^[ ]{{0,3}}[0-9]{{1,2}}\.(?=[{H}“《（][^\n]*\n[ ]{{0,3}}[0-9]{{1,2}}\.)"
                rf"|(?<=[^\n]\n)[ ]{{0,3}}[0-9]{{1,2}}\.(?=[{H}“《（])",
                "写成“{right}”",
                lambda found: f"{found[0]} ",
                needs=pairs_of("0123456789", "."),
            ),
        ),
        fixes=True,
    ),
    Rule(
        "markdown-blank-line",
        "列表和表格前少空行",
        "列表和表格前面要空一行，否则会和上一段连在一起。",
        "要带的材料：\n- 身份证\n- 申请表",
        "要带的材料：\n\n- 身份证\n- 申请表",
        either(_lists_without_blank, _tables_without_blank),
        fixes=True,
    ),
    Rule(
        "markdown-indent",
        "缩进变成代码",
        "段首缩进四格会变成代码；段首空两格由版式决定，不用手打。",
        "上一段。\n\n    为了方便居民办事。",
        "- 列表里的\n\n    第二段可以缩进。",
        either(
            _code_by_indent,
            raw("^　+(?=\\S)|^  (?=　)", "段首不用打空格，版式会处理，请删去", "", needs="　"),
        ),
        fixes=True,
    ),
    Rule(
        "markdown-html",
        "HTML 代码",
        "正文只用 Markdown；HTML 会原样显示给读者。",
        "第一行<br>第二行",
        "第一行  \n第二行，写作 `<br>`，3<5。",
        raw(
            r"<!--(?![ \t]*允许 ).*?-->|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>"
            r"|&(?:[A-Za-z]{2,8}|#[0-9]+);",
            "正文里不能写 HTML，会原样显示出来，请删去或改用 Markdown",
            needs="<&",
        ),
    ),
    Rule(
        "markdown-link",
        "断开的链接",
        "方括号和圆括号要紧挨着，网址里不能有空格。",
        "见[关于本站] (about.md)。",
        "见[关于本站](about.md)。",
        raw(
            r"\[([^\[\]\n]+)\][ ]+\(([^()\s]+\.[a-z]+[^()\s]*|[a-z]+:[^()\s]+)\)",
            "链接写成“{right}”",
            r"[\1](\2)",
            needs=["] "],
        ),
        fixes=True,
    ),
    Rule(
        "markdown-unsupported",
        "本站没有的写法",
        "删除线、脚注、任务清单、高亮等写法不会生效，会原样显示。",
        "原定~~周三~~周四举行。",
        "改为周四举行（原定周三）。",
        raw(
            r"~~[^~\n]+~~|==[^=\n]+==|\[\^[^\]\n]+\]|^[ ]*[-*+] \[[ xX]\] "
            r"|^(?:```|~~~).*$|^:::.*$|^!!! .*$|\{[:#.][^}\n]*\}",
            "本站不支持“{found}”这种写法，会原样显示，请改写",
            needs=("~~", "==", "[^", " [", "```", ":::", "!!!", "{"),
        ),
    ),
    Rule(
        "redaction-stars",
        "代替名称的星号",
        "星号是加粗的记号；隐去的名称写“某”，漏掉的名称补上。",
        "由张**、李**负责。",
        "由**物业科**负责，*重点*检查。",
        _stars,
    ),
)
