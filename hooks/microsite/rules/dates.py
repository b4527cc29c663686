"""What has not happened yet cannot be reported as done."""

from collections.abc import Iterator

from microsite.content.load import Reading
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
)
