"""What is still to be done about events: to hold them, to see them through, to tell of them."""

from collections.abc import Iterator

from microsite.content.load import Reading
from microsite.content.model import Event, Series
from microsite.content.rhythm import rhythm
from microsite.content.wording import stage_of, unit_text
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule, against

NAMED = 6
"""Units that a message names."""


def _active(reading: Reading, occasion: Occasion) -> Iterator[tuple[Series, list[Event]]]:
    """Return the series that go on with their events, signed or not: what was held was held.

    While something cannot be read there are none, for that may be what is missing.
    """
    site = reading.site
    if site is None:
        return
    for series in site.series.values():
        events = site.events_of_series.get(series.id, ())
        if not series.archived and not site.columns[series.column].archived:
            yield series, [event for event in events if occasion.states[event.url] != "撤稿"]


def _gaps(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    branches, places = reading.branches.values(), reading.places.values()
    for series, events in _active(reading, occasion):
        kept = rhythm(series, events, branches, places, occasion.today)
        if kept and (missed := list(kept.missed)):
            latest = missed[0][0]
            units = [unit.title for period, unit in missed if period == latest]
            names = "、".join(units[:NAMED]) + (f"等 {len(units)} 个" if units[NAMED:] else "")
            message = (
                f"{latest.title}没有开展的{unit_text(kept.cadence)}：{names}；"
                f"自 {kept.since} 起已结束的各期共缺 {len(missed)} 次。开展过的请补上记录"
            )
            yield against(series, ("cadence",), message)


def _overdue(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    default = reading.bureau.stage_days if reading.bureau else 0
    for series, events in _active(reading, occasion):
        for event in events:
            stage = stage_of(event, series, occasion.today)
            limit = series.days_in(stage, default) if stage else None
            if stage and limit and event.status != "cancelled":
                days = (occasion.today - event.stages[stage]).days
                if days > limit:
                    yield against(event, ("stages", stage), _waiting(series, stage, days, limit))


def _waiting(series: Series, stage: str, days: int, limit: int) -> str:
    following = series.stages[series.stages.index(stage) + 1]
    return (
        f"停在“{stage}”已有 {days} 天，超过 {limit} 天；"
        f"走到“{following}”的请补上日期，没有走到的请催办"
    )


def _untold(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    """Object once to a series whose stories tell of events, but not of some held long ago."""
    told = {id for story in reading.stories for id in story.events}
    limit = reading.bureau.freshness.story_days if reading.bureau else 0
    for series, events in _active(reading, occasion):
        untold = [
            event
            for event in events
            if event.counts
            and event.id not in told
            and (occasion.today - event.ends.day).days > limit
        ]
        if untold and any(event.id in told for event in events):
            message = (
                f"有 {len(untold)} 项活动举办超过 {limit} 天还没有故事，最近的是 {untold[-1].id}；"
                "写了的请在故事的 events 里写上编号"
            )
            yield against(series, ("title",), message)


SERIES = "data/series/theme-day.yml"
_SERIES = "title: 主题党日\ncolumn: people\nsummary: 每月一次。\n"
_MONTHLY = f"{_SERIES}cadence: {{every: month, per: branch, since: SINCE}}\n"
MONTH = "data/events/2025-11.yml"
_ORDER = (
    "20251103-lamp: {series: community-orders, title: 路灯不亮, start: 2025-11-03,\n"
    "  fields: {need: 修灯}, stages: {点单: 2025-11-03LATER}}\n"
)
_TOLD = Example(
    "docs/stories/2026/visits.md",
    "---\ntitle: 走访\nseries: theme-day\npublished: 2026-02-10 09:00\nsummary: 一次走访。\n"
    "source: 市住建局\nevents: [20260115-theme-day-property]\n---\n走访了。\n",
)
_UNTOLD = Example(
    MONTH,
    "20251105-theme-day: {series: theme-day, title: 主题党日, start: 2025-11-05}\n",
)
RULES = (
    SiteRule(
        "coverage-cadence",
        "有单位没有按节奏开展",
        "一期结束时还没有开展的支部或地点，列出来便于补记或督促。",
        Example(SERIES, _MONTHLY.replace("SINCE", "2026-01-01")),
        Example(SERIES, _MONTHLY.replace("SINCE", "2026-02-01")),
        _gaps,
        level="notice",
        is_excusable=False,
    ),
    SiteRule(
        "coverage-stage",
        "停在一个环节很久",
        "停留的天数超过 stage_days 时告知；这不是办理时限。",
        Example(MONTH, _ORDER.replace("LATER", "")),
        Example(MONTH, _ORDER.replace("LATER", ", 派单: 2025-11-04, 办结: 2025-11-09")),
        _overdue,
        level="notice",
        is_excusable=False,
    ),
    SiteRule(
        "coverage-story",
        "活动还没有故事",
        "一个系列的故事写到过活动，而别的活动举办很久还没有写到，一个系列告知一次。",
        Example(SERIES, _SERIES, (_TOLD, _UNTOLD)),
        Example(SERIES, _SERIES, (_TOLD,)),
        _untold,
        level="notice",
        is_excusable=False,
    ),
)
