"""The forms ask for exactly what the models accept, in the words of the models."""

import json
from collections.abc import Iterator, Mapping

import jsonschema
import pytest
from pydantic import BaseModel, Field

from build_site import ROOT
from forms.project import ADMIN, series_of, with_forms
from microsite.content import schema as schemas
from microsite.content.bureau import Admin
from microsite.content.model import Branch, Event, Place, Series, Story, Tag
from microsite.content.picture_records import PictureRecord
from microsite.content.schema import JsonObject, schema_of
from microsite.content.traits import fields_model
from microsite.content.values import Text
from microsite.desk.keys import keys_text
from microsite.forms import collections
from microsite.forms.configuration import configuration
from microsite.forms.fields import SIGNED, name_of
from microsite.outputs.schemas import SCHEMAS, event_schema
from small_project import BASE

REAL = with_forms(ROOT)
SMALL = with_forms(BASE)
SERIES = tuple(series_of(REAL)) + tuple(series_of(SMALL))
MODELS: Mapping[str, type[BaseModel]] = {
    "branches": Branch,
    "places": Place,
    "tags": Tag,
    "pictures": PictureRecord,
}


def told(admin: Admin = ADMIN) -> JsonObject:
    return configuration(SMALL.bureau, admin, series_of(SMALL))


def accepted(schema: JsonObject, root: JsonObject, before: str = "") -> Iterator[str]:
    """Return every key that a record may have, with those of the records in it."""
    for key in schemas.properties(schema):
        below = schemas.member(root, schema, key)
        if key in SIGNED:
            continue
        yield f"{before}{key}"
        item = schemas.member(root, below, 0) if "items" in below else below
        yield from accepted(item, root, f"{before}{key}.")


def asked(fields: list[JsonObject], before: str = "") -> Iterator[str]:
    """Return the key of every field."""
    for one in fields:
        yield f"{before}{one['name']}"
        yield from asked(one.get("fields", []), f"{before}{one['name']}.")


def of_model(model: type[BaseModel]) -> set[str]:
    return set(accepted(schema_of(model), schema_of(model)))


def test_a_story_is_asked_for_every_key() -> None:
    form = collections.stories(SERIES)

    assert set(asked(form["fields"])) == of_model(Story) | {"body"}


@pytest.mark.parametrize("name", MODELS)
def test_what_stories_name_is_asked_for_every_key(name: str) -> None:
    [form] = [one for one in collections.tables()["files"] if one["name"] == name]

    assert set(asked(form["fields"][0]["fields"])) == of_model(MODELS[name]) | {"id"}


@pytest.mark.parametrize("series", SERIES, ids=lambda one: one.id)
def test_an_event_is_asked_for_every_key_of_its_series(series: Series) -> None:
    whole = set(accepted(schema_of(Event), schema_of(Event))) - {"series", "fields", "stages"}
    facts = schema_of(fields_model(series))
    whole |= {f"fields.{key}" for key in accepted(facts, facts)}
    whole |= {f"stages.{name}" for name in series.stages}

    found = set(asked(collections.event_fields(series)))

    assert found - {"fields", "stages"} == whole


@pytest.mark.parametrize(("name", "model"), [*MODELS.items(), ("story", Story), ("events", Event)])
def test_every_key_is_in_the_schemas_and_the_handbook(name: str, model: type[BaseModel]) -> None:
    series = series_of(SMALL)
    schema = json.dumps(SCHEMAS[name](series), ensure_ascii=False)

    for key, one in schemas.properties(schema_of(model)).items():
        assert f'"{key}": {{' in schema
        assert f"| `{key}` | {one['title']} |" in keys_text(series)


def test_every_fact_is_in_the_schemas_and_the_handbook() -> None:
    series = series_of(SMALL)
    schema = json.dumps(event_schema(series), ensure_ascii=False)
    facts = {key: spec for one in series for key, spec in one.fields.items()}

    assert all(f'"{key}": {{' in schema for key in facts)
    assert all(
        f"| `fields.{key}` | {one.label} |" in keys_text(series) for key, one in facts.items()
    )


def test_labels_help_and_marks_are_those_of_the_models() -> None:
    fields = {one["name"]: one for one in collections.stories(series_of(SMALL))["fields"]}

    assert fields["title"]["label"] == "标题"
    assert fields["title"]["required"]
    assert not fields["author"]["required"]
    assert fields["summary"]["hint"] == "一两句话，显示在列表和订阅里"


def test_choices_have_the_labels_of_the_descriptions() -> None:
    [status] = [one for one in collections.event_fields(SERIES[0]) if one["name"] == "status"]

    assert [one["label"] for one in status["options"]] == [
        "计划中",
        "已举办（可不写）",
        "延期",
        "取消",
    ]


def test_a_fact_says_when_it_is_needed() -> None:
    lecture = next(one for one in series_of(SMALL) if one.id == "lecture-hall")
    [facts] = [one for one in collections.event_fields(lecture) if one["name"] == "fields"]
    [approval] = [one for one in facts["fields"] if one["name"] == "approval"]
    [kind] = [one for one in facts["fields"] if one["name"] == "lecturer_kind"]

    assert "“讲师来源”是“外请”时必填" in approval["hint"]
    assert [one["value"] for one in kind["options"]] == ["本系统", "外请"]
    assert set(asked(approval["fields"])) == {"by", "on"}


def test_names_bear_what_the_cms_would_misread() -> None:
    assert name_of("1. 申报*") == "1%2E%20申报%2A"


@pytest.mark.parametrize(
    "admin",
    [
        ADMIN,
        ADMIN.model_copy(update={"app_id": "abc", "host": None}),
        Admin(backend="github", repo="zhujian/site", branch="main"),
        Admin(backend="github", repo="a/b", branch="x", relay="https://login.example"),
        Admin(backend="github", repo="a/b", branch="x", host="https://git.example"),
    ],
    ids=["gitlab", "gitlab-app", "github", "github-relay", "github-own"],
)
def test_the_cms_understands_its_settings(admin: Admin) -> None:
    file = ROOT / "node_modules/@sveltia/cms/schema/sveltia-cms.json"
    schema = json.loads(file.read_text(encoding="utf-8"))

    jsonschema.validators.validator_for(schema)(schema).validate(told(admin))


def test_without_an_application_one_signs_in_by_token_alone() -> None:
    assert told()["backend"]["auth_methods"] == ["token"]
    with_client = told(ADMIN.model_copy(update={"app_id": "abc"}))["backend"]
    assert with_client["auth_type"] == "pkce"
    assert with_client["auth_methods"] == ["oauth", "token"]


class Renamed(Place):
    """A place whose title got another name, in the model and nowhere else."""

    title: Text = Field("", alias="name", title="地点名称")


def test_a_key_renamed_in_the_model_alone_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(collections.TABLES, "places", ("地点", Renamed))
    [places] = [one for one in collections.tables()["files"] if one["name"] == "places"]
    found = set(asked(places["fields"][0]["fields"]))

    assert found != of_model(Place) | {"id"}
    assert "name" in found
    assert "| `name` |" not in keys_text(series_of(SMALL))
    assert references(told()) - found - {"id"} == {"title"}


def test_every_list_to_choose_from_names_a_key_that_is_there() -> None:
    files = {one["name"]: one["fields"] for one in collections.tables()["files"]}
    there = {key for fields in files.values() for key in asked(fields[0]["fields"])}

    assert references(told()) <= there


def references(settings: JsonObject) -> set[str]:
    """Return the keys by which forms choose from other files."""
    text = json.dumps(settings)
    return {part.split('"')[0] for part in text.split("entries.*.")[1:]}
