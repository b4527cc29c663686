"""What readers see of a file, and where it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging import markdown, passage
from microsite.rules.markdown import BREAK, OBJECT
from microsite.rules.passage import Passage


def lines(one: Passage) -> list[str]:
    return [line for line in one.text.split(BREAK) if line.strip()]


def data(text: str) -> Passage:
    return passage(text, "data/places.yml")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("**甲**乙", ["甲乙"]),
        ("甲\n乙", ["甲乙"]),
        ("甲\nb", ["甲 b"]),
        ("甲\n\n乙", ["甲", "乙"]),
        ("## 甲\n乙", ["甲", "乙"]),
        ("- 甲\n- 乙\n1. 丙", ["甲", "乙", "丙"]),
        ("> 甲\n> 乙", ["甲", "乙"]),
        ("见[甲](a.md)和![乙](b.png)。", ["见甲和乙。"]),
        ('![甲](b.png "乙")。', ["甲。", "乙"]),
        ("用`甲`和``a`b``。", [f"用{OBJECT}和{OBJECT}。"]),
        ("见<https://a.cn/>、https://b.cn/c。", [f"见{OBJECT}、{OBJECT}。"]),
        ("甲<b>乙</b>&nbsp;丙", [f"甲{OBJECT}乙{OBJECT}{OBJECT}丙"]),
        (r"甲\*乙\*", ["甲*乙*"]),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |", ["甲", "乙", "丙", "丁"]),
        ("甲\n\n    代码\n\n乙", ["甲", "乙"]),
        ("- 甲\n\n    乙", ["甲", "乙"]),
        ("[甲]: https://a.cn/\n\n乙", ["乙"]),
        ("甲  \n乙", ["甲乙"]),
    ],
)
def test_markup_is_no_text(text: str, seen: list[str]) -> None:
    assert lines(markdown(text))[1:] == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a: {title: 甲, kind: 小区}", ["甲", "小区"]),
        ("a: {series: theme-day, start: 2026-01-01 09:30, title: TODO}", ["TODO"]),
        ('a: {title: "甲"}', ["甲"]),
        ("a: {title: '甲'}", ["甲"]),
        ("a: {title: '甲''乙'}", ["甲'乙"]),
        (r'a: {title: "甲\"乙\n丙\u4e01"}', ['甲"乙 丙丁']),
        ("a:\n  title: 甲\n    乙\n    b", ["甲乙 b"]),
        ("a:\n  title: |\n    甲\n\n    乙\n", ["甲乙"]),
        ("a:\n  title: >-\n    甲\n    b\n", ["甲 b"]),
        ("a: [甲, {b: 乙}] # 丙", ["甲", "乙"]),
    ],
)
def test_values_are_text_and_keys_are_not(text: str, seen: list[str]) -> None:
    assert lines(data(text)) == seen


def test_every_value_and_block_has_its_role() -> None:
    one = passage("---\ntitle: 甲\nsummary: 乙\n---\n## 丙\n\n丁\n\n| 戊 |\n|---|\n")

    roles = [one.role(one.text.index(letter)) for letter in "甲乙丙丁"]

    assert roles == ["title", "summary", "heading", "body"]


def test_a_part_of_the_text_is_found_in_the_file() -> None:
    one = markdown("甲**乙丙**丁")
    start, end = one.span(one.text.index("乙"), one.text.index("丁"))

    assert one.source.text[start:end] == "乙丙"
    assert one.place(start) == (4, 4)


@given(st.text("甲乙，。“”`*_#>-+1.|[]()!\\\n &;<>a:/", max_size=60))
def test_every_letter_stands_where_it_is_said_to(body: str) -> None:
    one = markdown(body)
    for at, letter in enumerate(one.text):
        start, end = one.span(at, at + 1)

        assert letter in {BREAK, OBJECT, " "} or one.source.text[start:end] == letter
