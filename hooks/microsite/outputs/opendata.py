"""Stories and events as JSON and CSV, with the JSON Schema of the JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from pydantic import BaseModel, Field

from microsite.content.model import Event, Story
from microsite.content.signatures import Correction
from microsite.content.site import Site, group
from microsite.content.values import Moment
from microsite.content.wording import fact_text
from microsite.outputs.output import Output

FOLDER = "open-data/"
BOM = "\ufeff"
"""Without it, office programs take a CSV file of Chinese text for something else."""


Rows: TypeAlias = Sequence[dict[str, object]]


class OpenEvent(BaseModel):
    """An event, as published."""

    id: str = Field(description="编号，不变")
    url: str = Field(description="页面地址")
    title: str = Field(description="活动名称")
    series: str = Field(description="系列编号")
    series_title: str = Field(description="系列名称")
    column: str = Field(description="栏目编号")
    column_title: str = Field(description="栏目名称")
    status: str = Field(description="planned 计划，held 已举办，postponed 延期，cancelled 取消")
    start: str = Field(description="原定开始；全天活动只有日期，其余为 ISO 8601")
    end: str | None = Field(description="原定结束")
    moved_to: str | None = Field(description="改到")
    reason: str | None = Field(description="延期或取消的原因")
    summary: str | None = Field(description="一句话介绍")
    place: str | None = Field(description="地点名称")
    branches: list[str] = Field(description="支部名称")
    fields: dict[str, str] = Field(description="系列要求写明的事实，按名称")
    stages: dict[str, str] = Field(description="各环节的日期，按名称")
    corrections: dict[str, str] = Field(description="更正说明，按日期")
    sample: bool = Field(description="是否为示例数据")


class OpenStory(BaseModel):
    """A story, as published."""

    id: str = Field(description="编号，不变")
    url: str = Field(description="页面地址")
    title: str = Field(description="标题")
    series: str = Field(description="系列编号")
    series_title: str = Field(description="系列名称")
    column: str = Field(description="栏目编号")
    column_title: str = Field(description="栏目名称")
    published: str = Field(description="发布时间，ISO 8601")
    source: str = Field(description="来源")
    author: str | None = Field(description="供稿")
    summary: str = Field(description="摘要")
    text: str = Field(description="正文，纯文字")
    tags: list[str] = Field(description="标签")
    events: list[str] = Field(description="相关活动的编号")
    corrections: dict[str, str] = Field(description="更正说明，按日期")
    sample: bool = Field(description="是否为示例稿件")


def open_data(site: Site) -> Iterator[Output]:
    """Return every data file."""

    def events() -> Rows:
        return [_open_event(event, site).model_dump() for event in site.events.values()]

    def stories() -> Rows:
        return [_open_story(story, site).model_dump() for story in site.stories.values()]

    yield from _dataset("events", OpenEvent, events)
    yield from _dataset("stories", OpenStory, stories)


def _dataset(name: str, model: type[BaseModel], rows: Callable[[], Rows]) -> Iterator[Output]:
    names = list(model.model_fields)
    yield Output(f"{FOLDER}{name}.json", lambda: _json_text(rows()))
    yield Output(f"{FOLDER}{name}.csv", lambda: _csv_text(names, rows()))
    yield Output(f"{FOLDER}{name}.schema.json", lambda: _json_text(_schema(model)))


def _schema(model: type[BaseModel]) -> dict[str, object]:
    return {"type": "array", "items": model.model_json_schema()}


def _json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _csv_text(names: list[str], rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return BOM + text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "；".join(value)
    if isinstance(value, dict):
        return "；".join(f"{name}：{text}" for name, text in value.items())
    return value


def _open_event(event: Event, site: Site) -> OpenEvent:
    series = site.series[event.series]
    return OpenEvent(
        id=event.id,
        url=site.bureau.site_url + event.url,
        title=event.title,
        series=series.id,
        series_title=series.title,
        column=series.column,
        column_title=site.columns[series.column].title,
        status=event.status,
        start=_iso(event.start),
        end=_iso(event.end) if event.end else None,
        moved_to=_iso(event.moved_to) if event.moved_to else None,
        reason=event.reason,
        summary=event.summary,
        place=site.places[event.place].title if event.place else None,
        branches=[site.branches[id].title for id in event.branches],
        fields={series.fields[key].label: fact_text(value) for key, value in event.fields.items()},
        stages={
            name: event.stages[name].isoformat() for name in series.stages if name in event.stages
        },
        corrections=_corrections(event.corrections),
        sample=event.sample,
    )


def _open_story(story: Story, site: Site) -> OpenStory:
    series = site.series[story.series]
    return OpenStory(
        id=story.id,
        url=site.bureau.site_url + story.url,
        title=story.title,
        series=series.id,
        series_title=series.title,
        column=series.column,
        column_title=site.columns[series.column].title,
        published=story.published.instant.isoformat(),
        source=story.source,
        author=story.author,
        summary=story.summary,
        text=site.prose[story.origin.path].text,
        tags=list(story.tags),
        events=list(story.events),
        corrections=_corrections(story.corrections),
        sample=story.sample,
    )


def _corrections(corrections: Iterable[Correction]) -> dict[str, str]:
    notes = group(corrections, lambda one: [one.on.isoformat()])
    return {day: "；".join(one.note for one in some) for day, some in notes.items()}


def _iso(moment: Moment) -> str:
    return moment.day.isoformat() if moment.is_all_day else moment.instant.isoformat()
