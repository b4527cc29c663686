"""What is said about problems."""

import pytest

from microsite.content.problems import ContentError, Problem, did_you_mean

FIRST = Problem("a.yml", 2, 1, "x", "甲")
SECOND = Problem("a.yml", 10, 1, "x", "乙")


def test_a_problem_names_file_line_and_column() -> None:
    assert str(FIRST) == "a.yml:2:1: 甲 [x]"


def test_problems_are_told_once_each_in_the_order_of_the_file() -> None:
    error = ContentError([SECOND, FIRST, SECOND])

    assert error.problems == (FIRST, SECOND)


@pytest.mark.parametrize(
    ("wrong", "known", "hint"),
    [
        ("chunhiu", ["chunhui", "qinghe"], "，是不是 “chunhui”？"),
        ("外清", ["本系统", "外请"], "，是不是 “外请”？"),
        ("完全不同", ["甲", "乙"], "，可以写：乙、甲"),
        ("完全不同", [str(number) for number in range(13)], ""),
        ("任何", [], ""),
    ],
)
def test_a_hint_names_the_nearest_or_the_few(wrong: str, known: list[str], hint: str) -> None:
    assert did_you_mean(wrong, known) == hint
