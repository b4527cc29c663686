"""Punctuation marks that stand alone, as GB/T 15834—2011 has them."""

import re
from collections.abc import Iterator

from microsite.rules.passage import Passage
from microsite.rules.rule import PUNCTUATION, Finding, H, Rule, either, finding, pairs_of, pattern

FULL = str.maketrans(",;:?!.", "，；：？！。")
_TITLES = frozenset({"title", "site_name", "heading"})
_TITLE_END = re.compile(r"[。，、；：,;:.]+(?=\n)")


def _full_width(found: re.Match[str]) -> str:
    return found[0].strip(" ").translate(FULL)


def _title_ends(passage: Passage) -> Iterator[Finding]:
    for found in _TITLE_END.finditer(passage.text):
        if passage.role(found.start()) in _TITLES:
            message = "标题末尾不用“{found}”，请删去"
            yield finding(passage, *found.span(), message, "")


RULES = (
    Rule(
        "marks-half-width",
        "半角标点",
        "中文里的逗号、分号、冒号、问号、叹号、句号用全角。",
        "居民提意见,社区来协调。",
        "上午9:30开始，比例尺为1:500，见 Hello, world! 一文。",
        either(
            pattern(
                rf"(?<=[{H}”’）》…])[,;:?!](?![,;:?!]) *|(?<=[0-9A-Za-z%])[,;?!](?=[{H}“《（])",
                "中文里用全角标点，写成“{right}”",
                _full_width,
                needs="!,:;?",
            ),
            pattern(
                rf"(?<=[{H}]{{2}}[{H}”’）》])\.(?= *\n|[{H}“《])",
                "句号写成“{right}”",
                _full_width,
                needs=".",
            ),
        ),
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "marks-piled",
        "叠用的标点",
        "一处只用一个标点；感叹不靠叹号的个数。",
        "小区变样了！！",
        "小区变样了！“怎么做到的？”他问。",
        pattern(
            r"([，、；：。])[，、；：。！？]+(?<!。。)|([！？])[，、；：。！？]+|(?<=。)”。",
            "这里的标点重复了，只留一个",
            needs=(*pairs_of("，、；：。！？", "，、；：。！？"), "”。"),
        ),
        level="warning",
        source=PUNCTUATION,
    ),
    Rule(
        "marks-spaced",
        "标点旁的空格",
        "中文标点自己占一个字的位置，前后不加空格。",
        "居民提意见 ，社区来协调。",
        "居民提意见，社区来协调。开会用的 MkDocs（一种工具）已经装好。",
        pattern(
            rf"(?<=[{H}”’）》]) +(?=[，。；：！？、）》”])|(?<=[，。；：！？、（《“]) +(?=[{H}])",
            "标点旁边不留空格，请删去",
            "",
            needs=" ",
        ),
        level="warning",
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "ellipsis",
        "省略号",
        "省略号是居中的六个点，占两个字。",
        "灯亮了，路平了...",
        "灯亮了，路平了……",
        pattern(
            rf"(?<=[{H}“”‘’）》，。！？、])\.{{2,}}|\.{{3,}}(?=[{H}“”（《，。])|。{{2,}}"
            r"|(?<!…)…(?:…{2})?(?!…)|…{5,}|[·・•]{3,}|、{3,}|，{3,}",
            "省略号写成“……”",
            "……",
            needs=("..", "。。", "…", "··", "・", "•", "、、", "，，"),
        ),
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "ellipsis-and-so-on",
        "省略号和“等”",
        "省略号和“等”“等等”意思一样，只用一个。",
        "修屋面、换管道……等工作陆续开工。",
        "修屋面、换管道等工作陆续开工。她说：“等等……”",
        pattern(r"……等等?(?![等待候到于])|等等?……(?=[。，；])", "省略号和“等”只留一个", needs="…"),
        level="warning",
        source=PUNCTUATION,
    ),
    Rule(
        "dash",
        "破折号",
        "破折号占两个字，中间不断开。",
        "他们做了一件小事--修好楼道灯。",
        "他们做了一件小事——修好楼道灯；从起草—征求意见—印发，一步不少。",
        pattern(
            rf"(?<=[{H}”》，。])\s*(?:-{{2,}}|－{{1,2}}|―+|─+|ーー|——{{2,}})\s*(?=[{H}“《])",
            "破折号写成“——”",
            "——",
            needs="-—―─ー－",
        ),
        level="warning",
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "title-end",
        "标题末尾的标点",
        "标题末尾不用句号、逗号、顿号、分号、冒号。",
        "## 怎样报名。\n\n打电话。",
        "## 怎样报名？\n\n打电话。",
        _title_ends,
        source=PUNCTUATION,
        fixes=True,
    ),
    Rule(
        "document-number",
        "文号的括号",
        "发文字号的年份用六角括号〔〕括起来，顺序号前不加“第”。",
        "见某政发[2021]21号文件。",
        "见某政发〔2021〕21号文件。",
        either(
            pattern(
                # 审图号 are printed with round brackets: GS(2024)0000号, GS某(2024)0000号.
                r"(?<![A-Z])(?<![A-Z][一-鿿])(?<!审字)"
                r"[\[［(（【]((?:19|20)[0-9]{2})[\]］)）】](?:第)?([0-9]{1,4})号",
                "发文字号写成“{right}”",
                r"〔\1〕\2号",
                needs=pairs_of("[［(（【", "12"),
            ),
            pattern(
                r"〔((?:19|20)[0-9]{2})〕(?:第0*|0+)([1-9][0-9]{0,3})号",
                "发文字号写成“{right}”，不加“第”，不编虚位",
                r"〔\1〕\2号",
                needs=("〕第", "〕0"),
            ),
            pattern(
                r"(?<=[一-鿿])〔[0-9]{2}〕[0-9]{1,4}号",
                "“{found}”的年份写全四位",
                needs=pairs_of("〔", "0123456789"),
            ),
        ),
        source="GB/T 9704—2012《党政机关公文格式》",
        fixes=True,
    ),
    Rule(
        "numbering",
        "序号后的标点",
        "层次序数依次写作“一、”“（一）”“1.”“（1）”；带括号的序号后面不加标点，“第一”后面用逗号。",
        "（一）、摸清底数",
        "（一）摸清底数。第一，听意见；第二，定方案。",
        either(
            pattern(
                r"(?<![^\n：；。])([0-9]{1,2})、(?=[^\s0-9、])",
                "序号写成“{right}”",
                r"\1.",
                needs=pairs_of("0123456789", "、"),
            ),
            pattern(
                r"(?<![^\n：；。])([（(][一二三四五六七八九十0-9]{1,3}[）)])[、.．，,]",
                "带括号的序号后面不加标点，写成“{right}”",
                r"\1",
                needs=pairs_of("）)", "、.．，,"),
            ),
            pattern(
                r"(?<=\n)([一二三四五六七八九十]{1,3})[.．,，](?=[^\s0-9])",
                "序号写成“{right}”",
                r"\1、",
                needs=pairs_of("一二三四五六七八九十", ".．,，"),
            ),
            pattern(
                r"(?<![^\n：；。])(第[一二三四五六七八九十])、(?!第)",
                "写成“{right}”",
                r"\1，",
                needs=pairs_of("一二三四五六七八九十", "、"),
            ),
        ),
        level="warning",
        source=PUNCTUATION,
        fixes=True,
    ),
)
