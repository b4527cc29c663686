"""What has not happened yet cannot be reported as done."""

from collections.abc import Iterator

from microsite.content.load import Reading
from microsite.content.model import Column, Series
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule, against

MARCH = "data/events/2026-03.yml"


def _held_in_future(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for event in reading.events:
        if event.status == "held" and event.ends.day > occasion.today:
            status = "postponed" if event.moved_to else "planned"
            message = (
                f"活动到 {event.ends} 才结束，还不能写已举办，请写“status: {status}”，或核对日期"
            )
            yield against(event, ("moved_to" if event.moved_to else "start",), message)


def _stages_in_future(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for event in reading.events:
        if event.status == "planned":
            continue
        for name, day in event.stages.items():
            if day > occasion.today:
                message = (
                    f"环节“{name}”的日期（{day}）在将来，"
                    "只有计划中（status: planned）的活动可以预写，请核对"
                )
                yield against(event, ("stages", name), message)


def _archived_in_future(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    entries: tuple[Column | Series, ...] = (*reading.columns.values(), *reading.series.values())
    for entry in entries:
        if entry.archived and entry.archived > occasion.today:
            message = f"归档日期（{entry.archived}）在将来，归档了再写，或核对日期"
            yield against(entry, ("archived",), message)


SERIES = "data/series/theme-day.yml"
_SERIES = "title: 主题党日\ncolumn: people\nsummary: 每月一次。\n"
RULES = (
    SiteRule(
        "event-future",
        "将来的活动写成已举办",
        "还没有举办的活动只能写计划；不写 status 就是已举办。",
        Example(MARCH, "20260304-visit: {series: theme-day, title: 走访, start: 2026-03-04}\n"),
        Example(
            MARCH,
            "20260304-visit: {series: theme-day, title: 走访, start: 2026-03-04,\n"
            "  status: planned}\n",
        ),
        _held_in_future,
        is_excusable=False,
    ),
    SiteRule(
        "stage-future",
        "将来的环节写成已走到",
        "环节的日期是事情走到那一步的日子；只有计划中的活动可以预写。",
        Example(
            MARCH,
            "20260304-lamp: {series: community-orders, title: 路灯不亮, start: 2026-03-04,\n"
            "  status: cancelled, reason: 雨, fields: {need: 修灯}, stages: {点单: 2026-03-04}}\n",
        ),
        Example(
            MARCH,
            "20260304-lamp: {series: community-orders, title: 路灯不亮, start: 2026-03-04,\n"
            "  status: planned, fields: {need: 修灯}, stages: {点单: 2026-03-04}}\n",
        ),
        _stages_in_future,
        is_excusable=False,
    ),
    SiteRule(
        "archive-future",
        "归档的日期在将来",
        "写了归档日期就标“已归档”，不再要求更新，所以结束以后才能写。",
        Example(SERIES, f"{_SERIES}archived: 2026-03-01\n"),
        Example(SERIES, f"{_SERIES}archived: 2026-02-01\n"),
        _archived_in_future,
        is_excusable=False,
    ),
)
