"""What can be filled in: stories, the events of each month, the tables of what they name."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from microsite.content.entry import Entry
from microsite.content.layout import EVENTS, MONTH, STORIES
from microsite.content.model import Branch, Event, Place, Series, Story, Tag
from microsite.content.picture_records import PICTURES, PICTURES_TABLE, PictureRecord
from microsite.content.records import FORMS, ID_HINTS
from microsite.content.schema import JsonObject, schema_of
from microsite.content.traits import fields_model
from microsite.content.values import SLUG
from microsite.forms.fields import choice, field, form_fields, pattern
from microsite.outputs.schemas import picture_schema

ENTRIES: Final = "entries"
"""The only field of a form of a table: the list of its records."""
TABLES: Final[Mapping[str, tuple[str, type[Entry]]]] = {
    "places": ("地点", Place),
    "branches": ("支部", Branch),
    "tags": ("标签", Tag),
    "pictures": ("图片的来历", PictureRecord),
}
UNSIGNED: Final = (
    "审核签名、内容指纹和撤稿不在这里填写：改好以后由审核人用 microsite sign 签名；"
    "已经签过的内容改动以后要重新审核。"
)
_FILE_HINT: Final = "docs/assets/pictures/ 里的文件名"


def collections(series: Sequence[Series]) -> list[JsonObject]:
    """Return everything that there is a form for."""
    return [stories(series), events(series), tables()]


def formats() -> Mapping[str, str]:
    """Return what a new file of each format of tables begins with."""
    names = {"events": "../schemas/events.json"} | {n: f"schemas/{n}.json" for n in TABLES}
    return {name: f"# yaml-language-server: $schema={path}\n" for name, path in names.items()}


def stories(series: Sequence[Series]) -> JsonObject:
    """Return the form of a story, whose text stays Markdown as it is typed."""
    chosen: Mapping[str, JsonObject] = {
        "series": {"widget": "select", "options": _options(series)},
        "published": {"default": "{{now}}"},  # or a draft would lie in the folder of no year
        "tags": _picked("tags", "title") | {"multiple": True},
        "events": _related("events", ENTRIES, "id") | {"multiple": True},
        "cover": {
            "widget": "image",
            "choose_url": False,
            "public_folder": f"/{PICTURES.rstrip('/')}",
        },
    }
    raw: JsonObject = {"modes": ["raw"], "buttons": [], "editor_components": []}
    body: JsonObject = {"name": "body", "label": "正文", "widget": "markdown", "required": True}
    return {
        "name": "stories",
        "label": "故事",
        "label_singular": "故事",
        "description": UNSIGNED,
        "folder": STORIES.rstrip("/"),
        "path": "{{published | date('YYYY')}}/{{slug}}",
        "format": "story",
        "slug": {"editable": ["create"], "hint": f"网址的最后一段，{ID_HINTS[SLUG]}"}
        | pattern(SLUG, ID_HINTS[SLUG]),
        "duplicate": False,
        "fields": [*form_fields(schema_of(Story), chosen), body | raw],
    }


def events(series: Sequence[Series]) -> JsonObject:
    """Return the form of a month of events, where each series asks for what it declares."""
    types = [
        {
            "name": one.id,
            "label": one.title,
            "summary": "{{start}}　{{title}}",
            "fields": [_id(Event), *event_fields(one)],
        }
        for one in series
    ]
    listed = {"types": types, "typeKey": "series", "add_to_top": True}
    return {
        "name": "events",
        "label": "活动记录",
        "label_singular": "月份",
        "description": f"每个月一份，按活动开始的月份。{UNSIGNED}",
        "folder": EVENTS.rstrip("/"),
        "format": "events",
        "identifier_field": ENTRIES,
        "summary": "{{slug}}",
        "slug": {"editable": ["create"], "hint": "年月，例如 2023-04"}
        | pattern(MONTH, "写成年月，例如 2023-04"),
        "duplicate": False,
        "fields": [_entries("活动", listed)],
    }


def event_fields(series: Series) -> list[JsonObject]:
    """Return the fields of an event of `series`, with those that the series declares."""
    root = schema_of(Event)
    chosen: dict[str, JsonObject] = {
        "place": _picked("places", "id"),
        "branches": _picked("branches", "id") | {"multiple": True},
        "fields": _facts(series),
        "stages": {"fields": _stages(series, root)},
    }
    absent = {"series"} | {key for key in ("fields", "stages") if not getattr(series, key)}
    return [one for one in form_fields(root, chosen) if one["name"] not in absent]


def tables() -> JsonObject:
    """Return the forms of what stories and events name."""
    return {
        "name": "tables",
        "label": "地点、支部、标签、图片",
        "description": "故事和活动里可以选的地点、支部、标签，和每张图片的来历。",
        "format": "yml",
        "files": [_table(name, *about) for name, about in TABLES.items()],
    }


def _table(name: str, label: str, model: type[Entry]) -> JsonObject:
    record = picture_schema() if model is PictureRecord else schema_of(model)
    fields = [_id(model), *form_fields(record, {})]
    title = "{{title}}　{{id}}" if "title" in record["properties"] else "{{id}}"
    path = PICTURES_TABLE if model is PictureRecord else f"data/{name}.yml"
    listed = {"fields": fields, "summary": title}
    return {
        "name": name,
        "label": label,
        "file": path,
        "format": name,
        "fields": [_entries(label, listed)],
    }


def _entries(label: str, listed: JsonObject) -> JsonObject:
    shape = {"name": ENTRIES, "label": label, "label_singular": label, "widget": "list"}
    shown = {"collapsed": True, "allow_duplicate": False, "allow_reorder": False}
    return shape | shown | {"required": True} | listed


def _id(model: type[Entry]) -> JsonObject:
    form = FORMS.get(model, SLUG)
    hint = ID_HINTS.get(form, _FILE_HINT)
    return {"name": "id", "label": "编号", "required": True, "hint": hint} | pattern(form, hint)


def _facts(series: Series) -> JsonObject:
    record = schema_of(fields_model(series))
    chosen = {key: {"hint": hint} for key in series.fields if (hint := _hint(series, key))}
    return {"fields": form_fields(record, chosen), "required": bool(record.get("required"))}


def _hint(series: Series, key: str) -> str:
    """Return the help of a fact, and when it must be stated."""
    spec = series.fields[key]
    cases = (
        f"“{series.fields[other].label}”是“{value}”时必填"
        for other, value in spec.required_when.items()
    )
    return "；".join(filter(None, (spec.help, *cases)))


def _stages(series: Series, root: JsonObject) -> list[JsonObject]:
    day = root["properties"]["stages"]["additionalProperties"]
    return [field(name, day | {"title": name}, root, is_required=False) for name in series.stages]


def _options(series: Iterable[Series]) -> list[JsonObject]:
    return [choice(one.id, one.title) for one in series]


def _picked(table: str, key: str) -> JsonObject:
    return _related("tables", ENTRIES, key) | {"file": table}


def _related(collection: str, entries: str, key: str) -> JsonObject:
    return {
        "widget": "relation",
        "collection": collection,
        "value_field": f"{entries}.*.{key}",
        "display_fields": [f"{entries}.*.title"],
    }
