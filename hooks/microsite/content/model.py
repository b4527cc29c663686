"""The records of the site: what editors may write is exactly what these models say.

Titles and descriptions are shown to editors.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Literal

from pydantic import Field

from microsite.content.declarations import Cadence, FieldSpec, RawFields
from microsite.content.entry import Entry, Record
from microsite.content.picture_records import PICTURES
from microsite.content.signatures import Correction, ReviewStep, Withdrawal
from microsite.content.values import (
    Address,
    Count,
    Day,
    DayOrMinute,
    Flag,
    Minute,
    Moment,
    Text,
)


class Column(Entry):
    """A 栏目: what the site is divided into."""

    title: Text = Field(title="栏目名称")
    short: Text = Field(title="短名", description="两个字，用于导航和标签")
    summary: Text = Field(title="一句话介绍")
    keywords: tuple[Text, ...] = Field(
        min_length=1, title="关键词", description="政府网站页面标签 ColumnKeywords，几个词"
    )
    type: Text = Field(title="栏目类型", description="政府网站页面标签 ColumnType，例如 工作动态")
    archived: Day | None = Field(
        None, title="归档日期", description="专题结束时写，页面标明已归档，不再要求更新"
    )

    @property
    def url(self) -> str:
        """Below the site's root."""
        return f"columns/{self.id}/"


class Branch(Entry):
    """A party branch of the bureau."""

    title: Text = Field(title="支部名称")
    summary: Text | None = Field(None, title="一句话介绍")
    sample: Flag = Field(default=False, title="示例")

    @property
    def url(self) -> str:
        """Below the site's root."""
        return f"branches/{self.id}/"


class Place(Entry):
    """Where events happen."""

    title: Text = Field(title="地点名称", description="小区、村、工地等的名称，不写门牌")
    kind: Text = Field(title="类别", description="例如 小区、社区、村、工地、会场")
    summary: Text | None = Field(None, title="一句话介绍")
    sample: Flag = Field(default=False, title="示例")

    @property
    def url(self) -> str:
        """Below the site's root."""
        return f"places/{self.id}/"


class Tag(Entry):
    """A topic that stories share."""

    title: Text = Field(title="标签")

    @property
    def url(self) -> str:
        """Below the site's root."""
        return f"tags/{self.id}/"


class Series(Entry):
    """A mechanism of the bureau, and the traits of its events: fields, stages, cadence."""

    title: Text = Field(title="系列名称")
    column: Text = Field(title="栏目", description="栏目的编号，见 data/columns.yml")
    order: Count = Field(100, title="排序", description="在栏目里的先后，小的在前")
    summary: Text = Field(title="一句话介绍")
    guide: Text | None = Field(
        None, title="说明稿", description="介绍这个系列的故事的文件名，不带 .md"
    )
    fields: dict[str, FieldSpec] = Field({}, title="字段")
    stages: tuple[Text, ...] = Field((), title="环节", description="依次走完的环节")
    stage_days: dict[str, Count] = Field(
        {}, title="环节提醒天数", description="停在某个环节超过几天标为久未更新；不写的用全站设置"
    )
    cadence: Cadence | None = Field(None, title="节奏")
    anonymous: Flag = Field(
        default=False, title="不写姓名", description="活动和故事里不许出现任何人的姓名时写 true"
    )
    archived: Day | None = Field(
        None, title="归档日期", description="机制结束时写，页面标明已归档，不再要求更新和开展"
    )

    @property
    def url(self) -> str:
        """Below the site's root."""
        return f"series/{self.id}/"

    def until(self, today: date) -> date:
        """Return the last day that counts: `today`, or when the series was archived."""
        return min(today, self.archived or today)

    def days_in(self, stage: str, default: int) -> int | None:
        """Return for how many days an event may stand in `stage`; in the last one, for ever."""
        return None if stage == self.stages[-1] else self.stage_days.get(stage, default)


Status = Literal["planned", "held", "postponed", "cancelled"]


class Event(Entry):
    """One entry of a series."""

    series: Text = Field(title="系列", description="系列的编号，就是 data/series/ 里的文件名")
    title: Text = Field(title="活动名称")
    summary: Text | None = Field(None, title="一句话介绍")
    status: Status = Field(
        "held",
        title="状态",
        description="planned 计划中，held 已举办（可不写），postponed 延期，cancelled 取消",
    )
    start: DayOrMinute = Field(title="开始", description="2023-04-21 15:00；全天活动只写日期")
    end: DayOrMinute | None = Field(None, title="结束", description="写法与开始一致，可以是后一天")
    moved_to: DayOrMinute | None = Field(None, title="改到", description="延期后的开始时间")
    reason: Text | None = Field(None, title="原因", description="取消必写，延期可写")
    place: Text | None = Field(None, title="地点", description="地点的编号，见 data/places.yml")
    branches: tuple[Text, ...] = Field(
        (), title="支部", description="支部的编号，见 data/branches.yml"
    )
    fields: RawFields = Field({}, title="字段", description="这个系列要求写明的事实")
    stages: dict[str, Day] = Field({}, title="环节", description="已走到的环节和日期")
    review: tuple[ReviewStep, ...] = Field((), title="审核")
    corrections: tuple[Correction, ...] = Field(
        (), title="更正", description="发布以后改了什么，一次一条，会显示在页面上"
    )
    withdrawn: Withdrawal | None = Field(
        None, title="撤稿", description="写了就不再公开，原来的网址上只说明原因"
    )
    sample: Flag = Field(default=False, title="示例", description="为展示网站而编写的数据写 true")

    @cached_property
    def url(self) -> str:
        """Below the site's root."""
        return f"events/{self.id}/"

    @property
    def calendar_url(self) -> str:
        """Of its own calendar file, below the site's root."""
        return f"events/{self.id}.ics"

    @property
    def begins(self) -> Moment:
        """When it takes place, after any postponement."""
        return self.moved_to or self.start

    @cached_property
    def ends(self) -> Moment:
        """Its last minute or day: the written end, moved along; the beginning if there is none."""
        if self.end is None or self.begins.is_all_day != self.start.is_all_day:
            return self.begins
        moved = self.end.instant + (self.begins.instant - self.start.instant)
        return Moment(moved.date(), None if self.end.is_all_day else moved.time())

    @property
    def days(self) -> Iterator[date]:
        """Every day it touches, first to last."""
        for offset in range((self.ends.day - self.begins.day).days + 1):
            yield self.begins.day + timedelta(days=offset)

    @property
    def counts(self) -> bool:
        """Whether it took place, so that boards, grids and figures count it."""
        return self.status == "held"


class Repost(Record):
    """Where a reposted story first appeared."""

    source: Text = Field(alias="from", title="原载")
    url: Address = Field(title="原文网址")
    published: Day = Field(title="原文日期")


class Story(Entry):
    """Prose about a series and, if it likes, about certain events."""

    title: Text = Field(title="标题")
    series: Text = Field(title="系列", description="系列的编号，就是 data/series/ 里的文件名")
    published: Minute = Field(title="发布时间", description="2023-04-25 09:30")
    summary: Text = Field(title="摘要", description="一两句话，显示在列表和订阅里")
    source: Text = Field(title="来源")
    author: Text | None = Field(None, title="供稿")
    tags: tuple[Text, ...] = Field((), title="标签", description="见 data/tags.yml")
    events: tuple[Text, ...] = Field((), title="相关活动", description="活动的编号")
    cover: Text | None = Field(None, title="封面", description="docs/assets/pictures/ 里的文件名")
    cover_alt: Text | None = Field(
        None, title="封面说明", description="给看不见图片的读者，有封面必写"
    )
    cover_caption: Text | None = Field(None, title="封面图注", description="显示在封面下面")
    repost: Repost | None = Field(None, title="转载")
    review: tuple[ReviewStep, ...] = Field((), title="审核")
    corrections: tuple[Correction, ...] = Field(
        (), title="更正", description="发布以后改了什么，一次一条，会显示在页面上"
    )
    withdrawn: Withdrawal | None = Field(
        None, title="撤稿", description="写了就不再公开，原来的网址上只说明原因"
    )
    sample: Flag = Field(default=False, title="示例", description="为展示网站而编写的稿件写 true")

    @cached_property
    def url(self) -> str:
        """Below the site's root."""
        return f"stories/{self.published.day.year}/{self.id}/"

    @property
    def changed(self) -> datetime:
        """When it was published, or the last day on which it was corrected."""
        corrected = (Moment(one.on).instant for one in self.corrections)
        return max((self.published.instant, *corrected))

    @property
    def cover_path(self) -> str:
        """Of the cover below `docs/`; the folder of pictures if there is none."""
        return f"{PICTURES}{self.cover or ''}"


class Page(Entry):
    """An ordinary page such as 关于本站."""

    title: Text = Field(title="标题")
    summary: Text = Field(title="摘要", description="一句话，供搜索引擎使用")

    @property
    def url(self) -> str:
        """Below the site's root."""
        return re.sub("(^|/)index/$", r"\1", f"{self.id}/")
