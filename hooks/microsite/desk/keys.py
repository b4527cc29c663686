"""The keys that editors may write, as a part of the handbook."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from microsite.content.model import Branch, Event, Place, Series, Story, Tag
from microsite.content.picture_records import PictureRecord
from microsite.content.schema import properties, schema_of
from microsite.content.traits import fields_model

KINDS: Final[Mapping[str, type[BaseModel]]] = {
    "故事": Story,
    "活动": Event,
    "地点": Place,
    "支部": Branch,
    "标签": Tag,
    "图片的来历": PictureRecord,
}
HEADING: Final = "## 可以写的内容\n"
TABLE: Final = "| 写法 | 名称 | 必填 | 说明 |\n|---|---|---|---|"


def keys_text(series: Iterable[Series]) -> str:
    """Return tables of all keys as Markdown; those that a series declares have a table each."""
    tables = [_table(title, model) for title, model in KINDS.items()]
    tables += [
        _table(f"“{one.title}”的活动", fields_model(one), "fields.")
        for one in series
        if one.fields
    ]
    return "\n".join((HEADING, *tables))


def _table(title: str, model: type[BaseModel], before: str = "") -> str:
    return "\n".join((f"### {title}\n", TABLE, *_rows(model, before), ""))


def _rows(model: type[BaseModel], before: str) -> Iterator[str]:
    schema = schema_of(model)
    required = schema.get("required", ())
    for key, one in properties(schema).items():
        cells = (f"`{before}{key}`", one["title"], "是" if key in required else "")
        yield f"| {' | '.join((*cells, one.get('description', '')))} |"
