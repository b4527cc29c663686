"""A new entry in a table of which nothing else changes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.content.nodes import plain
from microsite.content.reader import read_mapping, read_text
from microsite.drafts.draft import Entry
from microsite.drafts.insertion import NotInsertedError, inserted

PATH = "data/events/2026-03.yml"
LINES = ("new:", "  title: 新", "  fields:", "    a: b")


def entry(start: str = "2026-03-10 09:00", id: str = "new") -> Entry:
    return Entry(PATH, id, LINES, "", start)


def put(text: str, start: str = "2026-03-10 09:00") -> str:
    return inserted(text.encode(), entry(start)).data.decode()


NEW = "new:\n  title: 新\n  fields:\n    a: b\n"
EARLY = "early:\n  start: 2026-03-09\n"
LATE = "late:\n  start: 2026-03-11\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", NEW),
        ("# 三月\n", f"# 三月\n{NEW}"),
        (EARLY, EARLY + NEW),
        (LATE, NEW + LATE),
        (EARLY + LATE, EARLY + NEW + LATE),
        (f"{EARLY}# 说明\n{LATE}", f"{EARLY}{NEW}# 说明\n{LATE}"),
        (f"{EARLY}  # 说明\n{LATE}", f"{EARLY}  # 说明\n{NEW}{LATE}"),
        (f"{EARLY}\n{LATE}", f"{EARLY}\n{NEW}\n{LATE}"),
        (f"a:\n  start: 2026-03-08\n\n{EARLY}", f"a:\n  start: 2026-03-08\n\n{EARLY}\n{NEW}"),
        (f"a:\n  start: 2026-03-08\n\n{EARLY}\n", f"a:\n  start: 2026-03-08\n\n{EARLY}\n{NEW}"),
        ("20260308-a: {}\n20260311-b: {}\n", f"20260308-a: {{}}\n{NEW}20260311-b: {{}}\n"),
        ("20260311-b: 空\n", f"{NEW}20260311-b: 空\n"),
        ("a: {x: 1}", f"a: {{x: 1}}\n{NEW}"),
        (EARLY.replace("\n", "\r\n"), (EARLY + NEW).replace("\n", "\r\n")),
        (f"\ufeff{LATE}", f"\ufeff{NEW}{LATE}"),
        (
            "late:\n    start: 2026-03-11\n",
            "new:\n    title: 新\n    fields:\n        a: b\nlate:\n    start: 2026-03-11\n",
        ),
        (
            " late:\n  start: 2026-03-11\n",
            " new:\n  title: 新\n  fields:\n   a: b\n late:\n  start: 2026-03-11\n",
        ),
    ],
)
def test_an_entry_stands_in_the_order_and_style_of_the_others(before: str, after: str) -> None:
    assert put(before) == after


def test_the_line_for_editing_programs_stays_the_first() -> None:
    first = "# yaml-language-server: $schema=../schemas/events.json\n"

    assert put(first + LATE) == first + NEW + LATE


def test_a_table_without_order_gets_it_at_the_end() -> None:
    assert put(EARLY + LATE, start="") == EARLY + LATE + NEW


def test_the_new_lines_are_known() -> None:
    new = inserted(f"x:\n  start: 2026-03-08\n\n{EARLY}".encode(), entry())

    assert new.data.decode().splitlines()[new.first - 1 : new.last] == [*LINES]


def test_an_id_that_is_there_is_refused_with_its_line() -> None:
    with pytest.raises(NotInsertedError) as error:
        inserted(f"{EARLY}new: {{}}\n".encode(), entry())

    assert str(error.value) == f"{PATH}:3:1: 编号 “new” 已经有了，请换一个 [id-repeated]"


def test_a_broken_table_is_refused_with_what_is_wrong() -> None:
    with pytest.raises(NotInsertedError) as error:
        inserted("a：1\n".encode(), entry())

    assert [problem.code for problem in error.value.problems] == ["yaml-colon"]


@pytest.mark.parametrize("text", ["{a: {x: 1}}\n", "a: {x: 1}\n...\n", "a: |+\n  x\n\n\n...\n"])
def test_an_unusual_table_is_left_alone(text: str) -> None:
    with pytest.raises(NotInsertedError) as error:
        put(text)

    assert not error.value.problems


DAYS = st.lists(st.integers(1, 28), max_size=5)


@given(
    DAYS, st.sampled_from(["", "\n", "# 说明\n", "  # 说明\n"]), st.sampled_from(["\n", "\r\n"])
)
def test_everything_else_stays_byte_for_byte(days: list[int], gap: str, end: str) -> None:
    parts = [f"e{n}:\n  start: 2026-03-{day:02}\n{gap}" for n, day in enumerate(days)]
    text = "".join(parts).replace("\n", end)

    new = inserted(text.encode(), entry())

    lines = new.data.decode().splitlines(keepends=True)
    rest = "".join(lines[: new.first - 1] + lines[new.last :])
    padding = len(rest) - len(text)
    assert rest == text or (padding == len(end) and rest.replace(end, "") == text.replace(end, ""))
    values: dict[str, Any] = {
        id: plain(n) for id, n in read_mapping(read_text(new.data, PATH), PATH)[0].values.items()
    }
    assert values.pop("new") == {"title": "新", "fields": {"a": "b"}}
    assert [*values] == [f"e{n}" for n in range(len(days))]
