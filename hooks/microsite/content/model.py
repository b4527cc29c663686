"""The records of the site: what editors may write is exactly what these models say.

Titles and descriptions are shown to editors.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated, Final, Literal, TypeAlias, get_args
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, InstanceOf, PlainValidator, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from microsite.content.nodes import Mapping
from microsite.content.pictures import PICTURES
from microsite.content.values import (
    Address,
    Count,
    Day,
    DayOrMinute,
    Domain,
    Flag,
    Host,
    IcpRecord,
    Minute,
    Moment,
    PoliceRecord,
    SiteId,
    Text,
)

ORIGIN: Final = "\0"
"""The key under which an entry gets its origin; the reader lets no file contain it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry was written."""

    id: str
    path: str
    """Of the file, below the project, with `/`."""
    line: int
    column: int
    node: Mapping = field(repr=False, compare=False)


class Record(BaseModel):
    """Something an editor writes as a YAML mapping."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Record):
    """A record that can be pointed at: it knows where it was written."""

    origin: SkipJsonSchema[InstanceOf[Origin]] = Field(alias=ORIGIN, repr=False)

    @property
    def id(self) -> str:
        """What other records call it; the last part of its address, if it has one."""
        return self.origin.id


class Contact(Record):
    """A way to reach the bureau."""

    label: Text = Field(title="名称")
    value: Text = Field(title="内容", description="显示给读者的文字，例如 12345")
    url: Address | None = Field(None, title="网址", description="点击后打开的网页，可以不写")


Mode = Literal["demo", "production"]
MODES: Final[tuple[Mode, ...]] = get_args(Mode)


class Bureau(Entry):
    """Who speaks on this site, and the site's settings."""

    site_name: Text = Field(title="网站名称")
    name: Text = Field(title="单位全称")
    short_name: Text = Field(title="单位简称")
    summary: Text = Field(title="网站简介", description="一句话，供搜索引擎和订阅使用")
    site_url: Address = Field(
        title="网站地址", description="公众访问的地址，以 / 结尾，可以带子目录"
    )
    edit_url: Address = Field(
        title="编辑地址", description="代码仓库里打开文件编辑页的地址前缀，以 / 结尾"
    )
    permanent_id: Domain = Field(
        title="固定标识",
        description="日历和订阅里每条内容的编号都用它；定下后不再改，换网址也不改",
    )
    contacts: tuple[Contact, ...] = Field((), title="联系方式")
    mode: Mode = Field(
        "demo",
        title="模式",
        description="demo 演示，显示示例内容；production 正式，有示例内容或缺少备案信息就不生成",
    )
    site_id: SiteId | None = Field(
        None, title="网站标识码", description="10 位数字，部委网站是 bm 加 8 位数字"
    )
    icp: IcpRecord | None = Field(None, title="ICP 备案号", description="某ICP备00000000号")
    police: PoliceRecord | None = Field(
        None, title="公安备案号", description="某公网安备00000000000000号"
    )
    conac: Address | None = Field(
        None, title="党政机关标识", description="标识证书的网址，以 https://bszs.conac.cn/ 开头"
    )
    trusted_hosts: tuple[Host, ...] = Field(
        ("gov.cn", "bszs.conac.cn"),
        title="不提示的域名",
        description="打开这些域名（含下级域名）时不提示“即将离开本站”",
    )
    stories_per_page: Count = Field(20, title="每页故事数")
    stage_days: Count = Field(
        60,
        title="环节提醒天数",
        description="停在一个环节超过这么多天，看板上标为久未更新；不是办理时限",
    )
    reviewers: Literal["posts", "hidden"] = Field(
        "posts",
        title="审核人",
        description="posts 在文末列出初审、复审、终审的岗位，hidden 不列出",
    )
    share_cards: Flag = Field(
        default=True,
        title="分享图",
        description="转发链接时显示的图片；写 false 就不画，转发时没有图片",
    )
    search: Flag = Field(
        default=True, title="站内搜索", description="不需要搜索时写 false，就没有搜索页"
    )
    sample: Flag = Field(default=False, title="示例", description="单位信息是示例时写 true")

    @property
    def host(self) -> str:
        """Of the site, for the page tag SiteDomain."""
        return urlsplit(self.site_url).hostname or ""

    @property
    def calendars_url(self) -> str:
        """The site's address by which calendar programs subscribe instead of downloading."""
        return f"webcal:{self.site_url.partition(':')[2]}"

    @property
    def police_code(self) -> str:
        """The number of the police record, without which its page cannot be found."""
        return "".join(re.findall("[0-9]{14}", self.police or ""))

    @property
    def is_demo(self) -> bool:
        """Whether samples are shown, under a banner."""
        return self.mode == "demo"


class Column(Entry):
    """A 栏目: what the site is divided into."""

    title: Text = Field(title="栏目名称")
    short: Text = Field(title="短名", description="两个字，用于导航和标签")
    summary: Text = Field(title="一句话介绍")
    keywords: tuple[Text, ...] = Field(
        min_length=1, title="关键词", description="政府网站页面标签 ColumnKeywords，几个词"
    )
    type: Text = Field(title="栏目类型", description="政府网站页面标签 ColumnType，例如 工作动态")

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


class Approval(Record):
    """Who allowed something, and when."""

    by: Text = Field(title="审批人", description="写岗位")
    on: Day = Field(title="审批日期")


class FieldSpec(Record):
    """One fact that the events of a series state."""

    label: Text = Field(title="名称", description="页面上显示的中文名")
    type: Literal["text", "date", "number", "approval"] = Field(
        "text",
        title="类型",
        description="text 文字，date 日期，number 数字，approval 审批（审批人和日期）",
    )
    required: Flag = Field(default=False, title="必填")
    values: tuple[Text, ...] = Field((), title="可选值", description="只能从中选一个")
    required_when: dict[str, Text] = Field(
        {}, title="何时必填", description="另一个字段等于某个值时必填，例如 {lecturer_kind: 外请}"
    )
    help: Text | None = Field(None, title="填写提示")


class Cadence(Record):
    """How often the events of a series should happen, and for whom that is counted."""

    every: Literal["month", "quarter", "year"] = Field(
        title="周期", description="month 每月，quarter 每季度，year 每年"
    )
    per: Literal["branch", "place"] = Field(
        title="统计单位", description="branch 按支部，place 按地点"
    )
    kind: Text | None = Field(
        None, title="地点类别", description="按地点统计时，只算这一类地点，例如 村"
    )
    since: Day | None = Field(None, title="起算日期")


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

    @property
    def url(self) -> str:
        """Below the site's root."""
        return f"series/{self.id}/"


class ReviewStep(Record):
    """One signature."""

    step: Literal["初审", "复审", "终审"] = Field(title="审核环节")
    by: Text = Field(title="审核人", description="写岗位")
    on: Day = Field(title="审核日期")
    hash: Text | None = Field(None, title="内容指纹", description="由系统在终审时填写，不要手改")


FieldValue: TypeAlias = str | date | Approval
"""A fact that an event states; text, choice and number are text."""


def _raw_fields(value: object) -> dict[str, FieldValue]:
    if not isinstance(value, dict):
        raise PydanticCustomError("type-mapping", "这里应当是下一层的“名称: 内容”")
    return value


RawFields = Annotated[
    dict[str, FieldValue], PlainValidator(_raw_fields), WithJsonSchema({"type": "object"}),
]  # fmt: skip
"""As written at first; the loader puts in its place what the series says each value is."""

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
    sample: Flag = Field(default=False, title="示例", description="为展示网站而编写的数据写 true")

    @property
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

    @property
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
    sample: Flag = Field(default=False, title="示例", description="为展示网站而编写的稿件写 true")

    @property
    def url(self) -> str:
        """Below the site's root."""
        return f"stories/{self.published.day.year}/{self.id}/"

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
