"""What a series declares of its events: which facts they state, and how often they happen.

Titles and descriptions are shown to editors.
"""

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from microsite.content.entry import Record
from microsite.content.signatures import Approval
from microsite.content.values import Day, Flag, Text


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
