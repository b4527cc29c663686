"""What a demonstration may show and a real site may not: samples, and a made-up identity.

What must stand in the footer: 国办发〔2017〕47号.
"""

import re
from collections.abc import Iterable, Iterator

from microsite.content.bureau import Bureau
from microsite.content.entry import Entry
from microsite.content.nodes import locate
from microsite.content.problems import Problem

REQUIRED = ("contacts", "site_id", "icp", "police", "conac")
ADDRESSES = ("site_url", "edit_url", "permanent_id")
TEXTS = ("site_name", "name", "short_name", "summary", "site_id", "icp", "police", "conac")
EXAMPLE_HOST = re.compile(
    r"(?:^|//|\.)(?:localhost|example\.(?:com|net|org)|[^/]+\.(?:example|test|invalid|localhost))"
    r"(?=[:/]|$)|//127\."
)
"""Names that lead to no public site (RFC 2606, RFC 6761)."""
EXAMPLE_TEXT = re.compile(r"示例|某[市省区]|(?<![0-9])([0-9])\1{5,}(?![0-9])")


def production_problems(bureau: Bureau, samples: Iterable[Entry]) -> Iterator[Problem]:
    """Find what keeps the content from being the bureau's own site."""
    if bureau.sample:
        message = "正式发布不能用示例的单位信息，请换成本单位的，再删去 sample"
        yield _problem(bureau, "sample", "production-sample", message)
    for key in REQUIRED:
        if not getattr(bureau, key):
            title = Bureau.model_fields[key].title
            message = f"正式发布要写明{title}，请补上一行“{key}: …”"
            yield Problem(bureau.origin.path, 1, 1, "production-missing", message)
    for key, pattern in _PATTERNS.items():
        value = getattr(bureau, key)
        if value and pattern.search(value):
            message = f"正式发布不能用示例的内容 “{value}”，请换成本单位的"
            yield _problem(bureau, key, "production-example", message)
    for entry in samples:
        message = "这是示例内容，正式发布前请删去；要在演示网站上看，请用 mode: demo"
        yield _problem(entry, "sample", "production-sample", message)


_PATTERNS = dict.fromkeys(ADDRESSES, EXAMPLE_HOST) | dict.fromkeys(TEXTS, EXAMPLE_TEXT)


def _problem(entry: Entry, key: str, code: str, message: str) -> Problem:
    return Problem(entry.origin.path, *locate(entry.origin.node, (key,)), code, message)
