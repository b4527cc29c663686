"""What is nobody's business: numbers, homes, and people who must not be named.

What is found is never said in full.
"""

import re
from collections.abc import Collection, Iterator
from functools import partial
from typing import Final, NamedTuple

from microsite.content.bureau import Bureau
from microsite.content.mails import domain_of
from microsite.content.masking import secret_numbers
from microsite.content.secret import Kind, Secret, narrow, shown
from microsite.rules.passage import Passage
from microsite.rules.rule import Finding, Rule

LAW: Final = "《中华人民共和国个人信息保护法》"
NAMES: Final[tuple[Kind, ...]] = ("child", "condition")
"""Kinds that are names."""
_SIGN = re.compile(r"[\W_]+")


class _Case(NamedTuple):
    kind: Kind
    title: str
    reason: str
    bad: str
    good: str
    message: str


def privacy_rules(bureau: Bureau | None) -> tuple[Rule, ...]:
    """Return a rule for each kind of secret; what the `bureau` has made public is none."""
    public = frozenset(_public(bureau)) if bureau else frozenset()
    offices = bureau.office_domains if bureau else ()
    return tuple(
        Rule(
            f"privacy-{case.kind}",
            case.title,
            case.reason,
            case.bad,
            case.good,
            partial(_find, case, public, offices),
            source=LAW,
            is_for_all=True,
        )
        for case in CASES
    )


def _public(bureau: Bureau) -> Iterator[str]:
    for text in (*bureau.hotlines, *(contact.value for contact in bureau.contacts)):
        yield from (_bare(text[one.start : one.end]) for one in secret_numbers(text))


def _find(
    case: _Case, public: Collection[str], offices: Collection[str], passage: Passage
) -> Iterator[Finding]:
    text = passage.source.text
    for one in passage.secrets:
        said = text[one.start : one.end]
        if one.kind == case.kind and _bare(said) not in public and not _is_of(said, offices):
            yield _finding(text, one, case.message)


def _is_of(mail: str, offices: Collection[str]) -> bool:
    """Tell whether an address for mail is one of the `offices`, which are domains."""
    domain = domain_of(narrow(mail))
    return any(domain == one or domain.endswith(f".{one}") for one in offices)


def _finding(text: str, one: Secret, message: str) -> Finding:
    instead = f"{text[one.start : one.hidden_start]}某某" if one.kind in NAMES else None
    return Finding(one.start, one.end, f"“{' '.join(shown(text, one).split())}”{message}", instead)


def _bare(text: str) -> str:
    return _SIGN.sub("", narrow(text)).lower()


CASES: Final = (
    _Case(
        "id",
        "证件号码",
        "公民身份号码、护照号等一旦公开就收不回来，办成什么事都不需要写它。",
        "居民王某（11010519491231002X）申请加装扶手。",
        "统一社会信用代码911101050000000000，项目代码2017-130000-47-03-013800。",
        "是证件号码，不能公开，请删去",
    ),
    _Case(
        "phone",
        "手机号码",
        "手机号码是个人信息；对外只写座机、热线或公开的值班手机。",
        "请联系138 0013 8000。",
        "请拨打12345或010-12345678，总投资13800138000元。",
        "是手机号码，个人的请删去；公开的值班手机写进 data/bureau.yml 的 hotlines",
    ),
    _Case(
        "card",
        "银行卡号",
        "银行卡号不能公开，发放了什么、发给哪一类人就够了。",
        "补贴打到卡号6222021234567890128上。",
        "补贴已经打到个人账户，流水编号6222021234567890128。",
        "是银行卡号，不能公开，请删去",
    ),
    _Case(
        "plate",
        "车牌号",
        "车牌号能查到车主，请写“一辆车”。",
        "京A·12345占用消防通道。",
        "一辆小客车占用消防通道，皖S2023001号文件作了规定。",
        "是车牌号，请写成“一辆车”",
    ),
    _Case(
        "account",
        "私人的 QQ 和微信号",
        "私人的联系方式不公开，对外用单位的电话和政务邮箱。",
        "报名请加微信号：zhang_san2026。",
        "报名请关注微信公众号，或加入社区的微信群。",
        "是私人的联系方式，请删去；公开的写进 data/bureau.yml 的 hotlines",
    ),
    _Case(
        "mail",
        "私人邮箱",
        "对外只写政务邮箱：gov.cn、本站域名和 data/bureau.yml 的 mail_domains 里的域名。",
        "意见请发到 zhang_san@163.com。",
        "意见请发到 bm@zhujian.example 或 zjj@city.gov.cn。",
        "不是公务邮箱，请删去；公开的写进 data/bureau.yml 的 hotlines，"
        "公务邮箱的域名写进 mail_domains",
    ),
    _Case(
        "home",
        "住址写到了门牌",
        "居民的住址只写到小区或楼栋，写到单元和房号就能找到人。",
        "3号楼2单元501室的住户反映漏水。",
        "解决了12号楼3单元的漏水，会议在住建局A座1203室召开。",
        "写到了门牌，请只写到小区或楼栋",
    ),
    _Case(
        "child",
        "14 岁以下的儿童",
        "不满 14 周岁的未成年人的个人信息是敏感信息，姓名和年龄、班级不能写在一起。",
        "8岁的王小明把画送给施工队。",
        "8岁的小明把画送给施工队，三年级班主任王芳在一旁。",
        "是儿童的姓名，和年龄、班级等写在一起就能认出是谁，请隐去姓名",
    ),
    _Case(
        "condition",
        "病、残、贫困与姓名",
        "健康、残疾和困难情况是敏感信息，不能和姓名写在同一句里。",
        "走访慰问困难党员王小明。",
        "残疾人张某某住进一楼，局长李志强走访慰问困难党员。",
        "和疾病、残疾或困难情况写在同一句里，请隐去姓名",
    ),
)
