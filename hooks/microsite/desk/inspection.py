"""The self-inspection: what the public rules for government sites ask of content.

国办秘函〔2019〕19号 fails a site for any one of its counts; the bureau may ask more of itself.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from microsite.content.bureau import Bureau, Freshness
from microsite.content.model import Column
from microsite.content.reader import Document
from microsite.content.review import Item
from microsite.desk.written import shown
from microsite.rules import production
from microsite.rules.freshness import STANDARD
from microsite.rules.site_rule import against
from microsite.rules.updates import Rest, last_on_home, rests
from microsite.verdict import Verdict

GUIDE: Final = "《政府网站发展指引》（国办发〔2017〕47号）"
OWN: Final = "本单位的设置（data/bureau.yml 的 freshness）"
NATIONAL: Final = Freshness()
"""What the standard asks for, but for blank columns: there the bureau asks more of itself."""
NATIONAL_BLANKS: Final = 5
DATES: Final = frozenset(
    {
        "event-future",
        "stage-future",
        "review-moved",
        "review-date",
        "correction-date",
        "withdrawn-date",
    }
)
"""Rules on dates that are forged or cannot be."""
IDENTITY: Final = frozenset({"production-missing", "production-example"})
AUDITED: Final = "由 microsite audit 检查生成的网站"
_HOST = re.compile(r"https?://([\w.-]+)")


class Behind(NamedTuple):
    """One thing that an indicator counts."""

    path: str
    line: int
    title: str
    """Ready to be shown."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that inspectors look at."""

    code: str
    """Stable; of Latin letters."""
    name: str
    value: str
    threshold: str
    """What is asked for, in words."""
    passed: bool | None
    """Nothing, where it cannot be told from content, or from as much as can be read."""
    basis: str
    """The official name of a document, or that it is the bureau's own setting."""
    behind: tuple[Behind, ...] = ()


def inspection(verdict: Verdict) -> tuple[Indicator, ...]:
    """Return every indicator, those that fail a site on their own first.

    While something cannot be read none is passed, for nobody knows what is in it.
    """
    found = _indicators(verdict)
    if verdict.reading.site:
        return found
    return tuple(replace(one, passed=False if one.passed is False else None) for one in found)


def _indicators(verdict: Verdict) -> tuple[Indicator, ...]:
    bureau = verdict.reading.bureau
    freshness = bureau.freshness if bureau else Freshness()
    resting = tuple(rests(verdict.reading, verdict.occasion, freshness))
    return (
        _home(verdict, freshness.news_days),
        _paced("column-news", "动态、要闻类栏目超期", resting, freshness.news_days),
        _paced("column-notices", "通知公告、政策文件类栏目超期", resting, freshness.notice_days),
        *_columns(resting, freshness),
        Indicator("story-undated", "没有显示发布时间的稿件", "0 篇", "0 篇", True, STANDARD),
        _none("date-forged", "日期在将来，或改动过发布日期", _errors(verdict, _is_on_dates)),
        _none("wording-error", "表述错误（含严重表述错误）", _errors(verdict, _is_on_wording)),
        _none("secrecy-mark", "密级字样", _errors(verdict, _is_on_secrecy)),
        _none("link-untrusted", "链接到不在白名单（trusted_hosts）的网站", _foreign(verdict)),
        _contact(bureau),
        _identity(verdict),
        Indicator("page-tags", "页面标签", AUDITED, "齐全、有值", None, GUIDE),
        Indicator("link-dead", "打不开的链接", AUDITED, "0 处", None, STANDARD),
    )


def _home(verdict: Verdict, limit: int) -> Indicator:
    last = last_on_home(verdict.occasion)
    days = (verdict.occasion.today - last.day).days if last else None
    return Indicator(
        "home-update",
        "首页更新",
        "没有公开的内容" if days is None else f"{days} 天没有更新",
        f"不超过 {limit} 天",
        days is not None and days <= limit,
        _basis(limit, NATIONAL.news_days),
        (_behind(last.item),) if last else (),
    )


def _paced(code: str, name: str, resting: Iterable[Rest], limit: int) -> Indicator:
    """Return the indicator of columns that are to be updated within `limit` days."""
    pace = code.removeprefix("column-")
    late = [rest for rest in resting if rest.limits.pace == pace and rest.is_overdue]
    national = NATIONAL.news_days if pace == "news" else NATIONAL.notice_days
    asked = f"都在 {limit} 天内更新"
    return Indicator(code, name, _count(late), asked, not late, _basis(limit, national), _of(late))


def _columns(resting: Sequence[Rest], freshness: Freshness) -> Iterator[Indicator]:
    overdue = [rest for rest in resting if rest.is_overdue]
    idle = [rest for rest in resting if rest.days > freshness.idle_days]
    blank = [rest for rest in resting if rest.last is None]
    long = f"长期不更新（超过 {freshness.idle_days} 天，由本单位定）的栏目"
    late = freshness.overdue_columns
    yield _few("column-overdue", "应更新而超期的栏目", overdue, late, NATIONAL.overdue_columns)
    yield _few("column-idle", long, idle, freshness.idle_columns, NATIONAL.idle_columns)
    yield _few("column-blank", "空白栏目", blank, freshness.blank_columns, NATIONAL_BLANKS)


def _few(code: str, name: str, found: Sequence[Rest], limit: int, national: int) -> Indicator:
    """Return an indicator that fails when as many columns as its `limit` are found."""
    asked = f"少于 {limit} 个"
    if limit != national:
        asked += f"（检查指标是少于 {national} 个）"
    passed = len(found) < limit
    return Indicator(code, name, _count(found), asked, passed, _basis(limit, national), _of(found))


def _none(code: str, name: str, found: Iterable[Behind]) -> Indicator:
    """Return an indicator of what must not be at all."""
    behind = tuple(found)
    return Indicator(code, name, f"{len(behind)} 处", "0 处", not behind, STANDARD, behind)


def _contact(bureau: Bureau | None) -> Indicator:
    contacts = bureau.contacts if bureau else ()
    ways = [one.label for one in contacts if one.url or one.phone]
    value = "、".join(ways) or "没有"
    return Indicator("contact", "咨询渠道", value, "至少一个网址或电话", bool(ways), STANDARD)


def _identity(verdict: Verdict) -> Indicator:
    """Return whether the footer could be that of a real site, whatever is built now."""
    real = replace(verdict.occasion, mode="production")
    behind = tuple(
        Behind(shown(found.path), found.line, found.message)
        for rule in production.RULES
        if rule.code in IDENTITY
        for found in rule.find(verdict.reading, real)
    )
    passed = bool(verdict.reading.bureau) and not behind
    name = "页脚标识（网站标识码、备案号、党政机关标识、联系方式，找错入口用标识码）"
    value = f"{len(behind)} 处缺少或是示例" if verdict.reading.bureau else "data/bureau.yml 有错误"
    return Indicator("footer", name, value, "齐全、属实", passed, GUIDE, behind)


def _foreign(verdict: Verdict) -> Iterator[Behind]:
    """Return every line of text and every repost that leads to a site not trusted."""
    bureau = verdict.reading.bureau
    trusted = (bureau.host, *bureau.trusted_hosts) if bureau else ()
    for path, line, text in _texts(verdict):
        for host in _HOST.findall(text):
            if not any(host == name or host.endswith(f".{name}") for name in trusted):
                yield Behind(shown(path), line, host)


def _texts(verdict: Verdict) -> Iterator[tuple[str, int, str]]:
    """Return every line of Markdown, and the address of every repost, with their places."""
    for source in verdict.reading.sources:
        if isinstance(source.content, Document):
            content = source.content
            for number, line in enumerate(content.body.split("\n"), content.body_line):
                yield source.path, number, line
    for story in verdict.reading.stories:
        if story.repost:
            at = against(story, ("repost", "url"), "")
            yield at.path, at.line, story.repost.url


def _errors(verdict: Verdict, is_meant: Callable[[str], bool]) -> Iterator[Behind]:
    """Return the errors whose codes are meant."""
    for problem in verdict.errors:
        if is_meant(problem.code):
            yield Behind(problem.shown_path, problem.line, problem.message)


def _is_on_dates(code: str) -> bool:
    return code in DATES


def _is_on_wording(code: str) -> bool:
    return code.startswith("wording-")


def _is_on_secrecy(code: str) -> bool:
    return code.startswith("secrecy-")


def _basis(limit: int, national: int) -> str:
    """Return who asks for it: the standard, unless the bureau is content with less."""
    return STANDARD if limit <= national else OWN


def _count(found: Sequence[Rest]) -> str:
    return f"{len(found)} 个"


def _of(found: Iterable[Rest]) -> tuple[Behind, ...]:
    return tuple(_behind(rest.column) for rest in found)


def _behind(entry: Column | Item) -> Behind:
    return Behind(shown(entry.origin.path), entry.origin.line, shown(entry.title))
