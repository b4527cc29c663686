"""JSON Schema of every file that editors write, for completion and help while they type."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from microsite.content.bureau import Bureau
from microsite.content.model import Branch, Column, Event, Page, Place, Series, Story, Tag
from microsite.content.officials import Officials
from microsite.content.picture_records import CONDITIONS, FILE_NAME, PictureRecord
from microsite.content.redirects import Redirects
from microsite.content.schema import JsonObject, schema_of
from microsite.content.synonyms import Synonyms
from microsite.content.traits import fields_model
from microsite.content.usage import Usage
from microsite.content.values import EVENT_ID, SLUG
from microsite.outputs.output import Output

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that editors' YAML tools support in full."""


def schema_files(series: Sequence[Series]) -> Iterator[Output]:
    """Return the file of each schema, addressed by its name alone."""
    for name, make in SCHEMAS.items():
        yield Output(f"{name}.json", partial(_text, make, series))


def event_schema(series: Sequence[Series]) -> JsonObject:
    """Return the schema of an event, which depends on its series."""
    schema = schema_of(Event)
    definitions = schema.setdefault("$defs", {})
    cases = []
    for one in series:
        fields = _fields(one)
        definitions |= fields.pop("$defs", {})
        case: JsonObject = {"properties": {"fields": fields, "stages": _stages(one, schema)}}
        if fields.get("required"):
            case["required"] = ["fields"]
        cases.append({"if": _is("series", one.id), "then": case})
    schema["properties"]["series"] |= {"enum": [one.id for one in series]}
    return schema | {"allOf": cases}


def picture_schema() -> JsonObject:
    """Return the schema of what is known of a picture."""
    cases = [
        {"if": _is(one.key, one.value), "then": {"required": [one.needed]}} for one in CONDITIONS
    ]
    return schema_of(PictureRecord) | {"allOf": cases}


def _fields(series: Series) -> JsonObject:
    schema = schema_of(fields_model(series))
    conditions = [
        {"if": _is(other, value), "then": {"required": [key]}}
        for key, spec in series.fields.items()
        for other, value in spec.required_when.items()
    ]
    return schema | ({"allOf": conditions} if conditions else {})


def _stages(series: Series, schema: JsonObject) -> JsonObject:
    day = schema["properties"]["stages"]["additionalProperties"]
    return {"properties": dict.fromkeys(series.stages, day), "additionalProperties": False}


def _is(key: str, value: str) -> JsonObject:
    return {"properties": {key: {"const": value}}, "required": [key]}


def _table(record: JsonObject, id_form: str) -> JsonObject:
    """Return the schema of a file that maps ids to records."""
    definitions = record.pop("$defs", {})
    return {
        "type": "object",
        "minProperties": 1,
        "patternProperties": {f"^{id_form}$": record},
        "additionalProperties": False,
        "$defs": definitions,
    }


def _text(make: Callable[[Sequence[Series]], JsonObject], series: Sequence[Series]) -> str:
    schema = {"$schema": DIALECT, **make(series)}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


SCHEMAS: dict[str, Callable[[Sequence[Series]], JsonObject]] = {
    "bureau": lambda _: schema_of(Bureau),
    "columns": lambda _: _table(schema_of(Column), SLUG),
    "branches": lambda _: _table(schema_of(Branch), SLUG),
    "places": lambda _: _table(schema_of(Place), SLUG),
    "tags": lambda _: _table(schema_of(Tag), SLUG),
    "synonyms": lambda _: schema_of(Synonyms),
    "wording": lambda _: _table(schema_of(Usage), SLUG),
    "officials": lambda _: schema_of(Officials),
    "redirects": lambda _: schema_of(Redirects),
    "pictures": lambda _: _table(picture_schema(), FILE_NAME),
    "series": lambda _: schema_of(Series),
    "events": lambda series: _table(event_schema(series), EVENT_ID),
    "story": lambda _: schema_of(Story),
    "page": lambda _: schema_of(Page),
}
"""What makes each schema; that of the events knows the traits of every series."""
