"""`microsite sign --step 审批`: who allows an event, and what exactly."""

import re

import pytest

from conftest import Project
from desk import Desk
from small_project import NOW, problems_of

EVENTS = "data/events/2026-02.yml"
ID = "20260210-lecture-roof"
BOUND = "{by: 分管领导, on: 2026-02-01, hash: e710bf20481edc5a7b957526c6846d00}"


@pytest.fixture
def desk(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    return Desk(project({}), capsys, monkeypatch)


def approve(desk: Desk, name: str = ID, by: str = "局长", more: str = "") -> int:
    return desk.sign(name, step="审批", by=by, more=more)


def test_what_was_changed_is_approved_again(desk: Desk) -> None:
    desk.edit("示例讲师", "另一位讲师", EVENTS)

    code = approve(desk)

    assert (code, problems_of(desk.root)) == (0, ())
    assert "approval: {by: 局长, on: 2026-02-15, hash: " in desk.text(EVENTS)


def test_it_is_said_what_comes_next(desk: Desk) -> None:
    desk.edit("示例讲师", "另一位讲师", EVENTS)

    approve(desk)

    assert desk.said.splitlines() == [
        f"已签 {EVENTS}#{ID}：审批，局长，2026-02-15",
        "  现在：待初审",
        (
            f"  下一步：初审，请运行 microsite sign {EVENTS}#{ID} --step 初审 --by 岗位"
            f" --root {desk.root}"
        ),
    ]


def test_what_was_written_by_hand_is_bound(desk: Desk) -> None:
    before = desk.text(EVENTS)
    desk.edit(BOUND, "{by: 分管领导, on: 2026-02-01}", EVENTS)

    code = approve(desk, by="分管领导", more="--on 2026-02-01")

    assert (code, desk.text(EVENTS)) == (0, before)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"    approval: {BOUND}\n", ""),
        (BOUND, ""),
        (BOUND, "{by: 分管领导}"),
        (BOUND, "{on: 2月1日}"),
        (BOUND, "{by: 分管领导, on: 2026-03-09}"),
    ],
)
def test_what_is_missing_is_written(old: str, new: str, desk: Desk) -> None:
    desk.edit(old, new, EVENTS)

    code = approve(desk)

    assert (code, problems_of(desk.root)) == (0, ())


@pytest.mark.parametrize("step", ["初审", "审批"])
def test_other_errors_keep_it_from_being_signed(step: str, desk: Desk) -> None:
    desk.edit("hours: 2", "hours: 两个", EVENTS)

    code = desk.sign(ID, step=step)

    assert code == 1
    assert f"{EVENTS}:14:12: " in desk.said


def test_an_error_keeps_a_first_approval_from_being_signed(desk: Desk) -> None:
    desk.edit(f"    lecturer_kind: 外请\n    approval: {BOUND}\n", "", EVENTS)
    desk.edit("hours: 2", "lecturer_kind: 本系统\n    hours: 两个", EVENTS)

    code = approve(desk)

    assert code == 1
    assert "这里应当是一个数" in desk.said


def test_what_is_not_approved_is_not_reviewed(desk: Desk) -> None:
    desk.edit("示例讲师", "另一位讲师", EVENTS)

    code = desk.sign(ID)

    assert code == 1
    assert f"请运行 microsite sign {EVENTS}#{ID} --step 审批" in desk.said


def test_another_missing_field_keeps_it_from_being_signed(desk: Desk) -> None:
    desk.edit("    lecturer: 示例讲师\n", "", EVENTS)

    code = approve(desk)

    assert code == 1
    assert "缺少“主讲”" in desk.said


def test_what_is_approved_is_not_approved_again(desk: Desk) -> None:
    code = approve(desk)

    assert code == 1
    assert "“分管领导”已经在 2026-02-01 批过，没有改动" in desk.said


def test_in_production_an_approval_that_is_made_up_is_replaced(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.edit("by: 分管领导, on: 2026-02-01", "by: 示例·分管领导岗, on: 2026-02-01", EVENTS)
    monkeypatch.setenv("SITE_MODE", "production")

    code = approve(desk)

    assert (code, "by: 局长" in desk.text(EVENTS)) == (0, True)


@pytest.mark.parametrize(
    ("day", "reason"),
    [("2026-02-16", "在将来"), ("2026-01-31", "早于上一次审批（2026-02-01）")],
)
def test_a_day_is_neither_in_the_future_nor_before_the_last(
    day: str, reason: str, desk: Desk
) -> None:
    desk.edit("示例讲师", "另一位讲师", EVENTS)

    code = approve(desk, more=f"--on {day}")

    assert code == 1
    assert reason in desk.said


def test_nothing_is_approved_after_it_has_begun(desk: Desk) -> None:
    desk.edit("  moved_to: 2026-03-03 14:30\n  reason: 场地检修\n", "", EVENTS)
    desk.edit("  status: postponed\n", "", EVENTS)

    code = approve(desk)

    assert code == 1
    assert "审批日期（2026-02-15）晚于活动开始（2026-02-10）" in desk.said


def corrected(desk: Desk) -> None:
    """Say that something was wrong with a lecture that has been held."""
    desk.edit("  moved_to: 2026-03-03 14:30\n  reason: 场地检修\n", "", EVENTS)
    corrections = "corrections: [{on: 2026-02-15, note: 讲师的单位写错了}]"
    desk.edit("status: postponed", corrections, EVENTS)


def test_no_correction_lets_a_first_approval_be_late(desk: Desk) -> None:
    corrected(desk)
    desk.edit(BOUND, "{by: 分管领导, on: 2026-02-15}", EVENTS)

    code = approve(desk)

    assert code == 1
    assert "更正不能代替活动以前的审批" in desk.said


@pytest.mark.parametrize("first", ["", ", first: 2026-01-20"])
def test_in_production_nor_does_an_approval_that_is_made_up(
    first: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    corrected(desk)
    made_up = BOUND.replace("by: ", "by: 示例·").replace("}", f"{first}}}")
    desk.edit(BOUND, made_up, EVENTS)
    monkeypatch.setenv("SITE_MODE", "production")

    code = approve(desk)

    assert code == 1
    assert "更正不能代替活动以前的审批" in desk.said


def test_the_day_of_the_first_is_kept(desk: Desk) -> None:
    for name in ("另一位讲师", "第三位讲师"):
        text = desk.text(EVENTS)
        desk.edit(re.findall("lecturer: (.*)", text)[0], name, EVENTS)
        approve(desk)

    assert re.search("on: 2026-02-15, hash: [0-9a-f]+, first: 2026-02-01}", desk.text(EVENTS))


def test_what_is_corrected_later_is_approved_later(desk: Desk) -> None:
    corrected(desk)

    code = approve(desk)

    assert (code, problems_of(desk.root)) == (0, ())


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("story:lecture", "故事没有审批"),
        ("20260225-theme-day-office", "“主题党日”的活动不用审批：data/series/theme-day.yml"),
    ],
)
def test_only_what_asks_for_it_is_approved(name: str, reason: str, desk: Desk) -> None:
    code = approve(desk, name)

    assert code == 1
    assert reason in desk.said


def test_an_event_of_a_series_that_cannot_be_read_is_not_approved(desk: Desk) -> None:
    (desk.root / "data/series/lecture-hall.yml").write_text("title: 大讲堂\n", encoding="utf-8")

    code = approve(desk)

    assert code == 1
    assert "data/series/lecture-hall.yml:1:1: " in desk.said


class TestSeveralApprovals:
    """A series whose events need more than one."""

    @pytest.fixture(autouse=True)
    def venue(self, desk: Desk) -> None:
        path = "data/series/lecture-hall.yml"
        desk.edit("  hours:", "  venue: {label: 场地审批, type: approval}\n  hours:", path)
        desk.edit(BOUND, "{by: 分管领导, on: 2026-02-01}", EVENTS)
        desk.edit("hours: 2", "hours: 2\n    venue: {by: 办公室, on: 2026-02-01}", EVENTS)

    def test_one_has_to_say_which(self, desk: Desk) -> None:
        code = approve(desk)

        assert code == 1
        assert "--field approval（授课审批）、--field venue（场地审批）" in desk.said

    def test_there_is_no_other(self, desk: Desk) -> None:
        code = approve(desk, more="--field venu")

        assert code == 1
        assert "没有 “venu” 这个审批字段，是不是 “venue”？" in desk.said

    def test_each_is_signed_by_itself(self, desk: Desk) -> None:
        codes = [approve(desk, more=f"--field {field}") for field in ("venue", "approval")]

        assert (codes, problems_of(desk.root)) == ([0, 0], ())

    def test_the_message_names_the_field(self, desk: Desk) -> None:
        messages = [str(problem) for problem in problems_of(desk.root, NOW)]

        assert all("--step 审批 --field" in message for message in messages)
