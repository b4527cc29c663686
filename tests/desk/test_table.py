"""Tables of plain text in which Chinese characters take two columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.desk.table import table, width

LINES = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("ab", 2), ("中文", 4), ("Ａ（", 4), ("e\u0301", 1)]
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_cells_stand_below_each_other() -> None:
    lines = table([("楼道灯", "a"), ("x", "b")], 10)

    assert lines == ["楼道灯  a", "x       b"]


def test_a_long_cell_is_cut_and_the_last_is_not() -> None:
    assert table([("一二三四五", "一二三四五")], 6) == ["一二…  一二三四五"]


def test_no_rows_are_no_lines() -> None:
    assert table([], 10) == []


@given(st.lists(st.tuples(LINES, st.just("|")), min_size=1), st.integers(2, 20))
def test_the_last_cells_begin_in_one_column(rows: list[tuple[str, str]], widest: int) -> None:
    lines = table(rows, widest)

    assert len({width(line.rpartition("|")[0]) for line in lines}) == 1
    assert all(width(line) <= widest + 3 for line in lines)
