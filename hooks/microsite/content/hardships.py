"""Who is ill, disabled or poor, told of by full name in one sentence."""

import re
from collections.abc import Iterator

from microsite.content.names import LIKELY_NAME, LONG_NAME, NAME, NAME_END, H, named_in, sentences
from microsite.content.secret import Secret

# Every alternative begins with a letter: the search can skip whatever begins with none of them.
_CONDITION = re.compile(
    "残疾|残障|肢残|致残|智力障碍|听力障碍|视力障碍|肢体障碍|精神障碍|精神病|精神分裂|语言障碍|自闭症|聋哑|失明|盲人|截肢"
    "|患[有上病了者儿]|身患|罹患|患[^，。]{1,6}[病症炎瘤癌]|确诊|癌|肿瘤|尿毒症|白血病|瘫痪|偏瘫|半身不遂|中风|脑梗"
    "|脑溢血|脑出血|糖尿病|高血压|心脏病|冠心病|重病|大病|慢病|慢性病|肺结核|艾滋病|乙肝|肝硬化|抑郁症|透析|化疗|卧床"
    "|因病|病退|病逝|病重|住院|失能|失智|失独|阿尔茨海默|老年痴呆|低保|特困|五保|贫困(?!地区|县|村|发生率)|脱贫户"
    "|建档立卡|困难(?:党员|群众|职工|家庭|学生|户|老|居民|人员|儿童)|生活困难|家境|家庭贫困|家庭困难|困境"
    "|留守|孤寡|孤儿|救助对象|临时救助|医疗救助|社会救助"
)
_PERSON = (
    "困难(?:党员|群众|职工|学生|户|老人|居民|人员|儿童)|残疾(?:人|儿童|老人|青年|居民|党员)|低保(?:户|人员|对象|老人)"
    "|特困(?:人员|户|老人|职工)|五保(?:户|老人)|贫困(?:户|学生|党员|职工)|脱贫户|患者|患儿|病人|盲人|孤儿"
    "|孤寡老人|失独老人|失能老人|留守(?:儿童|老人)|困境儿童"
)
_BOUND = re.compile(
    f"(?P<sure>(?:{_PERSON})(?:名单)?[：:“]?)(?P<likely>{LONG_NAME}|{LIKELY_NAME}{NAME_END})"
    f"|(?<![{H}])(?P<first>{LONG_NAME}|{NAME}{NAME_END})"
    "|(?<=[给向为是叫和与及的帮助问望访对让由到陪替把被了有者员民户主人生者童孩妈爸亲夫妻子女伴居友伍军工])"
    f"(?P<name>{NAME}){NAME_END}"
)
_POST = re.compile(
    "(?:[局科处市县区镇乡部院会组队站所楼栋店厂校班行]长|书记|主任|主席|委员|经理|专家|医[生师]|护士|记者|通讯员"
    "|志愿者|律师|[教导讲]师|老师|教授|工程师|设计师|网格员|[法检察]官|社工|干部|调研员|联[络系][员人]|代表|管家|师傅"
    "|负责人|民警|主[持讲]人?|支委|领导|办事员|宣讲员|供稿|作者|摄影|编辑|审核|校对|文|图|总)"
    "[：:/／ ]?$"
)
"""Stands before people in office, and before those who wrote the text."""
_GIVES = "送办装修理讲做改筹捐买打"
_DOES = re.compile(
    rf"(?:[、和与及][{H}]{{2,4}}(?=[、和与及等走慰看]))*+(?:等?一行|等[人{H}]{{0,3}})?"
    "(?:书记|局长|主任|科长|处长|同志带|总|医生|律师|教授|老师|走访|慰问|看望|带[领队]|主持|前往|来到|入户|上门|结对"
    "|帮[扶助]|资助|照[顾料]|陪同|指出|强调|介绍|表示|代表|发起|组织|牵头|负责|参加|赴|到[^。]{0,12}(?:走访|慰问|看望)"
    f"|[为向给][^，。]{{0,15}}(?:[{_GIVES}]|提供|解决|服务|争取|落实|义))"
)
"""What those do who help; the helped have other verbs behind their names."""
_SUFFERS = re.compile(
    f"[^{H}]?(?:[{H}]{{0,4}}[，,])?(?:身?患|罹患|因病|确诊|瘫|住院|残疾|[一二三四]级)"
)


def hardships(text: str) -> Iterator[Secret]:
    """Find the full names of those in the words of a text; helpers may be named."""
    for start, end in sentences(text, _CONDITION):
        for found in _BOUND.finditer(text, start, end):
            at, stop = found.span(found.lastgroup or 0)
            if found["sure"] or not _is_helper(text, at, stop, start):
                yield named_in(text, (at, stop), "condition")


def full_names(text: str) -> Iterator[tuple[int, int]]:
    """Find what is a full name whatever is said of the person."""
    return (found.span(found.lastgroup or 0) for found in _BOUND.finditer(text))


def _is_helper(text: str, at: int, stop: int, start: int) -> bool:
    """Tell whether the name from `at` to `stop` is of somebody in office, or who does good."""
    if _SUFFERS.match(text, stop):
        return False
    return bool(_POST.search(text[max(at - 8, start) : at]) or _DOES.match(text, stop))
