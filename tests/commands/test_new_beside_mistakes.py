"""`microsite new` in a project with mistakes."""

from collections.abc import Callable

import pytest

from commands.drafting import BRANCH, EVENT, MONTH, PLACE, SERIES, STORY, TYPED, new, texts
from conftest import Project
from small_project import BASE

pytestmark = pytest.mark.usefixtures("clock")


def test_a_broken_project_does_not_keep_a_story_from_being_begun(
    project: Project, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(
        {
            "data/series/rural.yml": "title：乡村振兴\n",
            "data/bureau.yml": "x",
            "data/tags.yml": "a: 1\nb: {title: 甲}\n",
            "data/columns.yml": "a: {}\n",
            "docs/stories/2026/lecture.md": "没有开头\n",
        }
    )
    typing(*TYPED["story"])

    code = new(root, ["story"])

    said = capsys.readouterr().out
    assert code == 0
    assert "（有错、暂时不能选的系列：data/series/rural.yml）" in said
    assert "待补充：来源" in texts(root)["docs/stories/2026/yi-zhan-deng-de-gu-shi.md"]


def test_tables_that_are_not_there_are_begun(project: Project) -> None:
    root = project({})
    (root / "data/places.yml").unlink()
    (root / "data/tags.yml").unlink()

    assert new(root, PLACE) == 0
    assert texts(root)["data/places.yml"].startswith("# yaml-language-server:")


@pytest.mark.parametrize("content", ["", "# 还没有\n"])
def test_tables_that_are_empty_are_begun(content: str, project: Project) -> None:
    root = project(dict.fromkeys((MONTH, "data/places.yml", "data/branches.yml"), content))

    assert [new(root, one) for one in (EVENT, PLACE, BRANCH)] == [0, 0, 0]


def test_without_a_column_there_is_no_new_series(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    code = new(project({"data/columns.yml": "a：甲\n"}), SERIES)

    said = capsys.readouterr().err.splitlines()
    assert (code, said[0]) == (1, "没有可用的栏目，要先把 data/columns.yml 写好")
    assert said[1].startswith("data/columns.yml:1:1: ")


def test_a_broken_table_is_left_alone(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({MONTH: "a：1\n"})
    before = texts(root)

    code = new(root, EVENT)

    assert (code, texts(root)) == (1, before)
    assert "data/events/2026-02.yml:1:1: " in capsys.readouterr().err


def test_an_unusual_table_gets_its_lines_by_hand(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"data/places.yml": "{chunhui: {title: 春晖里, kind: 小区}}\n"})

    code = new(root, PLACE)

    said = capsys.readouterr().err
    assert code == 1
    assert "data/places.yml 的写法特殊" in said
    assert "\nan-ju-li:\n  title: 安居里\n" in said


LECTURE_ID = "20260210-lecture-roof"
UNREAD = [
    ("data/places.yml", [*EVENT, "--place", "春晖里小区"]),
    ("data/branches.yml", [*EVENT, "--branch", "property"]),
    ("data/tags.yml", [*STORY, "--tag", "社区"]),
    (MONTH, [*STORY, "--event", LECTURE_ID]),
    ("data/series/rural.yml", [*EVENT, "--series", "rural"]),
    (MONTH, EVENT),
    ("data/places.yml", PLACE),
    ("data/branches.yml", BRANCH),
]


@pytest.mark.parametrize(("path", "arguments"), UNREAD)
@pytest.mark.parametrize("content", ["a：1\n", b"\xff\xfe"], ids=["colon", "binary"])
def test_a_file_that_cannot_be_read_is_blamed_and_not_the_editor(
    path: str,
    arguments: list[str],
    content: str | bytes,
    project: Project,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = project({path: content})
    before = texts(root)

    code = new(root, arguments)

    said = capsys.readouterr().err
    assert (code, texts(root)) == (1, before)
    assert f"请先改好 {path}:1:1: " in said
    assert "不存在" not in said


DAMAGED = [
    ("data/places.yml", ("kind: ", "knid: "), [*EVENT, "--place", "春晖里小区"]),
    ("data/branches.yml", ("title: 物业", "titel: 物业"), [*EVENT, "--branch", "property"]),
    ("data/series/rural.yml", ("column:", "colunm:"), [*EVENT, "--series", "乡村振兴"]),
    (MONTH, ("start: 2026-02-10", "strat: 2026-02-10"), [*STORY, "--event", LECTURE_ID]),
]


@pytest.mark.parametrize(("path", "change", "arguments"), DAMAGED)
def test_a_record_with_mistakes_is_blamed_and_not_the_editor(
    path: str,
    change: tuple[str, str],
    arguments: list[str],
    project: Project,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = (BASE / path).read_text(encoding="utf-8")
    assert change[0] in text
    root = project({path: text.replace(*change, 1)})

    code = new(root, arguments)

    said = capsys.readouterr().err
    assert code == 1
    assert f"请先改好 {path}:" in said
    assert "不存在" not in said


def test_a_branch_that_must_be_chosen_and_cannot_be_read_comes_first(
    project: Project, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing()

    code = new(project({"data/branches.yml": "“"}), ["event", "--series", "theme-day"])

    said = capsys.readouterr()
    assert (code, said.out) == (1, "")
    assert said.err.startswith("读不到可选的支部，请先改好 data/branches.yml:1:1: ")


def test_what_cannot_be_chosen_is_told_to_a_human(
    project: Project, typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"data/places.yml": "“"})
    typing(*TYPED["event"])

    code = new(root, ["event"])

    assert code == 0
    assert "（有错、暂时都不能选：data/places.yml:1:1: " in capsys.readouterr().out


def test_a_wrong_name_is_wrong_though_another_file_is_broken(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"data/series/rural.yml": "“", "data/tags.yml": "“"})

    code = new(root, [*STORY, "--series", "themeday"])

    said = capsys.readouterr().err
    assert code == 2
    assert "系列 “themeday” 不存在，是不是 “theme-day”？" in said
    assert "（有错、暂时不能选的系列：data/series/rural.yml）" in said
