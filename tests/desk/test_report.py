"""The report: as text for people and as JSON for programs."""

import json
from collections.abc import Callable, Mapping
from datetime import date

import pytest

from conftest import Project
from microsite.desk.report import report, report_text
from microsite.desk.report_json import report_json
from microsite.desk.standing import ORDER
from microsite.verdict import Verdict, verdict
from signing import sign
from small_project import BASE, NOW
from variations import events, order

JANUARY = "data/events/2026-01.yml"
Judge = Callable[..., Verdict]


@pytest.fixture
def signed(project: Project) -> Judge:
    """Return a function that judges the small project, signed in time, with other files."""

    def judged(files: Mapping[str, str]) -> Verdict:
        root = project(files)
        sign(root, date(2026, 1, 1))
        return verdict(root, NOW)

    return judged


def text_of(judged: Verdict) -> list[str]:
    return report_text(report(judged)).splitlines()


def test_it_begins_with_the_counts(signed: Judge) -> None:
    assert text_of(signed({}))[:2] == [
        "讲好住建故事：2026-02-15 12:00，演示模式",
        "共 8 项：已发布 8",
    ]


def test_files_that_nothing_links_to_are_listed(signed: Judge) -> None:
    lines = text_of(signed({"docs/assets/files/idle.txt": "表", "docs/assets/.idle": ""}))

    assert "没有稿件用到的文件（2）" in lines
    assert any(line.startswith("  docs/assets/files/idle.txt:1  没有故事") for line in lines)
    assert any(line.startswith("  docs/assets/pictures/door.png:1  ") for line in lines)


def test_errors_stop_the_whole_site(project: Project) -> None:
    judged = verdict(project({"data/tags.yml": "“", "data/bureau.yml": "“"}), NOW)

    assert text_of(judged)[0] == "2026-02-15 12:00，演示模式"
    assert "改好以前整个网站都不会更新" in text_of(judged)[2]


def test_a_project_without_anything_has_a_report(project: Project) -> None:
    root = project({})
    for file in [*root.glob("data/**/*.yml"), *root.glob("docs/**/*.md")]:
        file.unlink()

    assert text_of(verdict(root, NOW))[1] == "还没有故事和活动"


def test_what_is_not_public_is_listed_with_reason_place_and_advice(project: Project) -> None:
    lines = text_of(verdict(project({}), NOW))

    start = lines.index("待复审（1）")
    assert lines[start + 1 : start + 3] == [
        "  党员下社区怎么点单  故事  还没有复审、终审",
        (
            "    docs/stories/2026/community-orders.md:11  运行 microsite sign "
            "docs/stories/2026/community-orders.md --step 复审 --by 岗位"
        ),
    ]


def test_what_is_public_is_counted_and_listed_only_if_asked(signed: Judge) -> None:
    found = report(signed({}))

    shorter, longer = (report_text(found, all_items=wanted) for wanted in (False, True))

    assert "已发布（8）" not in shorter
    assert f"  路灯不亮            活动  {JANUARY}:1\n" in longer


def test_a_failed_indicator_names_what_is_behind_it(signed: Judge) -> None:
    lines = text_of(signed({}))

    (start,) = (number for number, line in enumerate(lines) if "不合格  空白栏目" in line)
    assert lines[start + 1] == "      data/columns.yml:3  清风 · 作风保障"


def test_documents_are_named_below(signed: Judge) -> None:
    assert "  [1] 《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）" in text_of(signed({}))


def test_reminders_stand_at_the_end_and_the_first_of_a_kind_are_named(signed: Judge) -> None:
    orders = [order(f"2025110{n}-x", f", stages: {{点单: 2025-11-0{n}}}") for n in range(1, 7)]

    lines = text_of(signed(events(*orders)))

    start = lines.index("停在一个环节很久（7）")
    assert lines[start + 1].startswith("  data/events/2025-11.yml:1  停在“点单”已有 106 天")
    assert lines[start + 6] == "  ……共 7 处"


def test_the_json_has_one_shape(signed: Judge) -> None:
    found = json.loads(report_json(report(signed({}))))

    assert list(found) == ["now", "mode", "problems", "states", "items", "inspection", "notices"]
    assert list(found["states"]) == list(ORDER)
    assert list(found["problems"]) == ["error", "warning", "notice"]
    assert [set(found[name][0]) for name in ("items", "inspection", "notices")] == [
        {
            *("kind", "id", "title", "url", "path", "line", "state", "due", "reason"),
            *("change", "advice", "errors", "sample"),
        },
        {"code", "name", "value", "threshold", "passed", "basis", "items"},
        {"path", "line", "column", "code", "level", "message"},
    ]


def test_the_json_says_what_is_to_be_changed_and_when_it_is_due(project: Project) -> None:
    path = "docs/stories/2026/community-orders.md"
    text = (BASE / path).read_text(encoding="utf-8")
    root = project({path: text.replace("2026-01-10 09:30", "2026-02-20 09:30")})
    sign(root, date(2026, 1, 1))

    found = json.loads(report_json(report(verdict(root, NOW))))

    (item,) = (one for one in found["items"] if one["id"] == "community-orders")
    assert (item["state"], item["due"]) == ("定时", "2026-02-20T09:30:00+08:00")
    assert item["change"] == {"path": path, "line": 4}


def test_what_is_due_later_is_listed_with_its_time(project: Project) -> None:
    path = "docs/stories/2026/community-orders.md"
    text = (BASE / path).read_text(encoding="utf-8")
    root = project({path: text.replace("2026-01-10 09:30", "2026-02-20 09:30")})
    sign(root, date(2026, 1, 1))

    lines = text_of(verdict(root, NOW))

    assert "故事  2026-02-20 09:30：已经审完" in lines[lines.index("定时（1）") + 1]
