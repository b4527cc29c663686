"""The editors' handbook: every code that a problem may have, as a plain value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from microsite.content.problems import Level
from microsite.desk.mistakes.all import MISTAKES
from microsite.desk.mistakes.mistake import Mistake
from microsite.rules.rule import Rule
from microsite.rules.site_rule import SiteRule

AnyRule: TypeAlias = Rule | SiteRule


@dataclass(frozen=True, slots=True)
class Article:
    """What there is to know about one code."""

    code: str
    title: str
    level: Level
    reason: str
    source: str
    """The standard or document behind it; nothing, if it is the program's own."""
    path: str
    """The file of the examples; nothing, if it may be any text."""
    bad: str
    """As it must not be written; nothing, where no text can show it."""
    good: str
    is_fixed: bool
    """Whether `microsite check --fix` mends it, as far as that is safe."""
    is_excusable: bool
    """Whether an editor may allow it with a reason."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Articles on one subject."""

    title: str
    articles: tuple[Article, ...]


SUBJECTS: dict[str, tuple[str, ...]] = {
    "文件": ("file", "front", "line", "char", "font"),
    "数据文件的写法": ("yaml", "key", "id", "type", "value"),
    "审核、更正和撤稿": ("review", "correction", "withdrawn"),
    "隐私和保密": ("privacy", "secrecy"),
    "用语": ("wording",),
    "标点符号": ("quotes", "marks", "brackets", "titles", "ellipsis", "dash", "title"),
    "数字": ("document", "numbering", "range", "number", "year", "approximate", "date"),
    "特殊字符和占位文字": ("characters", "redaction", "placeholder"),
    "正文的记号": ("markdown", "heading"),
    "链接": ("link",),
    "图片": ("picture", "cover", "image", "map"),
    "系列、活动和故事": (
        *("event", "story", "stage", "status", "time", "approval", "field", "cadence"),
        *("reference", "lecturer", "repost", "fact"),
    ),
    "更新和进度": ("freshness", "coverage", "column", "home", "archive"),
    "单位信息和词表": (
        *("address", "domain", "host", "site", "icp", "police", "conac", "fingerprint"),
        *("synonym", "usage", "redirect", "repository"),
    ),
    "正式发布": ("production",),
    "公众号": ("wechat",),
    "允许例外": ("allow",),
}
"""The first words of the codes in each chapter."""
OTHERS = "其他"


def handbook(rules: Iterable[AnyRule]) -> tuple[Chapter, ...]:
    """Return all that `rules` forbid and reading objects to, by subject."""
    articles = [*map(_of_mistake, MISTAKES), *map(_of_rule, rules)]
    chapters = {title: tuple(_about(articles, words)) for title, words in SUBJECTS.items()}
    known = {article for chapter in chapters.values() for article in chapter}
    chapters[OTHERS] = tuple(article for article in articles if article not in known)
    return tuple(Chapter(title, found) for title, found in chapters.items() if found)


def _about(articles: Iterable[Article], words: tuple[str, ...]) -> Iterator[Article]:
    return (article for article in articles if article.code.partition("-")[0] in words)


def _of_mistake(mistake: Mistake) -> Article:
    code, title, reason = mistake.code, mistake.title, mistake.reason
    example = (mistake.path, mistake.bad, mistake.good)
    return Article(code, title, "error", reason, "", *example, is_fixed=False, is_excusable=False)


def _of_rule(rule: AnyRule) -> Article:
    told = (rule.code, rule.title, rule.level, rule.reason, rule.source)
    if isinstance(rule, Rule):
        return Article(*told, "", rule.bad, rule.good, rule.fixes, rule.is_excusable)
    bad, good = rule.bad, rule.good
    return Article(*told, bad.path, bad.text, good.text, rule.fixes, rule.is_excusable)
