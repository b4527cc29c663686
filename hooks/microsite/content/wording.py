"""Dates and counts as Chinese text."""

from datetime import date
from typing import Protocol

from microsite.content.declarations import Cadence, FieldValue
from microsite.content.model import Event, Series
from microsite.content.signatures import Approval
from microsite.content.values import Moment

WEEKDAYS = "一二三四五六日"
SAMPLE = "【示例】"
"""Before the title of what is made up, where there is no room for a mark of its own."""


class Titled(Protocol):
    """What has a title and may be made up."""

    @property
    def title(self) -> str:
        """As it was written."""

    @property
    def sample(self) -> bool:
        """Whether it is made up."""


def marked_title(thing: Titled) -> str:
    """Return its title, marked if it is made up."""
    return f"{SAMPLE}{thing.title}" if thing.sample else thing.title


def day_text(day: date) -> str:
    """Return `2023年4月21日`."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_text(day: date) -> str:
    """Return `2023年4月`."""
    return f"{day.year}年{day.month}月"


def weekday_text(day: date) -> str:
    """Return `周五`."""
    return f"周{WEEKDAYS[day.weekday()]}"


def moment_text(moment: Moment) -> str:
    """Return `2023年4月21日 15:00`, or the day alone."""
    return f"{day_text(moment.day)} {moment.clock:%H:%M}" if moment.clock else day_text(moment.day)


def iso_text(moment: Moment) -> str:
    """Return `2023-04-21T15:00+08:00`, or the day alone, for machines (HTML, `datetime`)."""
    if moment.clock is None:
        return moment.day.isoformat()
    return moment.instant.isoformat(timespec="minutes")


def span_text(begins: Moment, ends: Moment) -> str:
    """Return both ends without repeating what they share, joined by a dash (GB/T 15835-2011)."""
    start = moment_text(begins)
    if begins == ends:
        return start
    if begins.day == ends.day:
        return f"{start}—{ends.clock:%H:%M}"
    clock = f" {ends.clock:%H:%M}" if ends.clock else ""
    if begins.day.year != ends.day.year:
        return f"{start}—{moment_text(ends)}"
    if begins.day.month == ends.day.month and begins.is_all_day:
        return f"{start}—{ends.day.day}日"
    return f"{start}—{ends.day.month}月{ends.day.day}日{clock}"


def when_text(event: Event) -> str:
    """Return when `event` takes place, after any postponement."""
    return span_text(event.begins, event.ends)


def fact_text(value: FieldValue) -> str:
    """Return a field's value as one line."""
    if isinstance(value, Approval):
        return f"{value.by}，{day_text(value.on)}批准"
    return value if isinstance(value, str) else day_text(value)


def stage_of(event: Event, series: Series, today: date = date.max) -> str | None:
    """Return the last stage that `event` has reached by `today`; later ones are only planned."""
    written = [stage for stage in series.stages if stage in event.stages]
    return next((stage for stage in reversed(written) if event.stages[stage] <= today), None)


def status_text(event: Event, series: Series) -> str:
    """Return how `event` stands; what passes through stages is done at the last of them."""
    stage = stage_of(event, series)
    if event.status != "held" or stage is None:
        return STATUS[event.status]
    return "已完成" if stage == series.stages[-1] else f"进行中：{stage}"


def unit_text(cadence: Cadence) -> str:
    """Return for whom it counts: `支部`, or the kind of place."""
    return cadence.kind or PER[cadence.per]


STATUS = {"planned": "计划", "held": "已举办", "postponed": "延期", "cancelled": "已取消"}
EVERY = {"month": "每月", "quarter": "每季度", "year": "每年"}
PER = {"branch": "支部", "place": "地点"}
