"""What a demonstration may show and a real site may not: samples, and a made-up identity.

What must stand in the footer: 国办发〔2017〕47号.
"""

import re
from collections.abc import Iterator

from microsite.content.bureau import Bureau
from microsite.content.load import Reading
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule, against

REQUIRED = ("contacts", "site_id", "icp", "police", "conac")
ADDRESSES = ("site_url", "edit_url", "permanent_id")
TEXTS = ("site_name", "name", "short_name", "summary", "site_id", "icp", "police", "conac")
EXAMPLE_HOST = re.compile(
    r"(?:^|//|\.)(?:localhost|example\.(?:com|net|org)|[^/]+\.(?:example|test|invalid|localhost))"
    r"(?=[:/]|$)|//127\."
)
"""Names that lead to no public site (RFC 2606, RFC 6761)."""
EXAMPLE_TEXT = re.compile(r"示例|某[市省区]|(?<![0-9])([0-9])\1{5,}(?![0-9])")
_PATTERNS = dict.fromkeys(ADDRESSES, EXAMPLE_HOST) | dict.fromkeys(TEXTS, EXAMPLE_TEXT)


def _samples(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    if occasion.mode != "production":
        return
    if reading.bureau and reading.bureau.sample:
        message = "正式发布不能用示例的单位信息，请换成本单位的，再删去 sample"
        yield against(reading.bureau, ("sample",), message)
    for entry in reading.samples:
        message = "这是示例内容，正式发布前请删去；要在演示网站上看，请用 mode: demo"
        yield against(entry, ("sample",), message)


def _missing(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    bureau = reading.bureau
    if occasion.mode != "production" or bureau is None:
        return
    for key in REQUIRED:
        if not getattr(bureau, key):
            title = Bureau.model_fields[key].title
            message = f"正式发布要写明{title}，请补上一行“{key}: …”"
            yield Objection(bureau.origin.path, 1, 1, message)


def _examples(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    bureau = reading.bureau
    if occasion.mode != "production" or bureau is None:
        return
    for key, pattern in _PATTERNS.items():
        value = getattr(bureau, key)
        if value and pattern.search(value):
            message = f"正式发布不能用示例的内容 “{value}”，请换成本单位的"
            yield against(bureau, (key,), message)


BUREAU = "data/bureau.yml"
IDENTITY = """\
mode: production
site_name: 讲好住建故事
name: 住房和城乡建设局
short_name: 住建局
summary: 住建局的工作故事。
site_url: https://zhujian.gov.cn/
edit_url: https://git.gov.cn/edit/main/
permanent_id: zhujian.gov.cn
contacts: [{label: 热线, value: "12345"}]
site_id: "1234567890"
icp: 甲ICP备12345678号
police: 甲公网安备12345678901234号
conac: https://bszs.conac.cn/sitename?method=show&id=0123456789ABCDEF
share_cards: false
"""
RULES = (
    SiteRule(
        "production-sample",
        "正式网站里的示例",
        "示例内容只为展示网站怎样工作，不能当作本单位的事公开。",
        Example(BUREAU, f"{IDENTITY}sample: true\n"),
        Example(BUREAU, IDENTITY.replace("production", "demo")),
        _samples,
        is_excusable=False,
    ),
    SiteRule(
        "production-missing",
        "正式网站缺少标识",
        "网站标识码、备案号、党政机关标识和联系方式要显示在每页下方。",
        Example(BUREAU, IDENTITY.replace("icp: 甲ICP备12345678号\n", "")),
        Example(BUREAU, IDENTITY),
        _missing,
        source="《政府网站发展指引》（国办发〔2017〕47号）",
        is_excusable=False,
    ),
    SiteRule(
        "production-example",
        "正式网站用着示例的信息",
        "备案号、网址等要换成本单位的。",
        Example(BUREAU, IDENTITY.replace("zhujian.gov.cn", "zhujian.example")),
        Example(BUREAU, IDENTITY),
        _examples,
        is_excusable=False,
    ),
)
