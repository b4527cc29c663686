"""The ledger: one row for each story and event, which office programs open as text."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import Project
from microsite.desk.ledger import BOM, FORMULA, HEAD, inert, ledger, ledger_rows
from microsite.verdict import verdict
from signing import sign
from small_project import BASE, NOW

STORY = "docs/stories/2026/community-orders.md"
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def parsed(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def rows(root: Path) -> dict[str, dict[str, str]]:
    return {row["编号"]: row for row in parsed(ledger(verdict(root, NOW)))}


def story(**keys: str) -> dict[str, str]:
    text = (BASE / STORY).read_text(encoding="utf-8")
    for key, value in keys.items():
        text = text.replace("author:", f"{key}: {value}\nauthor:")
    return {STORY: text}


def test_office_programs_see_that_it_is_chinese_text() -> None:
    assert ledger(verdict(BASE, NOW)).startswith(f"{BOM}编号,标题,类别,")


def test_everything_has_its_row_in_the_order_of_the_files(project: Project) -> None:
    found = list(rows(project({})))

    assert (len(found), found[0], found[-1]) == (8, "20260105-orders-lamp", "lecture")


def test_the_row_of_a_story(project: Project) -> None:
    root = project(
        story(
            corrections="[{on: 2026-01-11, note: 改了一个字}, {on: 2026-01-12, note: 又一个}]",
            withdrawn="{on: 2026-02-10, by: 科长, reason: 内容有误}",
        )
    )
    sign(root, date(2026, 1, 9))

    row = rows(root)["community-orders"]

    assert row == {
        "编号": "community-orders",
        "标题": "党员下社区怎么点单",
        "类别": "故事",
        "栏目": "为民 · 群众路线",
        "系列": "党员下社区",
        "来源": "市住建局",
        "供稿": "示例·供稿岗",
        **{f"{step}人": f"示例·{step}岗" for step in ("初审", "复审", "终审")},
        **{f"{step}日期": "2026-01-09" for step in ("初审", "复审", "终审")},
        "发布时间": "2026-01-10 09:30",
        "状态": "撤稿",
        "未公开的原因": "2026-02-10 撤稿：内容有误",
        "更正": "2026-01-11 改了一个字；2026-01-12 又一个",
        "撤稿": "2026-02-10 科长：内容有误",
        "示例": "",
        "网址": "https://zhujian.example/sub/stories/2026/community-orders/",
        "文件": f"{STORY}:2",
    }


def test_a_record_is_published_when_it_has_been_signed(project: Project) -> None:
    root = project({})
    sign(root, date(2026, 1, 9))

    row = rows(root)["20260115-theme-day-property"]

    assert (row["发布时间"], row["状态"], row["来源"]) == ("2026-01-09", "已发布", "")


def test_what_is_not_public_has_no_day_of_publication(project: Project) -> None:
    row = rows(project({}))["20260115-theme-day-property"]

    assert (row["发布时间"], row["初审人"], row["状态"]) == ("", "", "待初审")


def test_what_cannot_be_read_has_a_row_as_well(project: Project) -> None:
    row = rows(project({STORY: "“", "data/bureau.yml": "“"}))["community-orders"]

    assert (row["状态"], row["栏目"], row["网址"], row["文件"]) == ("草稿", "", "", f"{STORY}:1")


@pytest.mark.parametrize(
    ("files", "belongs"),
    [
        ({"data/series/community-orders.yml": "“"}, ("", "community-orders")),
        ({"data/columns.yml": "“"}, ("people", "党员下社区")),
    ],
)
def test_what_it_belongs_to_is_called_by_its_id_where_the_title_is_unknown(
    files: dict[str, str], belongs: tuple[str, str], project: Project
) -> None:
    row = rows(project(files))["community-orders"]

    assert (row["栏目"], row["系列"]) == belongs


def test_a_title_that_would_be_computed_is_text(project: Project) -> None:
    text = story()[STORY].replace("title: 党员", 'title: "=1+1"\n#')

    row = rows(project({STORY: text}))["community-orders"]

    assert row["标题"] == "'=1+1"


def test_a_row_has_a_cell_for_every_head() -> None:
    assert {len(row) for row in ledger_rows(verdict(BASE, NOW))} == {len(HEAD)}


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3)))
@example([["=cmd|' /C calc'!A0", "a\nb", '"x", y'], ["\r", "\t=1", "@a"]])
def test_cells_parse_back_and_none_is_computed(cells: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([map(inert, row) for row in cells])

    back = list(csv.reader(io.StringIO(text.getvalue(), newline="")))

    assert not [cell for row in back for cell in row if cell.startswith(FORMULA)]
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in cells
    ]
