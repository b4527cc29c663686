"""The file of a new series."""

from collections.abc import Iterator
from dataclasses import dataclass

from microsite.content.layout import SERIES
from microsite.content.model import Column, Series
from microsite.drafts.draft import Draft, first_line
from microsite.drafts.lines import blank, line, meaning, offered, written

SCHEMA = "../schemas/series.json"
EXAMPLE = """\
每次活动要写明的事实，一行一个；名称用英文或拼音。
fields:
  theme: {label: 主题, required: true, help: 一次只定一个主题}
  form: {label: 形式, required: true, values: [座谈, 走访]}
  people: {label: 人数, type: number}
  lecturer_kind: {label: 讲师来源, required: true, values: [本系统, 外请]}
  approval: {label: 授课审批, type: approval, required_when: {lecturer_kind: 外请}}
依次走完的环节，页面上画成一条进度线。
stages: [申报, 创建, 验收]
停在某个环节超过几天标为久未更新；不写的用全站设置。
stage_days: {创建: 30}
多久应有一次、按什么统计：month 每月，quarter 每季度，year 每年；branch 按支部，place 按地点。
cadence: {every: month, per: branch, since: 2026-12-01}
活动和故事里不许出现任何人的姓名时写。
anonymous: true
机制结束时写，页面标明已归档，不再要求更新和开展。
archived: …
"""
"""The traits that a series may have; lines that end with a full stop explain them."""


@dataclass(frozen=True, slots=True)
class SeriesAnswers:
    """What is known of a series."""

    id: str
    title: str
    column: Column
    order: int
    summary: str = ""


def series(answers: SeriesAnswers) -> Draft:
    """Return the file of a series: what every one has, and examples of the traits."""
    lines = (*_keys(answers), *_traits())
    return Draft(f"{SERIES}{answers.id}.yml", answers.id, lines)


def _keys(answers: SeriesAnswers) -> Iterator[str]:
    yield first_line(SCHEMA)
    yield "# 井号后面是说明；要用带井号的一行，删去它开头的“# ”，再把例子改成自己的。"
    yield line("title", written(answers.title))
    yield line("column", answers.column.id, answers.column.title)
    yield line("order", str(answers.order), meaning(Series, "order"))
    yield line("summary", written(answers.summary or blank("一句话介绍这个系列")))
    yield offered("guide", "…", f"{meaning(Series, 'guide')}；写好以后再填")


def _traits() -> Iterator[str]:
    for text in EXAMPLE.splitlines():
        if text.endswith("。"):
            yield "#"
        yield f"# {text}"
