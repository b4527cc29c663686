"""Lines are shown so that the caret stands under the right letter."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import Project
from microsite.content.load import read_site
from microsite.content.problems import Problem
from microsite.desk.quoting import lines_of, quoted, secret_lines, tidy
from small_project import BASE


@pytest.mark.parametrize(
    ("line", "column", "shown", "before"),
    [
        ("abc", 1, "abc", 0),
        ("路灯abc", 3, "路灯abc", 4),
        ("\tabc", 2, "    abc", 4),
        ("“甲”", 2, "“甲”", 1),
        ("e\u0301x", 3, "e\u0301x", 1),
        ("甲\u3000乙", 3, "甲\u3000乙", 4),
        ("甲\x1b[31m", 2, "甲·[31m", 2),
        ("甲", 9, "甲", 2),
        ("", 1, "", 0),
    ],
)
def test_the_caret_stands_under_its_letter(
    line: str, column: int, shown: str, before: int
) -> None:
    assert quoted(line, column) == (shown, before)


@pytest.mark.parametrize(
    ("column", "shown", "before"),
    [
        (1, "一二三四五…", 0),
        (6, "…四五六七八…", 5),
        (11, "…七八九十百", 9),
        (12, "…七八九十百", 11),
    ],
)
def test_a_long_line_is_cut_around_the_caret(column: int, shown: str, before: int) -> None:
    assert quoted("一二三四五六七八九十百", column, width=10) == (shown, before)


@given(st.text(max_size=60), st.integers(1, 80), st.integers(4, 20))
@example("a" * 60, 40, 4)
def test_no_more_is_shown_than_there_is_room(line: str, column: int, width: int) -> None:
    shown, before = quoted(line, column, width)

    wide = sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in shown)
    assert before <= wide
    assert sum(not unicodedata.combining(letter) for letter in shown) <= width + 2


def test_what_a_terminal_would_obey_is_a_dot() -> None:
    assert tidy("甲\n乙\x1b[2J\u202e\ud800") == "甲·乙·[2J··"


def test_lines_come_from_what_was_read(project: Project) -> None:
    root = project({})
    lines = lines_of(root, read_site(root))

    assert lines("data/tags.yml")[1] == "training: {title: 培训}"


def test_lines_come_from_the_disk_otherwise(project: Project) -> None:
    root = project({"data/tags.yml": b"a\r\nb\xff\rc"})
    lines = lines_of(root, read_site(root))

    assert lines("data/tags.yml") == ["a", "b\ufffd", "c"]


@pytest.mark.parametrize("codec", ["gbk", "gb18030", "utf-16"])
def test_lines_in_another_encoding_are_shown_as_they_were_meant(
    codec: str, project: Project
) -> None:
    rare = "\U00020bb7" if codec == "gb18030" else "路"
    root = project({"data/tags.yml": f"甲: {rare}灯\r\n乙: 树\n".encode(codec)})
    lines = lines_of(root, read_site(root))

    assert lines("data/tags.yml") == [f"甲: {rare}灯", "乙: 树", ""]


def test_what_is_no_file_has_one_empty_line() -> None:
    lines = lines_of(BASE, read_site(BASE))

    assert [lines("docs"), lines("nowhere")] == [[""], [""]]


def test_a_line_with_something_private_is_known() -> None:
    problems = [Problem("a.md", 2, 1, "privacy-phone", "…"), Problem("a.md", 3, 1, "dash", "…")]

    assert secret_lines(problems) == {("a.md", 2)}


def test_a_path_may_lead_outside(tmp_path: Path) -> None:
    assert lines_of(tmp_path, read_site(tmp_path))("../nowhere") == [""]


def test_a_number_of_somebody_is_hidden_wherever_it_is_shown() -> None:
    shown, before = quoted("电话：13800138000，错字：布署", 20)

    assert "13800138000" not in shown
    assert before == 27
