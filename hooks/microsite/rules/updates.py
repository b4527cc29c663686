"""What became public on which day, and how long a column has been without anything new."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from microsite.content.bureau import Freshness, Mode
from microsite.content.load import Reading
from microsite.content.model import Column, Event, Story
from microsite.content.review import Item, counted
from microsite.content.signatures import STEPS
from microsite.content.site import group
from microsite.rules.review import items
from microsite.rules.site_rule import Occasion

NEWS = ("动态", "要闻", "新闻")
NOTICES = ("通知", "公告", "公示", "政策", "文件")


class Update(NamedTuple):
    """Something new on the site."""

    day: date
    item: Item


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many days without anything new a column is to be seen to, and is overdue."""

    pace: Literal["news", "notices", "other"]
    warn: int
    overdue: int | None
    """Nothing, where no document says how often."""
    name: str
    """Of such columns, in Chinese."""


@dataclass(frozen=True, slots=True)
class Rest:
    """How long a column has been without anything new."""

    column: Column
    limits: Limits
    last: Update | None
    days: int
    """Since then; 0 if there never was anything."""

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been updated."""
        return self.limits.overdue is not None and self.days > self.limits.overdue


def updates(reading: Reading, occasion: Occasion) -> Iterator[Update]:
    """Return everything public with the day on which it became so; in production no samples."""
    for item in items(reading):
        is_real = occasion.mode == "demo" or not item.sample
        if is_real and occasion.states[item.url] == "已发布":
            day = public_since(item, occasion.mode)
            if day <= occasion.today:
                yield Update(day, item)


def public_since(item: Item, mode: Mode) -> date:
    """Return the day of publication; a record is published by the first 终审 that counts.

    Args:
        item: It must have been published.
        mode: Decides whether signatures that are samples count.
    """
    return item.published.day if isinstance(item, Story) else _first_signed(item, mode)


def last_on_home(reading: Reading, occasion: Occasion) -> Update | None:
    """Return the newest of what the home page shows: stories, and events that were to come."""
    shown = (
        update
        for update in updates(reading, occasion)
        if isinstance(update.item, Story) or update.item.begins.day >= update.day
    )
    return _newest(shown)


def rests(reading: Reading, occasion: Occasion, freshness: Freshness) -> Iterator[Rest]:
    """Return how long each column has rested, but for those that are archived."""
    series = group(reading.series.values(), lambda one: [one.column])
    found = group(
        updates(reading, occasion),
        lambda update: [s.column for s in [reading.series.get(update.item.series)] if s],
    )
    for column in reading.columns.values():
        own = series.get(column.id, ())
        if not column.archived and not (own and all(one.archived for one in own)):
            last = _newest(found.get(column.id, ()))
            days = (occasion.today - last.day).days if last else 0
            yield Rest(column, limits_of(column, freshness), last, days)


def limits_of(column: Column, freshness: Freshness) -> Limits:
    """Return what is asked of a column, which its type tells."""
    if any(word in column.type for word in NEWS):
        return Limits("news", freshness.warn_days, freshness.news_days, "动态要闻类栏目")
    if any(word in column.type for word in NOTICES):
        warn = freshness.notice_warn_days
        return Limits("notices", warn, freshness.notice_days, "通知公告、政策文件类栏目")
    return Limits("other", freshness.idle_days, None, "其他栏目")


def _first_signed(event: Event, mode: Mode) -> date:
    return next(step.on for step in counted(event, mode) if step.step == STEPS[-1])


def _newest(found: Iterable[Update]) -> Update | None:
    return max(found, key=lambda update: (update.day, update.item.id), default=None)
