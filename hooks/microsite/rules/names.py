"""The full names that public texts must get right, and the order of those that stand together."""

import re
from collections.abc import Iterator
from itertools import pairwise

from microsite.rules.forms import Form
from microsite.rules.passage import Passage
from microsite.rules.rule import Finding, finding

N = "[一二三四五六七八九十]+"
THOUGHT = "习近平新时代中国特色社会主义思想"

FORMS = (
    Form(
        (
            "习近平",
            "新时代",
            "中国",
            "特色",
            "社会主义",
            "思想(?!政治|道德|文化|意识|觉悟|认识|品德|教育)",
        ),
        frozenset({0}),
        3,
        THOUGHT,
        (f"(?<!习近平){THOUGHT[3:-2]}(?!思想|习近平)", "习近平新时代中国特色社会主义经济思想"),
    ),
    Form(
        ("“", "三个代表", "”", "重要", "思想"),
        frozenset({1}),
        3,
        "“三个代表”重要思想",
        ("“三个代表”(?!重要|[^，。、；\n]{0,4}思想)",),
    ),
    Form(
        ("中国共产党", f"第{N}次", "全国", "代表大会"),
        frozenset({1}),
        3,
        "中国共产党第…次全国代表大会",
        (
            "(?<!次)中国共产党全国代表大会(?!第)",
            f"(?<!次)第{N}次全国代表大会(?!中国共产党|代表大会)",
        ),
    ),
    Form(
        ("中国共产党", f"第{N}届", "中央委员会", f"第{N}次", "全体会议"),
        frozenset({1}),
        4,
        "中国共产党第…届中央委员会第…次全体会议",
        (f"第{N}届中央委员会第{N}次全体会议(?!中国共产党)",),
    ),
    Form(
        ("全国", "人民", "代表", "大会", "常务", "委员会"),
        frozenset({4}),
        4,
        "全国人民代表大会常务委员会",
        (
            "(?<!全国)(?<!人民)人民代表大会常务委员会(?!全国)",
            "(?<!人民)(?<!常务)(?:全国)?(?<!人民)人民代表大会(?!常|委员会)",
        ),
    ),
    Form(
        ("中国", "人民", "政治", "协商", "会议"),
        frozenset({3}),
        4,
        "中国人民政治协商会议",
    ),
    Form(
        ("国家", "金融", "监督", "管理", "总局"),
        frozenset({1, 4}),
        4,
        "国家金融监督管理总局",
        ("(?<!国家)(?<!监督)金融监督管理总局(?!国家)", "国家金融监管总局"),
    ),
    Form(
        ("中华", "人民", "共和", "国"),
        frozenset({0}),
        3,
        "中华人民共和国",
        ("(?<!中华)(?<!人民)人民共和国",),
    ),
    *(
        Form(
            ("住房", "和", "城乡", "建设", suffix),
            frozenset({0, 4}),
            4,
            f"住房和城乡建设{suffix[0]}",
            (f"住房和?城乡建设(?!建设|{suffix})", *short),
        )
        for suffix, short in (
            ("部(?!门|分|署)", ("住房城乡建设部(?!门|分|署)",)),
            ("厅", ("住房城乡建设厅",)),
            ("局(?!部|面|限)", ()),
        )
    ),
)

_THOUGHTS = (
    ("马克思列宁主义", "马列主义", "马克思主义"),
    ("毛泽东思想",),
    ("邓小平理论",),
    ("“三个代表”重要思想", "三个代表重要思想", "“三个代表”思想"),
    ("科学发展观",),
    (THOUGHT,),
)
_NUMBER_OF = {name: number for number, names in enumerate(_THOUGHTS) for name in names}
_ONE = "|".join(_NUMBER_OF)
_LIST = re.compile(f"(?:{_ONE})(?:[、，和与及](?:{_ONE}))+")
_NAME = re.compile(_ONE)
NEARLY_ALL = 5


def name_variants(passage: Passage) -> Iterator[Finding]:
    """Find names that lack a part, repeat one, have them in another order, or a strange one."""
    for form in (form for form in FORMS if form.may_vary(passage)):
        for start, end in form.variants(passage.text):
            message = f"“{{found}}”不是规范全称，应为“{form.right}”"
            right = None if "…" in form.right else form.right
            yield finding(passage, start, end, message, right)


def order_variants(passage: Passage) -> Iterator[Finding]:
    """Find lists of the guiding thoughts that leave one out between others, or are out of order.

    A list of nearly all must have all; a short one may be any part of the whole.
    """
    for found in _LIST.finditer(passage.text):
        names = _NAME.findall(found[0])
        numbers = [_NUMBER_OF[name] for name in names]
        in_turn = all(second == first + 1 for first, second in pairwise(numbers))
        is_nearly_all = len(names) >= NEARLY_ALL
        is_whole = names == [names[0] for names in _THOUGHTS]
        if not in_turn or (is_nearly_all and not is_whole):
            right = "、".join(names[0] for names in _THOUGHTS)
            yield finding(passage, *found.span(), "指导思想的表述和顺序应为“{right}”", right)
