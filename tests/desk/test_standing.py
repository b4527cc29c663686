"""How every story and event stands, and what an editor is told about it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from conftest import Project
from microsite.content.bureau import Mode
from microsite.desk.standing import Standing, standings
from microsite.verdict import verdict
from signing import sign
from small_project import BASE, NOW

STORY = "docs/stories/2026/community-orders.md"
LECTURE = "docs/stories/2026/lecture.md"
JANUARY = "data/events/2026-01.yml"
OLD = date(2026, 1, 1)
Stands = Callable[[dict[str, str]], dict[str, Standing]]


def by_id(root: Path, mode: Mode | None = None) -> dict[str, Standing]:
    return {one.id: one for one in standings(verdict(root, NOW, mode))}


def edited(path: str, old: str, new: str) -> dict[str, str]:
    text = (BASE / path).read_text(encoding="utf-8")
    assert old in text
    return {path: text.replace(old, new)}


@pytest.fixture
def stands(project: Project) -> Stands:
    """Return a function that tells how all of the small project stands with other files."""
    return lambda files: by_id(project(files))


@pytest.fixture
def signed(project: Project) -> Stands:
    """Return the same for a project in which everything was signed in time."""

    def judged(files: dict[str, str]) -> dict[str, Standing]:
        root = project(files)
        sign(root, OLD)
        return by_id(root)

    return judged


def test_what_has_passed_the_review_is_public_and_needs_nothing(signed: Stands) -> None:
    one = signed({})["lecture"]

    assert (one.state, one.why.reason, one.why.change, one.why.advice) == ("已发布", "", None, "")


def test_a_standing_says_what_it_is_about(signed: Stands) -> None:
    one = signed({})["20260105-orders-lamp"]

    assert (one.kind, one.title, one.url, str(one.place), one.sample) == (
        "活动",
        "路灯不亮",
        "events/20260105-orders-lamp/",
        f"{JANUARY}:1",
        True,
    )


def test_what_lacks_signatures_waits_for_the_next(stands: Stands) -> None:
    one = stands({})["community-orders"]

    assert (one.state, one.why.reason, str(one.why.change), one.why.advice) == (
        "待复审",
        "还没有复审、终审",
        f"{STORY}:11",
        f"运行 microsite sign {STORY} --step 复审 --by 岗位",
    )


def test_what_nobody_has_signed_is_pointed_at_by_its_title(stands: Stands) -> None:
    one = stands({})["20260105-orders-lamp"]

    assert (one.state, str(one.why.change)) == ("待初审", f"{JANUARY}:3")
    assert f"microsite sign {JANUARY}#20260105-orders-lamp --step 初审" in one.why.advice


def test_samples_of_signatures_count_for_nothing_on_a_real_site(project: Project) -> None:
    root = project(edited(JANUARY, "  sample: true\n", ""))
    sign(root, OLD)

    one = by_id(root, "production")["20260105-orders-lamp"]

    assert one.state == "待初审"
    assert one.why.reason.startswith("现有的审核是示例，正式网站不算；还没有初审")
    assert one.why.advice == (
        "先删去 review 里示例的签字，"
        f"再运行 microsite sign {JANUARY}#20260105-orders-lamp --step 初审 --by 岗位"
    )


def test_what_was_changed_after_the_last_signature_is_to_be_signed_anew(project: Project) -> None:
    root = project({})
    sign(root, OLD)
    file = root / STORY
    file.write_text(file.read_text(encoding="utf-8") + "又一句。\n", encoding="utf-8")

    one = by_id(root)["community-orders"]

    assert (one.state, one.why.advice) == (
        "改动待重审",
        f"改回原样，或运行 microsite sign {STORY} --step 初审 --by 岗位",
    )


def test_what_is_due_later_says_when(signed: Stands) -> None:
    one = signed(edited(STORY, "2026-01-10 09:30", "2026-02-20 09:30"))["community-orders"]

    assert (one.label, str(one.why.change)) == ("定时 2026-02-20 09:30", f"{STORY}:4")


def test_what_is_withdrawn_gives_the_reason(signed: Stands) -> None:
    keys = "author: 示例·供稿岗\nwithdrawn: {on: 2026-02-10, by: 科长, reason: 内容有误}"

    one = signed(edited(STORY, "author: 示例·供稿岗", keys))["community-orders"]

    assert (one.label, one.why.reason, str(one.why.change)) == (
        "撤稿",
        "2026-02-10 撤稿：内容有误",
        f"{STORY}:8",
    )
    assert one.why.advice == (
        "要重新公开，删去 withdrawn 这一段，在 corrections 里写明为什么恢复公开，"
        f"运行 microsite sign {STORY} --step 初审 --by 岗位"
    )


def test_what_was_withdrawn_is_not_back_as_it_was(project: Project) -> None:
    keys = "author: 示例·供稿岗\nwithdrawn: {on: 2026-02-10, by: 科长, reason: 内容有误}"
    root = project(edited(STORY, "author: 示例·供稿岗", keys))
    sign(root, OLD)
    file = root / STORY
    file.write_text(file.read_text("utf-8").replace(keys, "author: 示例·供稿岗"), "utf-8")

    one = by_id(root)["community-orders"]

    assert (one.state, one.why.reason, one.why.advice) == (
        "改动待重审",
        "撤稿时终审已经作废，重新审完以前公众看不到",
        f"运行 microsite sign {STORY} --step 初审 --by 岗位",
    )


def test_what_has_errors_is_a_draft_with_their_number_and_the_first(stands: Stands) -> None:
    one = stands(edited(STORY, "summary: 从点单到办结。", "sumary: 面积八十平米。"))

    draft = one["community-orders"]

    assert (draft.state, draft.title, draft.url) == ("草稿", "党员下社区怎么点单", "")
    assert draft.errors == 3
    assert draft.why.reason.startswith("有 3 处错误，第一处：缺少“摘要”")
    assert str(draft.why.change) == f"{STORY}:4"


def test_what_is_to_be_typed_instead_is_said(stands: Stands) -> None:
    draft = stands(edited(STORY, "从点单到办结。", "面积八十平米。"))["community-orders"]

    assert (draft.why.advice, draft.url) == ("改成 “平方米”", "stories/2026/community-orders/")


def test_an_error_belongs_to_the_event_on_whose_lines_it_stands(stands: Stands) -> None:
    found = stands(edited(JANUARY, "  place: chunhui", "  place: chunhiu"))

    drafts = [id for id, one in found.items() if one.state == "草稿"]

    assert drafts == ["20260105-orders-lamp"]


def test_an_event_that_is_no_record_is_a_draft_all_the_same(stands: Stands) -> None:
    found = stands({"data/events/2026-03.yml": "20260301-x: 走访\n20260302-y: {title: 二}\n"})

    assert [(found[id].title, found[id].state) for id in ("20260301-x", "20260302-y")] == [
        ("20260301-x", "草稿"),
        ("二", "草稿"),
    ]


@pytest.mark.parametrize(
    ("path", "kind"),
    [(STORY, "故事"), (JANUARY, "活动"), ("data/events/2026-1.yml", "活动")],
)
def test_a_file_that_cannot_be_read_is_a_draft(path: str, kind: str, stands: Stands) -> None:
    found = stands({path: "“"})

    (draft,) = (one for one in found.values() if one.place.path == path)

    assert (draft.kind, draft.title, draft.state, draft.errors > 0) == (kind, path, "草稿", True)


def test_a_month_without_events_is_nothing_to_stand_anywhere(stands: Stands) -> None:
    found = stands({"data/events/2026-03.yml": "{}\n"})

    assert "2026-03" not in found


def test_what_is_wrong_with_a_month_without_events_is_told(stands: Stands) -> None:
    found = stands({"data/events/2026-03.yml": "{}\n# 允许 dash：没有\n"})

    assert found["2026-03"].errors == 1


def test_the_first_of_two_of_a_name_is_not_lost(project: Project) -> None:
    other = {"docs/stories/2025/community-orders.md": (BASE / STORY).read_text(encoding="utf-8")}

    found = standings(verdict(project(other), NOW))

    named = [one for one in found if one.id == "community-orders"]
    assert [one.state for one in named] == ["草稿", "草稿"]
    assert "在另一个文件里也有" in named[0].why.reason


def test_what_needs_work_comes_first(signed: Stands) -> None:
    found = signed(edited(JANUARY, "  place: chunhui", "  place: chunhiu"))

    states = [one.state for one in found.values()]

    assert (states[0], states[-1]) == ("草稿", "已发布")


def test_the_order_is_that_of_the_files(signed: Stands) -> None:
    found = signed({})

    places = [one.place for one in found.values()]

    assert places == sorted(places)
