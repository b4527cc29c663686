"""`microsite new`, by flags and at a terminal."""

import locale
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from commands.drafting import (
    BRANCH,
    EVENT,
    LECTURE,
    MONTH,
    PLACE,
    SERIES,
    STORY,
    TYPED,
    errors,
    new,
    texts,
)
from conftest import Project
from microsite.cli import main
from microsite.verdict import verdict
from small_project import NOW

pytestmark = pytest.mark.usefixtures("clock")
FILES = {
    "docs/stories/2026/yi-zhan-deng-de-gu-shi.md": STORY,
    MONTH: EVENT,
    "data/series/an-ju-jiang-tang.yml": SERIES,
    "data/places.yml": PLACE,
    "data/branches.yml": BRANCH,
}
EVERY_KIND = pytest.mark.parametrize(
    ("path", "arguments"), [*FILES.items()], ids=[one[0] for one in FILES.values()]
)


def fill_in(root: Path, path: str) -> None:
    """Write something wherever something is to be filled in."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub("待补充：[^#\n]*", "灯亮了。", text), encoding="utf-8")


@EVERY_KIND
def test_only_one_file_changes_and_only_by_the_lines_that_are_told(
    path: str, arguments: list[str], project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    before = texts(root)

    code = new(root, arguments)

    after = texts(root)
    told = re.search("第 ([0-9]+) 行到第 ([0-9]+) 行", capsys.readouterr().out)
    assert told
    assert {name for name in after if after[name] != before.get(name)} == {path}
    lines = after[path].splitlines(keepends=True)
    del lines[int(told[1]) - 1 : int(told[2])]
    assert (code, "".join(lines)) == (0, before.get(path, ""))


@EVERY_KIND
def test_only_what_is_to_be_filled_in_is_wrong_with_it(
    path: str, arguments: list[str], project: Project
) -> None:
    root = project({})

    new(root, arguments)

    assert {(one.path, one.code) for one in errors(root)} <= {(path, "placeholder")}


@EVERY_KIND
def test_nothing_is_wrong_with_it_once_it_is_filled_in(
    path: str, arguments: list[str], project: Project
) -> None:
    root = project({})
    new(root, arguments)

    fill_in(root, path)

    assert not errors(root)
    problems = verdict(root, NOW).problems
    assert not [one for one in problems if one.path == path and one.level != "notice"]


def test_an_approval_that_is_due_is_left_to_whoever_signs(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    new(root, [*LECTURE, "--field", "lecturer=高校教师"])
    told = re.search("microsite (sign .*--by) 审批人岗位", capsys.readouterr().out)
    assert told
    before = {one.code for one in errors(root)}

    code = main([*told[1].split(), "分管领导", "--root", str(root)])

    assert code == 0
    assert before == {"placeholder", "date-form"}
    assert not errors(root)


def test_what_is_to_be_filled_in_is_listed_with_the_next_steps(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    new(project({}), [*EVENT, "--title", "XX小区的灯"])

    said = capsys.readouterr().out
    assert "data/events/2026-02.yml:" in said
    assert "need: 待补充：群众需求" in said
    assert "“XX”是占位的记号" in said
    assert "microsite check" in said
    assert (
        "microsite sign data/events/2026-02.yml#20260220-community-orders-xx-xiaoqu-de-deng"
        in said
    )


def test_an_event_stands_in_the_order_of_its_month(project: Project) -> None:
    root = project({MONTH: "20260225-a: {series: rural, title: 走访, "
                    "start: 2026-02-25, status: planned}\n"})  # fmt: skip

    new(root, EVENT)

    text = texts(root)[MONTH]
    assert re.findall("(?m)^[0-9]+", text) == ["20260220", "20260225"]


def test_the_first_event_of_a_month_begins_its_file(project: Project) -> None:
    root = project({})

    new(root, [*EVENT, "--start", "2027-03-01 09:00"])

    lines = (root / "data/events/2027-03.yml").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../schemas/events.json"
    assert lines[1] == "20270301-community-orders-lu-deng-bu-liang:"


@pytest.mark.parametrize(
    ("start", "end", "is_planned"),
    [
        ("2026-02-15", "", True),
        ("2026-02-14", "", False),
        ("2026-02-14", "2026-02-16", True),
        ("2026-02-15 09:00", "11:59", False),
        ("2026-02-15 09:00", "12:01", True),
    ],
)
def test_what_is_not_over_is_planned(
    start: str,
    end: str,
    *,
    is_planned: bool,
    project: Project,
) -> None:
    root = project({})

    new(root, [*EVENT, "--start", start, "--end", end])

    [entry] = re.findall("(?m)^[0-9]+-community-orders-lu.*(?:\n  .*)*", texts(root)[MONTH])
    assert ("\n  status: planned" in entry) == is_planned
    assert not [one for one in errors(root) if one.code != "placeholder"]


def test_an_id_is_never_given_twice_nor_changed(project: Project) -> None:
    root = project({})
    new(root, STORY)
    first = root / "docs/stories/2026/yi-zhan-deng-de-gu-shi.md"
    text = first.read_bytes()

    new(root, [*STORY, "--published", "2027-01-01 09:30"])

    assert (root / "docs/stories/2027/yi-zhan-deng-de-gu-shi-2.md").is_file()
    assert first.read_bytes() == text


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ([*PLACE, "--id", "chunhui"], "data/places.yml:1"),
        ([*BRANCH, "--id", "property"], "data/branches.yml:1"),
        ([*SERIES, "--id", "rural"], "data/series/rural.yml"),
        ([*STORY, "--id", "lecture"], "docs/stories/2026/lecture.md"),
        ([*EVENT, "--id", "20260131-rural-visit"], "data/events/2026-01.yml:16"),
    ],
    ids=lambda one: one[0],
)
def test_an_id_that_there_is_is_refused_with_its_place(
    arguments: list[str], place: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    before = texts(root)

    code = new(root, arguments)

    assert (code, texts(root)) == (2, before)
    assert f"已经有了（{place}）" in capsys.readouterr().err


def test_all_missing_flags_are_named_at_once(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    code = new(project({}), ["event", "--end", "2026-02-01", "--title", " ", "--start="])

    said = capsys.readouterr().err
    assert code == 2
    assert re.findall("--[a-z]+", said) == ["--series", "--title", "--start"]


def test_all_wrong_flags_are_named_at_once(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    before = texts(root)

    code = new(
        root,
        [
            *("event", "--series", "大讲堂", "--title", "课", "--start", "2026-02-03"),
            *("--end", "2026-02-01", "--place", "chunhiu", "--branch", "2", "--branch", "9"),
            *("--field", "lecturer_kind=外聘", "--field", "hours=两", "--field", "who=x"),
            *("--field", "approval=领导", "--id", "x"),
        ],
    )  # fmt: skip

    said = capsys.readouterr().err
    assert (code, texts(root)) == (2, before)
    assert re.findall("(?m)^  (--(?:field )?[a-z_.]+)", said) == [
        *("--end", "--place", "--branch", "--field who", "--field approval"),
        *("--field lecturer_kind", "--field hours", "--id"),
    ]


def test_a_series_that_counts_by_branch_wants_a_branch(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    arguments = ["event", "--series", "theme-day", "--title", "学习", "--start", "2026-02-20"]

    code = new(root, arguments)

    assert code == 2
    assert "--branch 支部" in capsys.readouterr().err
    assert new(root, [*arguments, "--branch", "property"]) == 0
    assert "20260220-theme-day-property:" in texts(root)[MONTH]


def test_facts_of_every_type_are_written_as_they_were_given(project: Project) -> None:
    root = project({})
    facts = ("lecturer=示例·专家: 甲", "hours=２", "notice=2026-01-20")

    new(root, [*LECTURE, *(part for fact in facts for part in ("--field", fact)), "--sample"])

    text = texts(root)[MONTH]
    assert '    lecturer: "示例·专家: 甲"' in text
    assert "    hours: 2" in text
    assert "    notice: 2026-01-20" in text
    assert "    approval: {by: 待补充：审批人岗位, on: 待补充：审批日期}" in text
    assert "\n  sample: true" in text


def test_facts_that_may_be_left_out_are_right_without_their_number_signs(
    project: Project,
) -> None:
    series = "title: 走访\ncolumn: people\nsummary: 走访。\nfields: {result: {label: 结果}}\n"
    root = project({"data/series/visit.yml": series})

    new(root, ["event", "--series", "visit", "--title", "走访", "--start", "2026-02-20"])

    assert not errors(root)
    text = (
        texts(root)[MONTH].replace("# fields:", "fields:").replace("#   result: …", "  result: 好")
    )
    (root / MONTH).write_text(text, encoding="utf-8")
    assert "\n  fields:\n    result: 好  # 结果\n" in text
    assert not errors(root)


def test_a_series_with_mistakes_has_events_all_the_same(project: Project) -> None:
    series = (
        "title: 走访\ncolumn: x\nsummary: 走访。\n"
        'fields: {"a: b": {label: 结果, required: true}}\n'
    )
    root = project({"data/series/visit.yml": series})
    arguments = ["event", "--series", "visit", "--title", "走访", "--start", "2026-02-20"]

    code = new(root, [*arguments, "--field", "a: b=好"])

    assert code == 0
    assert '    "a: b": 好  # 结果\n' in texts(root)[MONTH]


def test_a_place_is_the_end_of_the_id_where_places_are_counted(project: Project) -> None:
    root = project({})

    new(root, ["event", "--series", "rural", "--title", "走访", "--start", "2026-02-20",
               "--place", "qinghe"])  # fmt: skip

    assert "20260220-rural-qinghe:" in texts(root)[MONTH]


def test_a_series_works_at_once(project: Project) -> None:
    root = project({})
    new(root, SERIES)
    fill_in(root, "data/series/an-ju-jiang-tang.yml")

    new(root, ["event", "--series", "安居讲堂", "--title", "首讲", "--start", "2026-02-20"])
    new(root, ["story", "--series", "安居讲堂", "--title", "这是什么", "--id", "anju"])

    fill_in(root, "docs/stories/2026/anju.md")
    assert not errors(root)


def test_the_examples_of_a_series_are_right(project: Project) -> None:
    root = project({})
    new(root, SERIES)
    file = root / "data/series/an-ju-jiang-tang.yml"
    fill_in(root, "data/series/an-ju-jiang-tang.yml")
    text = file.read_text(encoding="utf-8")
    used = re.sub("(?m)^# (?=(?:  |fields|stages|stage_days|cadence|anonymous).*:)", "", text)

    file.write_text(used, encoding="utf-8")

    assert not errors(root)
    assert new(root, [*EVENT, "--series", "安居讲堂", "--branch", "1", "--title", "首讲"]) == 0


@pytest.mark.parametrize("kind", TYPED)
def test_a_human_is_asked(
    kind: str, project: Project, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    typing(*TYPED[kind])

    code = new(root, [kind])

    said = capsys.readouterr().out
    assert code == 0
    assert "按 Ctrl-C 随时放弃" in said
    assert {one.code for one in errors(root)} <= {"placeholder"}


def test_places_of_one_kind_are_shown_together(
    project: Project, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    new(root, PLACE)
    typing(*TYPED["event"])

    new(root, ["event"])

    titles = re.findall(r"(?m)^ +\d\. (春晖里小区|安居里|青禾村|柳溪村)", capsys.readouterr().out)
    assert titles == ["春晖里小区", "安居里", "青禾村", "柳溪村"]


def test_a_human_may_choose_the_kind(project: Project, typing: Callable[..., None]) -> None:
    root = project({})
    typing("支部", *TYPED["branch"])

    code = new(root, [])

    assert code == 0
    assert "安居支部" in texts(root)["data/branches.yml"]


def test_what_is_nobodys_business_is_masked(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    number = "13812345678"

    new(root, [*STORY, "--published", number, "--series", number, "--tag", number])
    new(root, [*PLACE, "--summary", f"联系电话{number}"])

    said = capsys.readouterr()
    assert "138****5678" in said.err
    assert number not in said.out + said.err


@pytest.mark.parametrize("name", ["C", "C.UTF-8"])
def test_a_human_is_understood_in_any_locale(
    name: str, project: Project, typing: Callable[..., None]
) -> None:
    root = project({})
    before = locale.setlocale(locale.LC_CTYPE)
    locale.setlocale(locale.LC_CTYPE, name)
    typing(*TYPED["branch"])

    code = new(root, ["branch"])

    locale.setlocale(locale.LC_CTYPE, before)
    assert code == 0
    assert "安居支部" in texts(root)["data/branches.yml"]


def test_what_flags_say_completely_is_not_asked(
    project: Project, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing()

    code = new(project({}), STORY)

    assert code == 0
    assert "Ctrl-C" not in capsys.readouterr().out


@pytest.mark.parametrize("kind", TYPED)
def test_giving_up_leaves_nothing(
    kind: str, project: Project, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    before = texts(root)
    typing(*TYPED[kind][:-1])

    code = new(root, [kind])

    assert (code, texts(root)) == (1, before)
    assert capsys.readouterr().err == "\n已放弃，什么都没有写。\n"


@pytest.mark.parametrize("name", ["C", "C.UTF-8"])
def test_an_interrupt_leaves_nothing(name: str, project: Project) -> None:
    root = project({})
    before = texts(root)
    master, slave = pty.openpty()
    # Tests that run in the background ignore interrupts, and programs inherit that.
    before_this = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [Path(sys.executable).parent / "microsite", "new", "place", "--root", root],
        stdin=slave,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"LC_ALL": name},
    ) as program:
        assert program.stdout
        os.write(master, "安居里\n".encode())
        said = b""
        while "类别".encode() not in said and (more := os.read(program.stdout.fileno(), 4096)):
            said += more
        while program.poll() is None:  # one that comes before it listens is not heard
            program.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                program.wait(2)
        said += program.stdout.read()
    signal.signal(signal.SIGINT, before_this)
    os.close(master)
    os.close(slave)

    assert program.returncode == 1
    assert said.decode().endswith("已放弃，什么都没有写。\n")
    assert texts(root) == before


def test_a_folder_that_cannot_be_written_is_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    code = new(project({"docs/stories/2027": ""}), [*STORY, "--published", "2027-01-01 09:30"])

    assert code == 1
    assert capsys.readouterr().err.startswith("写不进 docs/stories/2027 这个文件夹，")


@pytest.mark.parametrize("arguments", [["new"], ["new", "story", *STORY[1:]]])
def test_usage_that_leads_nowhere_ends_with_2(
    arguments: list[str], project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({}) if len(arguments) == 1 else tmp_path

    code = main([arguments[0], "--root", str(root), *arguments[1:]])

    assert code == 2
    assert re.search("[一-鿿]", capsys.readouterr().err)
