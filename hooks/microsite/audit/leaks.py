"""Markup and program text that readers should never see."""

import re
from collections.abc import Iterator

from microsite.audit.built import Built
from microsite.audit.page import BuiltPage
from microsite.content.problems import Problem

_LEAKS = re.compile(
    r"(?=[*_{}%\[\]#`\-<&A-Za-z])(?:"  # most letters are Chinese: they are passed over at once
    r"\*\*|__(?=[^\W_])|\{\{|\}\}|\{%|%\}|\[\[|\]\]|\]\(|^#{2,6} |^```|^---$|^- \[[ x]\] "
    r"|(?<![A-Za-z])(?:None|Undefined|NaN|undefined|null|True|False)(?![A-Za-z])"
    r"|<microsite\.|\bobject at 0x|Traceback \(most|\[object Object\]|&(?:amp|lt|gt|quot|nbsp);"
    r"|^(?:title|series|published|summary|source|review|status|fields|stages): )",
    re.MULTILINE,
)


def leak_problems(page: BuiltPage, built: Built) -> Iterator[Problem]:
    """Find what looks like Markdown, a template, YAML or a program's value in what is read."""
    for leak in dict.fromkeys(found[0].strip() for found in _LEAKS.finditer(page.words)):
        message = f"页面上露出了 “{leak}”，像是没有转换的标记，请看这一页的原文"
        yield Problem(page.path, *built.place(page.path, leak), "audit-markup", message)
