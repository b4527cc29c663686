"""How long ago the home page and each column got something new: a reminder, and never an error.

The limits are those of 国办秘函〔2019〕19号; the bureau's own, stricter ones are in its settings.
"""

from collections.abc import Iterator

from microsite.content.load import Reading
from microsite.rules.production import BUREAU, IDENTITY
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule, against
from microsite.rules.updates import Rest, last_on_home, rests

STANDARD = "《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）"


def _home(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    if reading.site is None:
        return
    bureau = reading.site.bureau
    freshness = bureau.freshness
    last = last_on_home(occasion)
    if last and (days := (occasion.today - last.day).days) >= freshness.warn_days:
        message = (
            f"首页 {days} 天没有更新（上一次是 {last.day}），{_limit(days, freshness.news_days)}，"
            "请发布新的故事或活动预告"
        )
        yield against(bureau, ("freshness",), message)


def _columns(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for rest in _rests(reading, occasion):
        limits = rest.limits
        if rest.last and rest.days >= limits.warn:
            asked = (
                f"{limits.name}{_limit(rest.days, limits.overdue)}"
                if limits.overdue
                else f"{limits.warn} 天就算长期不更新"
            )
            message = (
                f"栏目“{rest.column.title}”{rest.days} 天没有更新（上一次是 {rest.last.day}），"
                f"{asked}；结束的专题请补上“archived: …”归档"
            )
            yield against(rest.column, (), message)


def _blank(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for rest in _rests(reading, occasion):
        if rest.last is None:
            message = (
                f"栏目“{rest.column.title}”还没有公开的内容，读者看不到它；"
                "请发布内容，暂时不用的栏目请删去或归档"
            )
            yield against(rest.column, (), message)


def _rests(reading: Reading, occasion: Occasion) -> Iterator[Rest]:
    """Return nothing while something cannot be read, for that may be what is new."""
    if reading.site is not None:
        yield from rests(reading, occasion, reading.site.bureau.freshness)


def _limit(days: int, limit: int) -> str:
    return f"已经超过 {limit} 天的期限" if days > limit else f"期限是 {limit} 天"


COLUMNS = "data/columns.yml"
_COLUMNS = """\
people: {title: 为民, keywords: [群众路线], short: 为民, summary: 为群众办实事。, type: 工作动态}
development:
  {title: 先锋, keywords: [担当作为], short: 先锋, summary: 提升能力。, type: 工作动态,
   archived: 2026-02-01}
conduct:
  {title: 清风, keywords: [作风保障], short: 清风, summary: 抓作风。, type: 工作动态,
   archived: 2026-02-01}
"""
_NOTICES = _COLUMNS.replace("工作动态", "通知公告", 1)
_OLD = Example(
    "docs/stories/2026/lamp.md",
    """\
---
title: 楼道灯亮了
series: theme-day
published: 2026-02-01 09:00
summary: 一盏灯的事。
source: 市住建局
review:
  - {step: 初审, by: 综合科, on: 2026-01-29}
  - {step: 复审, by: 办公室, on: 2026-01-30}
  - {step: 终审, by: 分管领导, on: 2026-01-31, hash: 6cde7e87b730e179e2a1540f90e04603}
---
楼道灯亮了。
""",
)
_DEMO = IDENTITY.replace("production", "demo")
RULES = (
    SiteRule(
        "freshness-home",
        "首页很久没有更新",
        "首页两周没有更新，检查时整个网站就不合格；从第 10 天起提醒。",
        Example(BUREAU, _DEMO, (_OLD,)),
        Example(BUREAU, _DEMO),
        _home,
        level="warning",
        source=STANDARD,
        is_excusable=False,
    ),
    SiteRule(
        "freshness-column",
        "栏目很久没有更新",
        "动态、要闻类栏目两周、通知公告和政策文件类 6 个月要有更新，归档的除外。",
        Example(COLUMNS, _COLUMNS, (_OLD,)),
        Example(COLUMNS, _NOTICES, (_OLD,)),
        _columns,
        level="warning",
        source=STANDARD,
        is_excusable=False,
    ),
    SiteRule(
        "freshness-blank",
        "空白栏目",
        "栏目要有公开的内容；检查时空白栏目达到 5 个就不合格，我们有一个就提醒。",
        Example(COLUMNS, _COLUMNS),
        Example(COLUMNS, _NOTICES, (_OLD,)),
        _blank,
        level="warning",
        source=STANDARD,
        is_excusable=False,
    ),
)
