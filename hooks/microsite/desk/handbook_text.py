"""The handbook as Markdown, and one article of it for a terminal."""

import re
from collections.abc import Iterator, Sequence

from microsite.desk.handbook import Article, Chapter
from microsite.desk.quoting import tidy
from microsite.desk.text import LEVELS

TAB_MARK = "⇥"

INTRODUCTION = """\
# 编辑手册

这一页由规则自动生成，每条规则的例子同时是程序的测试。检查全部内容：`microsite check`；\
只看一条规则：`microsite explain 编号`。

- **错误**：改好以前网站不会发布。**警告**：请核对，多半要改。**提醒**：知道就好。
- 标着“可自动改”的，`microsite check --fix` 会改好其中有把握的地方；\
已经审过的内容改动以后要重新审核。
- 标着“可允许”的，确有理由保留原样时，在那一处写明理由：
  Markdown 里写 `<!-- 允许 编号：理由 -->`，YAML 里写 `# 允许 编号：理由`。\
写在一行的末尾管这一行，单独成行管下面一段。
"""


def handbook_text(chapters: Sequence[Chapter]) -> str:
    """Return the whole handbook as one Markdown page."""
    return "\n".join((INTRODUCTION, *map(_chapter, chapters)))


def article_text(article: Article) -> str:
    """Return an article as plain lines."""
    return "\n".join(_plain(article))


def _chapter(chapter: Chapter) -> str:
    return "\n".join((f"## {chapter.title}\n", *map(_article, chapter.articles)))


def _article(article: Article) -> str:
    source = f"依据：{article.source}\n" if article.source else ""
    shown = [f"### {article.title}\n", f"{_facts(article, '`')}\n", f"{article.reason}\n", source]
    if article.bad != article.good:
        shown += [f"{title}\n\n{_fenced(text)}\n" for title, text in _examples(article)]
    return "\n".join(part for part in shown if part)


def _plain(article: Article) -> Iterator[str]:
    yield f"{article.title}（{_facts(article)}）"
    yield article.reason
    if article.source:
        yield f"依据：{article.source}"
    if article.bad != article.good:
        for title, text in _examples(article):
            yield title
            yield from (f"    {line}".rstrip() for line in _shown(text).split("\n"))


def _facts(article: Article, quote: str = "") -> str:
    """Return code, level, and what can be done about it."""
    facts = [f"{quote}{article.code}{quote}", LEVELS[article.level]]
    facts.append("可自动改" if article.is_fixed else "要手工改")
    allowance = f"{quote}允许 {article.code}：理由{quote}"
    facts.append(f"可允许，写 {allowance}" if article.is_excusable else "不能例外")
    return " · ".join(facts)


def _examples(article: Article) -> Iterator[tuple[str, str]]:
    place = f"（{article.path}）" if article.path else ""
    yield f"不要写成{place}：", article.bad
    yield "应当写成：", article.good


def _shown(text: str) -> str:
    """Return an example with marks for what cannot be seen, and without line ends around it."""
    lines = text.strip("\n").replace("\t", TAB_MARK).split("\n")
    return "\n".join(map(tidy, lines)) or "（漏写）"


def _fenced(text: str) -> str:
    """Return a code block that no mark inside the text can end."""
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{_shown(text)}\n{fence}"
