"""Children under 14 whose names stand beside their age or class."""

import re
from collections.abc import Iterator

from microsite.content.names import NAME, NAME_END, H, named_in, sentences
from microsite.content.secret import Secret

_NUMERAL = "一二三四五六七八九十"
_AGE = (
    "(?:(?:(?<![0-9])(?:1[0-3]|[1-9])"
    f"|(?<![{_NUMERAL}百])(?:十[一二三]?|[一两二三四五六七八九]))(?:周岁|岁半|岁))"
)
_YEARS = f"(?:今年|现年|刚满|刚|才|只有|年仅|不满|未满)?{_AGE}"
_CHILD = (
    "(?:小学生|小朋友|儿童|[男女]童|[男女]孩子?|患儿|幼儿|孤儿|小孩|女儿|儿子|孙[子女]|外孙女?"
    "|孩子)"
)
_PUPIL = f"(?:(?:{_CHILD}|学生|同学|班长|队员|[男女]生|的|小)*[，,：:“ ]?)"
_NUMBER = f"(?:[0-9]{{1,2}}|[{_NUMERAL}]{{1,2}})"
_CLASS = (
    f"(?:(?:[一二三四五六七1-7]年级|初一|(?<![大中])小[一二三四五六])[(（ ]?{_NUMBER}?[)） ]?班?"
    rf"|[一二三四五六七][(（]{_NUMBER}[)）]班|幼儿园(?:[大中小]班)?|(?<![0-9{H}])[大中小]班)"
)
_TEACHER = f"(?![{H}]{{0,6}}(?:老师|教师|主任|家长|校长|园长|辅导员|志愿者))"
_NAME = f"(?P<name>{NAME})"
_EXPRESSIONS = (
    f"{_NAME}(?:小朋友|同学)?[（(，, ]?(?:[男女][，,、 ]?)?{_YEARS}",
    f"{_AGE}{_PUPIL}{_NAME}{NAME_END}",
    f"{_CLASS}{_PUPIL}{_NAME}{NAME_END}",
    f"{_NAME}(?:同学|小朋友)?[，,（(是]{{1,2}}(?:就读于|来自|在)?[{H}]{{0,10}}?{_CLASS}{_TEACHER}",
    f"(?<!大){_CHILD}[：:]?{_NAME}{NAME_END}",
    f"{_NAME}小朋友",
)
_FORMS = tuple(map(re.compile, _EXPRESSIONS))
# Every alternative begins with a letter: the search can skip whatever begins with none of them.
_REASON = re.compile(
    "岁|年级|大班|中班|小班|）班|\\)班|初一|小一|小二|小三|小四|小五|小六|小学生|小朋友|小孩|幼儿|儿童|儿子|男童|女童"
    "|男孩|女孩|患儿|孤儿|女儿|孙子|孙女|外孙|孩子"
)


def children(text: str) -> Iterator[Secret]:
    """Find their names in the words of a text."""
    for start, end in sentences(text, _REASON):
        for form in _FORMS:
            for found in form.finditer(text, start, end):
                yield named_in(text, found.span("name"), "child")
