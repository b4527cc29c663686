"""What is approved of an event, and what the reviewers see of an approval."""

import pytest

from conftest import Project
from microsite.content.approvals import approval_keys, approvals, approved_print
from microsite.content.load import load_site
from microsite.content.model import Event
from microsite.content.review import fingerprint
from microsite.content.site import Site
from variations import Load

PATH = "data/events/2026-03.yml"
APPROVAL = "{by: 分管领导, on: 2026-02-10, hash: 0123456789abcdef0123456789abcdef}"
LECTURE = f"""\
20260320-drain:
  series: lecture-hall
  title: 排水改造讲座
  status: planned
  start: 2026-03-20 14:30
  end: 2026-03-20 16:30
  place: chunhui
  fields:
    lecturer: 高校教师
    lecturer_kind: 外请
    approval: {APPROVAL}
"""
PRINT = "93d1730a3d15bc7acafae1663f7b1bd3"
"""Of the lecture above; another one would ask for every approval anew."""


def lecture(load: Load, old: str = "", new: str = "") -> Event:
    return load({PATH: LECTURE.replace(old, new) if old else LECTURE}).events["20260320-drain"]


def before_and_after(project: Project, old: str, new: str) -> tuple[Event, Event]:
    root = project({PATH: LECTURE})
    one = load_site(root).events["20260320-drain"]
    (root / PATH).write_text(LECTURE.replace(old, new), encoding="utf-8")
    return one, load_site(root).events["20260320-drain"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("分管领导, on: 2026-02-10", "办公会, on: 2026-02-11"),
        ("lecturer: 高校教师", 'lecturer: "高校教师"  # 已联系'),
        ("place: chunhui", "place: chunhui\n  summary: 讲排水。\n  branches: [office]"),
        ("status: planned", "sample: true"),
    ],
)
def test_what_is_not_approved_may_change(old: str, new: str, load: Load) -> None:
    assert approved_print(lecture(load, old, new)) == PRINT


def test_it_is_the_same_whether_moved_there_or_planned_there(load: Load) -> None:
    moved = LECTURE.replace("2026-03-20 ", "2026-03-10 ").replace(
        "status: planned", "status: postponed\n  moved_to: 2026-03-20 14:30"
    )

    event = load({PATH: moved}).events["20260320-drain"]

    assert approved_print(event) == PRINT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("14:30", "15:00"),
        ("16:30", "17:00"),
        ("status: planned", "status: postponed\n  moved_to: 2026-03-21 14:30"),
        ("place: chunhui", "place: qinghe"),
        ("  place: chunhui\n", ""),
        ("排水改造讲座", "防水改造讲座"),
        ("高校教师", "设计单位专业技术人员"),
        ("lecturer_kind: 外请", "lecturer_kind: 外请\n    hours: 2"),
    ],
)
def test_time_place_and_content_are_approved(old: str, new: str, load: Load) -> None:
    assert approved_print(lecture(load, old, new)) != PRINT


def test_an_event_without_fields_has_a_print_as_well(site: Site) -> None:
    one, other = site.events["20260115-theme-day-property"], site.events["20260131-rural-visit"]

    assert approved_print(one) != approved_print(other)


def test_reviewers_see_who_approved_and_when(project: Project) -> None:
    one, other = before_and_after(project, "on: 2026-02-10", "on: 2026-02-11")

    assert fingerprint(one) != fingerprint(other)


def test_reviewers_do_not_see_what_binds_an_approval(project: Project) -> None:
    one, other = before_and_after(project, ", hash: 0123456789abcdef0123456789abcdef", "")

    assert fingerprint(one) == fingerprint(other)


def test_approvals_are_told_by_the_type_of_their_field(load: Load) -> None:
    site = load({PATH: LECTURE})

    keys = approval_keys(site.series["lecture-hall"])

    assert (keys, [*approvals(site.events["20260320-drain"])]) == (("approval",), ["approval"])
