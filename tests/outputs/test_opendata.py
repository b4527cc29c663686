"""Open data: JSON that its published schema accepts, and the same as CSV."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from microsite.content.site import Site
from microsite.outputs.opendata import open_data
from variations import SITE_URL, Load, events, story

NAMES = ["events", "stories"]


def texts(site: Site) -> dict[str, str]:
    return {output.url.removeprefix("open-data/"): output.content for output in open_data(site)}


def parsed(site: Site, name: str) -> Any:
    return json.loads(texts(site)[name])


def record(site: Site, name: str, id: str) -> Any:
    return {one["id"]: one for one in parsed(site, f"{name}.json")}[id]


def rows(site: Site, name: str) -> list[dict[str, str]]:
    text = texts(site)[f"{name}.csv"].removeprefix("\ufeff")
    return [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]


def test_events_and_stories_come_as_json_and_csv_with_a_schema(site: Site) -> None:
    names = set(texts(site))

    assert names == {f"{name}.{kind}" for name in NAMES for kind in ("json", "csv", "schema.json")}


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_accepts_the_data(name: str, site: Site) -> None:
    validator = jsonschema.Draft202012Validator(parsed(site, f"{name}.schema.json"))

    errors = [error.message for error in validator.iter_errors(parsed(site, f"{name}.json"))]

    assert errors == []


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_refuses_a_record_that_lacks_a_key(name: str, site: Site) -> None:
    validator = jsonschema.Draft202012Validator(parsed(site, f"{name}.schema.json"))
    first, *_ = parsed(site, f"{name}.json")

    shortened = [{key: first[key] for key in first if key != left_out} for left_out in first]

    assert [one for one in shortened if validator.is_valid([one])] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_explains_every_key(name: str, site: Site) -> None:
    schema = parsed(site, f"{name}.schema.json")["items"]

    described = [key for key, one in schema["properties"].items() if one.get("description")]

    assert described == [*parsed(site, f"{name}.json")[0]]


def test_an_event_tells_all_that_is_recorded(site: Site) -> None:
    event = record(site, "events", "20260105-orders-lamp")

    assert event == {
        "id": "20260105-orders-lamp",
        "url": f"{SITE_URL}events/20260105-orders-lamp/",
        "title": "路灯不亮",
        "series": "community-orders",
        "series_title": "党员下社区",
        "column": "people",
        "column_title": "为民 · 群众路线",
        "status": "held",
        "start": "2026-01-05T09:00:00+08:00",
        "end": "2026-01-05T10:30:00+08:00",
        "moved_to": None,
        "reason": None,
        "summary": None,
        "place": "春晖里小区",
        "branches": ["物业科支部"],
        "fields": {"群众需求": "路灯不亮"},
        "stages": {"点单": "2026-01-03", "派单": "2026-01-05"},
        "corrections": {},
        "sample": True,
    }


def test_an_all_day_event_has_days_without_time(site: Site) -> None:
    event = record(site, "events", "20260131-rural-visit")

    assert (event["start"], event["end"]) == ("2026-01-31", "2026-02-02")


def test_an_event_that_was_moved_keeps_its_first_time(site: Site) -> None:
    event = record(site, "events", "20260210-lecture-roof")

    assert (event["start"], event["moved_to"], event["reason"]) == (
        "2026-02-10T14:30:00+08:00",
        "2026-03-03T14:30:00+08:00",
        "场地检修",
    )


def test_an_event_without_end_or_place_has_none(site: Site) -> None:
    event = record(site, "events", "20260115-theme-day-property")

    assert (event["end"], event["place"]) == (None, None)


def test_an_event_with_a_summary_tells_it(site: Site) -> None:
    event = record(site, "events", "20260210-lecture-roof")

    assert event["summary"] == "讲屋面防水。"


def test_facts_of_any_type_are_text(site: Site) -> None:
    event = record(site, "events", "20260210-lecture-roof")

    assert event["fields"] == {
        "主讲": "示例讲师",
        "讲师来源": "外请",
        "授课审批": "分管领导，2026年2月1日批准",
        "学时": "2",
        "通知日期": "2026年2月2日",
    }


def test_stages_come_in_the_order_of_the_series(load: Load) -> None:
    keys = "start: 2025-03-04, fields: {need: 修灯}, stages: {派单: 2025-03-03, 点单: 2025-03-02}"
    site = load(events(f"20250304-x: {{series: community-orders, title: 一, {keys}}}"))

    assert [*record(site, "events", "20250304-x")["stages"]] == ["点单", "派单"]


def test_a_story_tells_all_that_is_recorded(site: Site) -> None:
    story = record(site, "stories", "lecture")

    assert story == {
        "id": "lecture",
        "url": f"{SITE_URL}stories/2026/lecture/",
        "title": "一堂防水课",
        "series": "lecture-hall",
        "series_title": "大讲堂",
        "column": "development",
        "column_title": "先锋 · 担当作为",
        "published": "2026-02-01T10:00:00+08:00",
        "source": "市住建局",
        "author": None,
        "summary": "讲座为什么延期。",
        "text": "正文“加粗”的字。见点单。",
        "tags": ["培训", "社区"],
        "events": [],
        "corrections": {},
        "sample": True,
    }


def test_a_story_with_an_author_names_them(site: Site) -> None:
    story = record(site, "stories", "community-orders")

    assert (story["author"], story["events"]) == ("示例·供稿岗", ["20260105-orders-lamp"])


@pytest.mark.parametrize("name", NAMES)
def test_csv_begins_so_that_office_programs_take_it_for_utf_8(name: str, site: Site) -> None:
    data = texts(site)[f"{name}.csv"].encode()

    assert data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", NAMES)
def test_csv_has_the_columns_of_the_json(name: str, site: Site) -> None:
    first, *_ = rows(site, name)

    assert [*first] == [*parsed(site, f"{name}.json")[0]]


@pytest.mark.parametrize("name", NAMES)
def test_csv_has_the_records_of_the_json(name: str, site: Site) -> None:
    ids = [row["id"] for row in rows(site, name)]

    assert ids == [one["id"] for one in parsed(site, f"{name}.json")]


@pytest.mark.parametrize("name", NAMES)
def test_plain_values_are_the_same_in_csv(name: str, site: Site) -> None:
    written = [
        {key: value for key, value in one.items() if isinstance(value, str)}
        for one in parsed(site, f"{name}.json")
    ]

    assert all(
        row.items() >= one.items() for row, one in zip(rows(site, name), written, strict=True)
    )


def test_lists_in_csv_are_one_cell(site: Site) -> None:
    first, *_ = rows(site, "stories")

    assert first["tags"] == "培训；社区"


def test_named_values_in_csv_are_one_cell(site: Site) -> None:
    first, *_ = rows(site, "events")

    assert first["stages"] == "点单：2026-01-03；派单：2026-01-05"


def test_what_is_not_known_is_empty_in_csv(site: Site) -> None:
    first, *_ = rows(site, "events")

    assert first["moved_to"] == ""


def test_commas_quotes_and_line_breaks_survive_csv(site: Site) -> None:
    title = '甲,乙；"丙"\n丁'
    changed = site.stories["lecture"].model_copy(update={"title": title})

    (row,) = rows(replace(site, stories={"lecture": changed}), "stories")

    assert row["title"] == title


@pytest.mark.parametrize("name", NAMES)
def test_a_site_without_records_has_empty_data(name: str, site: Site) -> None:
    empty = replace(site, events={}, stories={})

    assert (parsed(empty, f"{name}.json"), rows(empty, name)) == ([], [])


def test_corrections_of_one_day_stand_together(load: Load) -> None:
    keys = "corrections: [{on: 2026-03-02, note: 甲}, {on: 2026-03-02, note: 乙}]\n"

    found = record(load(story("a", keys=keys)), "stories", "a")

    assert found["corrections"] == {"2026-03-02": "甲；乙"}
