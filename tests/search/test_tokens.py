"""Texts as words of the index, and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microsite.search.tokens import FILLER, TITLE_PLACES, content


def words(text: str) -> list[str]:
    return content("", text).split(" ")[TITLE_PLACES:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("楼道灯", ["楼道", "道灯", "灯_"]),
        ("住建，说", ["住建", "建说，", "说_"]),
        ("“旧改”", ["“旧改", "改_”"]),
        ("Ａ1", ["A1", "1_"]),
        ("甲\n乙", ["甲乙␣", "乙_"]),
        ("甲_乙", ["甲乙-", "乙_"]),
        ("……", []),
        ("", []),
    ],
)
def test_every_letter_is_a_word_with_the_next(text: str, expected: list[str]) -> None:
    assert [word for word in words(text) if word] == expected


@pytest.mark.parametrize("title", ["", "旧改", "长" * (TITLE_PLACES - 1)])
def test_the_text_begins_after_the_places_of_the_title(title: str) -> None:
    found = content(title, "正文").split(" ")

    assert found[TITLE_PLACES - 1] == FILLER
    assert found[TITLE_PLACES:] == ["正文", "文_"]


@pytest.mark.parametrize("length", [TITLE_PLACES, 200])
def test_a_long_title_stands_whole_before_the_text(length: int) -> None:
    found = content("长" * length, "正文").split(" ")

    assert found[TITLE_PLACES - 1] == FILLER
    assert found[TITLE_PLACES:-3] == ["长长"] * (length - 1) + ["长_"]
    assert found[-3:] == [FILLER, "正文", "文_"]


@given(st.text())
@example("·甲·")
@example("\u3000甲\x85乙")
def test_every_word_has_its_place(text: str) -> None:
    found = [*words(text)]

    assert content("", text).split() == [FILLER] * TITLE_PLACES + [word for word in found if word]
    assert sum(character.isalnum() for word in found for character in word) <= 2 * len(text)
