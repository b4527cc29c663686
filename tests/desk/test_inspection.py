"""The self-inspection: each indicator passes and fails where it should."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from conftest import Project
from microsite.content.values import SHANGHAI
from microsite.desk.inspection import OWN, Indicator, inspection
from microsite.rules.freshness import STANDARD
from microsite.verdict import verdict
from signing import sign
from small_project import BASE, NOW

STORY = "docs/stories/2026/lecture.md"
ORDERS = "docs/stories/2026/community-orders.md"
COLUMNS = "data/columns.yml"
BUREAU = "data/bureau.yml"
Inspect = Callable[..., dict[str, Indicator]]


def by_code(root: Path, now: datetime = NOW) -> dict[str, Indicator]:
    return {one.code: one for one in inspection(verdict(root, now))}


def base(path: str, old: str, new: str) -> dict[str, str]:
    text = (BASE / path).read_text(encoding="utf-8")
    assert old in text
    return {path: text.replace(old, new)}


def settings(text: str) -> dict[str, str]:
    return {BUREAU: (BASE / BUREAU).read_text(encoding="utf-8") + text}


@pytest.fixture
def inspect(project: Project) -> Inspect:
    """Return a function that inspects the small project, signed in time, with other files."""

    def inspected(files: dict[str, str], now: datetime = NOW) -> dict[str, Indicator]:
        root = project(files)
        sign(root, date(2026, 1, 1))
        return by_code(root, now)

    return inspected


def on(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 12, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("now", "value", "is_passed"),
    [(on(2, 15), "14 天没有更新", True), (on(2, 16), "15 天没有更新", False)],
)
def test_the_home_page_is_updated_within_two_weeks(
    now: datetime,
    value: str,
    *,
    is_passed: bool,
    inspect: Inspect,
) -> None:
    one = inspect({}, now)["home-update"]

    assert (one.value, one.passed, one.basis) == (value, is_passed, STANDARD)
    assert [behind.path for behind in one.behind] == [STORY]


def test_a_site_without_anything_public_is_not_updated(project: Project) -> None:
    one = by_code(project({}))["home-update"]

    assert (one.value, one.passed) == ("没有公开的内容", False)


def test_the_basis_is_no_document_where_the_bureau_asks_for_less(inspect: Inspect) -> None:
    one = inspect(settings("freshness: {news_days: 30}\n"), on(2, 20))["home-update"]

    assert (one.passed, one.basis) == (True, OWN)


def test_columns_of_news_are_updated_within_two_weeks(inspect: Inspect) -> None:
    one = inspect({})["column-news"]

    assert (one.value, one.passed) == ("1 个", False)
    assert [(behind.path, behind.title) for behind in one.behind] == [(COLUMNS, "为民 · 群众路线")]


@pytest.mark.parametrize(
    ("now", "is_passed"), [(on(7, 9), True), (on(7, 10), False), (on(8, 1), False)]
)
def test_columns_of_notices_are_updated_within_half_a_year(
    now: datetime, *, is_passed: bool, inspect: Inspect
) -> None:
    found = inspect(base(COLUMNS, "type: 工作动态", "type: 通知公告"), now)

    assert (found["column-news"].passed, found["column-notices"].passed) == (True, is_passed)


def test_no_document_says_how_often_other_columns_are_updated(inspect: Inspect) -> None:
    found = inspect(base(COLUMNS, "type: 工作动态", "type: 专题"), on(8, 1))

    assert [found[f"column-{what}"].passed for what in ("news", "notices", "overdue")] == [
        True
    ] * 3


def test_columns_that_rest_for_long_are_counted(inspect: Inspect) -> None:
    one = inspect(settings("freshness: {idle_days: 20, idle_columns: 1}\n"))["column-idle"]

    assert (one.value, one.threshold, one.passed) == (
        "1 个",
        "少于 1 个（检查指标是少于 10 个）",
        False,
    )


@pytest.mark.parametrize(("limit", "is_passed"), [(2, False), (3, True)])
def test_several_columns_that_are_overdue_fail_the_site(
    limit: int, *, is_passed: bool, inspect: Inspect
) -> None:
    found = inspect(settings(f"freshness: {{overdue_columns: {limit}}}\n"), on(3, 1))

    assert (found["column-overdue"].value, found["column-overdue"].passed) == ("2 个", is_passed)


def test_a_blank_column_is_found(inspect: Inspect) -> None:
    one = inspect({})["column-blank"]

    assert (one.value, one.passed, [behind.title for behind in one.behind]) == (
        "1 个",
        False,
        ["清风 · 作风保障"],
    )


@pytest.mark.parametrize("code", ["column-blank", "column-news"])
def test_an_archived_column_does_not_count(code: str, inspect: Inspect) -> None:
    files = base(COLUMNS, "type: 工作动态}", "type: 工作动态, archived: 2026-02-01}")

    assert inspect(files)[code].passed


def test_a_column_whose_series_are_all_archived_does_not_count(inspect: Inspect) -> None:
    files = {
        path: (BASE / path).read_text(encoding="utf-8") + "archived: 2026-02-01\n"
        for path in (f"data/series/{id}.yml" for id in ("theme-day", "rural", "community-orders"))
    }

    assert inspect(files)["column-news"].passed


def test_samples_update_nothing_on_a_real_site(project: Project) -> None:
    root = project({})
    sign(root, date(2026, 1, 1))
    for file in root.glob("docs/stories/*/*.md"):
        text = file.read_text(encoding="utf-8").replace("by: 示例·", "by: ")
        file.write_text(text, encoding="utf-8")

    found = {one.code: one for one in inspection(verdict(root, NOW, "production"))}

    assert [behind.path for behind in found["home-update"].behind] == [ORDERS]


def test_a_record_of_what_is_past_updates_its_column_and_not_the_home_page(
    project: Project,
) -> None:
    root = project({"data/events/2026-02.yml": "{}\n"})
    sign(root, date(2026, 2, 14))

    found = by_code(root)

    assert (found["home-update"].value, found["column-news"].passed) == ("14 天没有更新", True)


def test_a_record_of_what_is_to_come_updates_the_home_page(project: Project) -> None:
    root = project({})
    sign(root, date(2026, 2, 14))

    assert by_code(root)["home-update"].value == "1 天没有更新"


def test_what_is_signed_in_the_future_updates_nothing(project: Project) -> None:
    root = project({})
    sign(root, date(2026, 2, 20))

    assert by_code(root)["home-update"].value == "14 天没有更新"


@pytest.mark.parametrize(
    ("code", "files"),
    [
        ("date-forged", base("data/events/2026-02.yml", "  status: planned\n", "")),
        ("wording-error", base(STORY, "的字", "八十平米的字")),
    ],
)
def test_errors_of_a_kind_are_counted(code: str, files: dict[str, str], inspect: Inspect) -> None:
    one = inspect(files)[code]

    assert (one.value, one.passed, len(one.behind)) == ("1 处", False, 1)


@pytest.mark.parametrize("code", ["date-forged", "wording-error", "secrecy-mark"])
def test_content_without_errors_is_passed(code: str, inspect: Inspect) -> None:
    one = inspect({})[code]

    assert (one.value, one.passed) == ("0 处", True)


def test_links_to_sites_that_are_not_trusted_are_found(inspect: Inspect) -> None:
    text = "的字 <https://bad.example/> <https://www.gov.cn/> <https://zhujian.example/x>"

    one = inspect(base(STORY, "的字", text))["link-untrusted"]

    assert [(behind.line, behind.title) for behind in one.behind] == [
        (15, "bad.example"),
        (8, "paper.example"),
    ]
    assert not one.passed


def test_links_to_sites_that_are_trusted_are_not(inspect: Inspect) -> None:
    assert inspect(settings("trusted_hosts: [paper.example]\n"))["link-untrusted"].passed


@pytest.mark.parametrize(
    ("contact", "value", "is_passed"),
    [
        ('{label: 热线, value: "12345"}', "热线", True),
        ("{label: 信箱, value: 局长信箱, url: https://zhujian.example/x}", "信箱", True),
        ("{label: 来访, value: 一楼大厅}", "没有", False),
    ],
)
def test_readers_can_ask(contact: str, value: str, *, is_passed: bool, inspect: Inspect) -> None:
    one = inspect(base(BUREAU, '{label: 热线, value: "12345"}', contact))["contact"]

    assert (one.value, one.passed) == (value, is_passed)


def test_a_footer_of_a_demonstration_is_that_of_no_bureau(inspect: Inspect) -> None:
    one = inspect({})["footer"]

    assert (one.value, one.passed) == ("7 处缺少或是示例", False)


def test_the_footer_says_who_is_responsible(inspect: Inspect) -> None:
    text = (BASE / BUREAU).read_text(encoding="utf-8").replace(".example", ".gov.cn")
    identity = (
        "site_id: 1234567890\nicp: 甲ICP备12345678号\npolice: 甲公网安备12345678901234号\n"
        "conac: https://bszs.conac.cn/sitename?id=0123456789ABCDEF\n"
    )

    assert inspect({BUREAU: text + identity})["footer"].passed


def test_without_a_bureau_nobody_is_responsible(project: Project) -> None:
    found = by_code(project({BUREAU: "“"}))

    assert (found["footer"].value, found["contact"].passed) == ("data/bureau.yml 有错误", False)


def test_nothing_is_passed_while_something_cannot_be_read(project: Project) -> None:
    found = by_code(project({"data/tags.yml": "“"}))

    assert {one.passed for one in found.values()} == {False, None}


@pytest.mark.parametrize("code", ["page-tags", "link-dead"])
def test_what_only_the_built_site_shows_is_left_to_the_audit(code: str, inspect: Inspect) -> None:
    one = inspect({})[code]

    assert (one.passed, "microsite audit" in one.value) == (None, True)


def test_codes_are_unique() -> None:
    codes = [one.code for one in inspection(verdict(BASE, NOW))]

    assert len(set(codes)) == len(codes)
