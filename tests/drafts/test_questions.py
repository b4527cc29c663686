"""What becomes of answers."""

import pytest
from pydantic import TypeAdapter

from microsite.content.values import SLUG, DayOrMinute, Moment
from microsite.drafts.questions import (
    AnswerError,
    Choice,
    line_of_text,
    new_id,
    new_title,
    one_of,
    several_of,
    value,
)

BRANCHES = (Choice("office", "办公室支部", short="办公"), Choice("b2", "甲"), Choice("b3", "甲"))


@pytest.mark.parametrize(
    ("typed", "id"),
    [("office", "office"), ("办公室支部", "office"), ("办公", "office"), ("２", "b2")],
)
def test_an_id_a_title_or_a_number_names_one(typed: str, id: str) -> None:
    assert one_of(BRANCHES, "支部")(typed) == id


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("offce", "支部 “offce” 不存在，是不是 “office”？"),
        ("4", "没有第 4 项，请输入 1 到 3 之间的数"),
        ("0", "没有第 0 项，请输入 1 到 3 之间的数"),
        ("甲", "有 2 个支部叫 “甲”，请写编号"),
    ],
)
def test_what_names_none_is_refused_with_the_reason(typed: str, message: str) -> None:
    with pytest.raises(AnswerError) as error:
        one_of(BRANCHES, "支部")(typed)

    assert str(error.value) == message


def test_many_are_all_offered_by_their_titles() -> None:
    many = tuple(Choice(f"id-{letter}", letter) for letter in "甲乙丙丁戊己庚")

    with pytest.raises(AnswerError) as error:
        one_of(many, "标签")("党建")

    assert str(error.value) == "标签 “党建” 不存在，可以写：甲、乙、丙、丁、戊、己、庚"


@pytest.mark.parametrize("typed", ["党建", "1"])
def test_where_there_are_none_there_is_nothing_to_offer(typed: str) -> None:
    with pytest.raises(AnswerError) as error:
        one_of((), "标签")(typed)

    assert str(error.value) == f"标签 “{typed}” 不存在"


def test_what_is_not_shown_has_no_number() -> None:
    others = (Choice("d", "丁"),)

    assert one_of(BRANCHES, "支部", others)("丁") == "d"
    with pytest.raises(AnswerError):
        one_of(BRANCHES, "支部", others)("4")


@pytest.mark.parametrize("typed", ["1、b2", "办公室支部，2", "office\nb2", "1 2 2"])
def test_several_are_parted_in_any_way(typed: str) -> None:
    assert several_of(BRANCHES, "支部")(typed) == ("office", "b2")


def test_a_title_may_hold_what_parts_others() -> None:
    choices = (Choice("a", "防火、用电"), Choice("b", "防火"))

    assert several_of(choices, "活动")("防火、用电\n防火") == ("a", "b")


@pytest.mark.parametrize("typed", ["２０２６－１２－０５ ０９：３０", "2026-12-05 09:30"])
def test_full_width_digits_are_digits(typed: str) -> None:
    moment = value(TypeAdapter[Moment](DayOrMinute))(typed)

    assert str(moment) == "2026-12-05 09:30"


def test_a_refused_value_is_explained_in_the_words_of_the_model() -> None:
    with pytest.raises(AnswerError) as error:
        value(TypeAdapter[Moment](DayOrMinute))("2026/12/5")

    assert str(error.value).endswith("写的是 “2026/12/5”，是不是 “2026-12-05”？")


@pytest.mark.parametrize(
    ("typed", "part"), [("a\x1b[D", "U+001B"), ("\udcff", "U+DCFF"), ("字" * 2001, "2001 个字符")]
)
def test_what_no_file_may_hold_is_refused(typed: str, part: str) -> None:
    with pytest.raises(AnswerError) as error:
        line_of_text(typed)

    assert part in str(error.value)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("甲", "编号 “甲” 只能用小写英文字母、数字和减号，例如 theme-day"),
        ("index", "“index” 有别的用处，请换一个"),
        ("null", "“null” 有别的用处，请换一个"),
        ("a", "编号 “a” 已经有了（data/places.yml:2），请换一个，例如 “a-2”"),
    ],
)
def test_an_id_that_will_not_do_is_refused(typed: str, message: str) -> None:
    with pytest.raises(AnswerError) as error:
        new_id(SLUG, {"a": "data/places.yml:2"})(typed)

    assert str(error.value) == message


def test_a_title_that_there_is_already_is_refused() -> None:
    with pytest.raises(AnswerError) as error:
        new_title("地点", [("春晖里", "chunhui")])("春晖里")

    assert str(error.value).startswith("地点 “春晖里” 已经有了，编号是 “chunhui”")
