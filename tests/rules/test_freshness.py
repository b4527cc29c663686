"""Reminders that the home page and columns want something new."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from conftest import Project
from microsite.content.load import read_site
from microsite.content.values import SHANGHAI
from microsite.rules.all import editorial_judgement
from microsite.rules.site_rule import occasion
from signing import sign
from small_project import BASE

COLUMNS = "data/columns.yml"
BUREAU = "data/bureau.yml"
Remind = Callable[..., list[str]]


@pytest.fixture
def remind(project: Project) -> Remind:
    """Return a function that tells of what is stale in the small project, signed in time."""

    def reminded(month: int, day: int, files: dict[str, str] | None = None) -> list[str]:
        root = project(files or {})
        sign(root, date(2026, 1, 1))
        reading = read_site(root)
        judged_for = occasion(reading, datetime(2026, month, day, 12, tzinfo=SHANGHAI))
        found = editorial_judgement(reading, judged_for)
        return sorted(str(one) for one in found if one.code.startswith("freshness-"))

    return reminded


def changed(path: str, old: str, new: str) -> dict[str, str]:
    return {path: (BASE / path).read_text(encoding="utf-8").replace(old, new)}


def test_nine_days_are_no_reason_to_remind(remind: Remind) -> None:
    found = remind(2, 10)

    assert not [line for line in found if "首页" in line or "先锋" in line]


def test_the_tenth_day_is(remind: Remind) -> None:
    found = remind(2, 11)

    assert (
        "data/bureau.yml:1:1: 首页 10 天没有更新（上一次是 2026-02-01），期限是 14 天，"
        "请发布新的故事或活动预告 [freshness-home]"
    ) in found
    assert (
        "data/columns.yml:2:1: 栏目“先锋 · 担当作为”10 天没有更新（上一次是 2026-02-01），"
        "动态要闻类栏目期限是 14 天；结束的专题请补上“archived: …”归档 [freshness-column]"
    ) in found


def test_after_two_weeks_the_limit_has_been_passed(remind: Remind) -> None:
    found = remind(2, 16)

    assert ["已经超过 14 天的期限" in line for line in found] == [True, True, True, False]


def test_a_column_without_anything_public_is_blank(remind: Remind) -> None:
    found = remind(1, 12)

    assert found == [
        (
            "data/columns.yml:2:1: 栏目“先锋 · 担当作为”11 天没有更新（上一次是 2026-01-01），"
            "动态要闻类栏目期限是 14 天；结束的专题请补上“archived: …”归档 [freshness-column]"
        ),
        (
            "data/columns.yml:3:1: 栏目“清风 · 作风保障”还没有公开的内容，读者看不到它；"
            "请发布内容，暂时不用的栏目请删去或归档 [freshness-blank]"
        ),
    ]


def test_the_bureau_decides_when_it_is_reminded(remind: Remind) -> None:
    text = (BASE / BUREAU).read_text(encoding="utf-8")

    found = remind(2, 15, {BUREAU: f"{text}freshness:\n  warn_days: 14\n"})

    assert found[0].startswith("data/bureau.yml:13:3: 首页 14 天没有更新")


@pytest.mark.parametrize(("month", "day", "is_reminded"), [(6, 8, False), (6, 9, True)])
def test_notices_may_rest_for_longer(
    month: int, day: int, *, is_reminded: bool, remind: Remind
) -> None:
    found = remind(month, day, changed(COLUMNS, "type: 工作动态", "type: 通知公告"))

    assert any("为民" in line and "期限是 180 天" in line for line in found) is is_reminded


def test_other_columns_are_only_said_to_rest_for_long(remind: Remind) -> None:
    files = changed(COLUMNS, "type: 工作动态", "type: 专题")
    bureau = (BASE / BUREAU).read_text(encoding="utf-8")

    found = remind(2, 15, {**files, BUREAU: f"{bureau}freshness: {{idle_days: 30}}\n"})

    assert [line for line in found if "freshness-column" in line] == [
        (
            "data/columns.yml:1:1: 栏目“为民 · 群众路线”36 天没有更新（上一次是 2026-01-10），"
            "30 天就算长期不更新；结束的专题请补上“archived: …”归档 [freshness-column]"
        )
    ]


def test_what_is_archived_is_left_in_peace(remind: Remind) -> None:
    files = changed(COLUMNS, "type: 工作动态}", "type: 工作动态, archived: 2026-02-01}")

    assert [line.partition(":")[0] for line in remind(3, 1, files)] == [BUREAU]


def test_nothing_is_said_while_something_cannot_be_read(remind: Remind) -> None:
    assert not remind(3, 1, changed(COLUMNS, "keywords", "keyword"))
