"""How long the home page and each column have been without anything new."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from microsite.content.bureau import Freshness
from microsite.content.load import Reading
from microsite.content.model import Column, Story
from microsite.content.publication import Update
from microsite.content.site import group
from microsite.rules.site_rule import Occasion

NEWS = ("动态", "要闻", "新闻")
NOTICES = ("通知", "公告", "公示", "政策", "文件")


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


def last_on_home(occasion: Occasion) -> Update | None:
    """Return the newest of what the home page shows: stories, and events that were to come."""
    for update in reversed(occasion.updates):
        if isinstance(update.item, Story) or update.item.begins.day >= update.day:
            return update
    return None


def rests(reading: Reading, occasion: Occasion, freshness: Freshness) -> Iterator[Rest]:
    """Return how long each column has rested, but for those that are archived."""
    series = group(reading.series.values(), lambda one: [one.column])
    latest = {update.item.series: update for update in occasion.updates}
    for column in reading.columns.values():
        own = series.get(column.id, ())
        if not column.archived and not (own and all(one.archived for one in own)):
            found = (latest[one.id] for one in own if one.id in latest)
            last = max(found, key=lambda update: (update.day, update.item.id), default=None)
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
