"""The JSON Schema that helps an editor type and the validator that judges agree."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.content.bureau import Bureau
from microsite.content.entry import Origin, Record
from microsite.content.load import load_site
from microsite.content.model import Branch, Column, Event, Page, Place, Series, Story, Tag
from microsite.content.nodes import Mapping as Node
from microsite.content.nodes import Node as AnyNode
from microsite.content.nodes import Scalar, Sequence, compose
from microsite.content.picture_records import CONDITIONS, PictureRecord, lacks
from microsite.content.reader import read_document
from microsite.content.synonyms import Synonyms
from microsite.content.traits import fields_model, fields_of
from microsite.content.usage import Usage
from microsite.content.validate import validate
from microsite.outputs.schemas import SCHEMAS as MAKERS
from small_project import BASE

SITE = load_site(BASE)
SCHEMAS = {name: make(tuple(SITE.series.values())) for name, make in MAKERS.items()}
TABLES: dict[str, type[Record]] = {
    "columns": Column,
    "branches": Branch,
    "places": Place,
    "tags": Tag,
    "wording": Usage,
    "pictures": PictureRecord,
    "events": Event,
}
NASTY = """
x | 9:30 | 0123 | no | true | True | 7 | -1 | 1.5 | 2026-02-30 | 2026-02-28 | 2024-02-29
2026-1-5 | 2026-01-05 09:30 | 2026-01-05 24:00 | held | planned | 外请 | 初审 | theme-day
https://a.example/ | a.example | Big_Letters | '' | ' ' | "2" | [] | [x] | {} | {by: x}
{by: x, on: 2026-01-01} | {by: x, on: 1} | [{label: x}] | {a: {label: x, values: [1]}}
"1234567890" | 1234567890 | bm12345678 | 甲ICP备12345678号-1 | 甲公网安备 12345678901234号 | demo
[gov.cn] | [https://gov.cn]
photo | drawing | map | screenshot | none | consent | guardian | GS(2024)0000号 | 某S(24)1号
{every: month, per: branch} | {every: week} | {from: x, url: 'https://a.b/', published: 2026-01-01}
"""
NASTY_VALUES = [value.strip() for value in re.split(r"[|\n]", NASTY.strip())]
KEYS = [
    "title",
    "summary",
    "fields",
    "stages",
    "status",
    "nonsense",
    "need",
    "approval",
    "site_id",
    "icp",
    "police",
    "trusted_hosts",
    "mode",
    "by",
    "on",
    "kind",
    "credit",
    "people",
    "consent",
    "map_no",
]


def core(node: AnyNode) -> Any:
    """Return what a YAML 1.2 editor sees: the core schema's numbers, booleans and nulls."""
    if isinstance(node, Sequence):
        return [core(item) for item in node.items]
    if isinstance(node, Node):
        return {key: core(value) for key, value in node.values.items()}
    return core_scalar(node.value) if node.is_plain else node.value


def core_scalar(text: str) -> str | float | bool | None:
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    is_float = re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text)
    return float(text) if is_float else text


def accepts(schema: Mapping[str, Any], value: object) -> bool:
    return not [*jsonschema.Draft7Validator(schema).iter_errors(value)]


def record_schema(name: str) -> Mapping[str, Any]:
    """Return the schema of one record of a table, with the definitions it needs."""
    schema = SCHEMAS[name]
    if name not in TABLES:
        return schema
    [record] = schema["patternProperties"].values()
    return {**record, "$defs": schema["$defs"]}


def problems(model: type[Record], node: Node) -> bool:
    """Tell whether the validator objects to the shape of the record itself."""
    origin = Origin("20260101-x", "f.yml", 1, 1, node)
    result = validate(model, node, "f.yml", origin)
    if isinstance(result, list):
        return True
    if isinstance(result, PictureRecord):
        return any(lacks(result, condition.needed) for condition in CONDITIONS)
    if not isinstance(result, Event):
        return False
    series = SITE.series.get(result.series)
    if series is None or not set(result.stages) <= set(series.stages):
        return True
    fields = fields_of(result, series, fields_model(series))
    return isinstance(fields, list) and any(p.code != "approval-late" for p in fields)


def records() -> Iterator[tuple[str, type[Record], str]]:
    """Yield the records of the small project as text, each with its schema's name and model."""
    yield "bureau", Bureau, text_of(BASE / "data/bureau.yml")
    yield "synonyms", Synonyms, text_of(BASE / "data/synonyms.yml")
    for file in sorted((BASE / "data/series").glob("*.yml")):
        yield "series", Series, text_of(file)
    for file in sorted((BASE / "docs").rglob("*.md")):
        front = text_of(file).split("---\n")[1]
        yield ("story", Story, front) if "stories" in file.parts else ("page", Page, front)
    for name, model in TABLES.items():
        files = sorted((BASE / "data").glob(f"{name}.yml")) or sorted(
            (BASE / f"data/{name}").glob("*")
        )
        for file in files:
            for part in re.split(r"(?m)^(?=\S)", text_of(file)):
                if part:
                    yield name, model, part
    yield "pictures", PictureRecord, "a.jpg: {kind: map, map_no: 某S(2026)000号, sample: true}"


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


RECORDS = [*records()]


def node_of(name: str, text: str) -> Node | None:
    """Return the record in `text`, or nothing when the reader itself objects."""
    document, slips = compose(text, "f.yml")
    if name in TABLES and isinstance(document, Node):
        [document] = document.values.values() or [None]
    return document if isinstance(document, Node) and not slips else None


@pytest.mark.parametrize(("name", "model", "text"), RECORDS)
def test_both_accept_the_small_project(name: str, model: type[Record], text: str) -> None:
    node = node_of(name, text)

    assert node
    assert not problems(model, node)
    jsonschema.validate(core(node), record_schema(name), cls=jsonschema.Draft7Validator)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, type[Record], Node]:
    """Draw a record of the small project with a few values replaced, removed or added."""
    name, model, text = draw(st.sampled_from(RECORDS))
    node = node_of(name, text)
    assert node
    for _ in range(draw(st.integers(1, 3))):
        target = draw(st.sampled_from([n for n in inner(node) if n.values] or [node]))
        key = draw(st.sampled_from([*target.values, *KEYS]))
        value, _ = compose(draw(st.sampled_from(NASTY_VALUES)), "f.yml")
        if key in target.values and draw(st.booleans()):
            del target.values[key], target.keys[key]
        elif value is not None:
            target.values[key] = value
            target.keys[key] = Scalar(1, 1, key, is_plain=True)
    return name, model, node


def inner(node: AnyNode) -> Iterator[Node]:
    if isinstance(node, Node):
        yield node
        for value in node.values.values():
            yield from inner(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from inner(item)


@settings(max_examples=1500)
@given(damaged())
def test_both_object_or_neither_does(case: tuple[str, type[Record], Node]) -> None:
    name, model, node = case

    value = core(node)

    assert problems(model, node) != accepts(record_schema(name), value), json.dumps(
        value, ensure_ascii=False
    )


def test_the_events_schema_offers_the_stages_of_the_series() -> None:
    record = record_schema("events")

    case = next(
        c
        for c in record["allOf"]
        if c["if"]["properties"]["series"]["const"] == "community-orders"
    )

    assert list(case["then"]["properties"]["stages"]["properties"]) == ["点单", "派单", "办结"]


def test_every_key_is_explained_in_chinese() -> None:
    titles = re.findall(r'"title": "([^"]*)"', json.dumps(SCHEMAS, ensure_ascii=False))

    assert titles
    assert all(re.search("[\u4e00-\u9fff]", title) for title in titles)


def test_every_data_file_names_its_schema(request: pytest.FixtureRequest) -> None:
    data = request.config.rootpath / "data"
    for file in data.rglob("*.yml"):
        first = text_of(file).partition("\n")[0]
        name = first.rpartition("/")[2]

        assert first.startswith("# yaml-language-server: $schema=")
        assert name.removesuffix(".json") in SCHEMAS, file
        assert (file.parent / first.partition("=")[2]).resolve().parent == data / "schemas"


def test_front_matter_is_read_by_the_same_reader() -> None:
    document, _ = read_document("---\ntime: 9:30\n---\n", "f.md")

    assert core(document.front) == {"time": "9:30"}
