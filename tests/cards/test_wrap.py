"""Lines of Chinese titles."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from microsite.cards.wrap import NOT_FIRST, NOT_LAST, Box, fit, segments, span, wrap

SIZES = (90, 60, 40)
texts = st.lists(
    st.sampled_from(
        [
            *"住建故事党员下社区",
            "，",
            "。",
            "：",
            "“",
            "”",
            "《",
            "》",
            "——",
            "……",
            " ",
            "12.5%",
            "BIM",
        ]
    ),
    max_size=40,
).map("".join)


def measure(text: str) -> float:
    """Chinese is square; the rest is half as wide."""
    return sum(0.5 if ord(character) < 0x250 else 1 for character in text)


def lines(text: str, capacity: float = 6) -> list[str]:
    return wrap(segments(text), capacity, measure)


def bare(text: str) -> str:
    return "".join(text.split())


@given(texts, st.integers(4, 20))
def test_nothing_is_lost(text: str, capacity: int) -> None:
    assert bare("".join(lines(text, capacity))) == bare(text)


@given(texts, st.integers(4, 20))
@example("住建“故事", 4)
def test_no_line_is_too_wide(text: str, capacity: int) -> None:
    assert all(span(line, measure) <= capacity for line in lines(text, capacity))


@given(texts, st.integers(4, 20))
@example("党员下社区，", 5)
@example("党员下社“区", 5)
def test_no_line_starts_or_ends_with_what_it_must_not(text: str, capacity: int) -> None:
    pieces = segments(text)
    assume(all(span(piece, measure) <= capacity for piece in pieces))  # or it must be broken

    found = wrap(pieces, capacity, measure)

    assert not [line for line in found[1:] if line[0] in NOT_FIRST]
    assert not [line for line in found[:-1] if line[-1] in NOT_LAST]


@given(texts, st.integers(4, 20))
def test_words_numbers_and_long_signs_stay_whole(text: str, capacity: int) -> None:
    pieces = segments(text)
    assume(all(span(piece, measure) <= capacity for piece in pieces))

    joined = "\n".join(wrap(pieces, capacity, measure))

    for whole in ("12.5%", "BIM", "——", "……"):
        assert bare(joined).count(whole) == joined.count(whole)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("党员下社区", ["党员下社区"]),
        ("党员下社区：您点单", ["党员下社区：", "您点单"]),
        ("看看“第一议题”学习", ["看看“第一", "议题”学习"]),
        ("第一期BIM培训班开课", ["第一期BIM", "培训班开课"]),
        ("一项工作2026年完成", ["一项工作", "2026年完成"]),
        ("怎么改——听您的话", ["怎么改——", "听您的话"]),
        ("说到这里……还有一半", ["说到这里……", "还有一半"]),
        ("", []),
    ],
)
def test_lines_break_where_a_reader_pauses(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_lines_are_about_as_long_as_each_other() -> None:
    lengths = [len(line) for line in lines("一二三四五六七", 6)]

    assert lengths in ([3, 4], [4, 3])


def test_a_word_that_is_wider_than_a_line_is_broken() -> None:
    assert lines("a" * 20, 6) == ["a" * 12, "a" * 8]


def test_a_sign_that_hangs_out_takes_half_its_room() -> None:
    assert span("“党员”", measure) == 3


def test_letters_are_as_large_as_fits() -> None:
    fitted = fit("党员下社区", Box(300, 200, SIZES), measure)

    assert (fitted.lines, fitted.size) == (("党员下社区",), 60)


def test_a_name_stays_whole_where_letters_need_not_be_much_smaller() -> None:
    box = Box(440, 300, (82, 72))

    lines = fit("质检科支部主题党日", box, measure, ["质检科支部", "主题党日"]).lines

    assert lines == ("质检科支部", "主题党日")


def test_a_name_is_broken_where_letters_would_be_small() -> None:
    box = Box(440, 300, (110, 60))

    fitted = fit("质量安全站支部", box, measure, ["质量安全站支部"])

    assert (fitted.lines, fitted.size) == (("质量安", "全站支部"), 110)


def test_a_short_quotation_stays_whole() -> None:
    box = Box(440, 300, (82, 72))

    fitted = fit("“第一议题”：开会为什么先学习", box, measure)

    assert (fitted.lines[0], fitted.size) == ("“第一议题”：", 72)


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    fitted = fit("住建故事，" * 20, Box(240, 110, (60, 40)), measure)

    assert (fitted.size, len(fitted.lines), fitted.lines[-1]) == (40, 2, "住建故事…")


@given(texts)
@example("”" * 30)
def test_a_fitted_text_keeps_to_its_box(text: str) -> None:
    box = Box(240, 110, (60, 40))

    fitted = fit(text, box, measure)

    assert fitted.height <= box.height
    assert all(span(line, measure) * fitted.size <= box.width for line in fitted.lines)


@given(texts)
def test_a_fitted_text_is_the_beginning_of_the_text(text: str) -> None:
    fitted = fit(text, Box(240, 110, (60, 40)), measure)

    shown = bare("".join(fitted.lines))

    assert bare(text).startswith(re.sub("…$", "", shown)) or shown == bare(text)
