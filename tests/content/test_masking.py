"""Nothing that says anything says a number in full."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microsite.content.masking import masked, secret_numbers
from microsite.content.numbers import CHECK_DIGITS, WEIGHTS, is_citizen_id, passes_luhn
from microsite.content.problems import ContentError, Fix, Problem
from microsite.content.reader import ReadError

PHONE = "13800138000"
LEFT = re.compile(r"[0-9０-９](?:(?:[ \xa0·-]|&nbsp;)*[0-9０-９]){6}")


def check_digit(number: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=True))
    return CHECK_DIGITS[total % 11]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (PHONE, "138****8000"),
        ("+86 138-0013-8000", "+86 138-****-8000"),
        ("Tel13800138000", "Tel138****8000"),
        ("docs/stories/2026/a13800138000.md", "docs/stories/2026/a138****8000.md"),
        ("data/events/2026-01.yml#s138-0013-8000", "data/events/2026-01.yml#s138-****-8000"),
        ("a11010519491231002X", "a1****************X"),
        ("cf31eb4b64c67214ce5aa13800138000", "cf31eb4b64c67214ce5aa13800138000"),
        ("１３８００１３８０００", "１３８****８０００"),
        ("11010519491231002X", "1****************X"),
        ("110105 19491231 002X", "1***** ******** ***X"),
        ("6222021234567890128", "***************0128"),
        ("京A·12345", "京A·*****"),
        ("zhang@qq.com", "*****@qq.com"),
        ("微信号zhang_san", "微信号z****_**n"),
        ("困难党员王小明", "困难党员王**"),
        ("困难党员欧阳思远", "困难党员欧阳**"),
        ("3号楼2单元501室", "3号楼2单元***室"),
        ("小学生王小明住3号楼", "小学生王**住3号楼"),
        ("2023-04-21 09:30 12345", "2023-04-21 09:30 12345"),
        ("", ""),
    ],
)
def test_as_much_is_shown_as_tells_nobody_who_it_is(text: str, shown: str) -> None:
    assert masked(text) == shown


BLANKS = st.sampled_from(["", "", "", " ", "-", "**", "\xa0", "·", "&nbsp;"])
PHONES = st.builds("1{}{:09d}".format, st.integers(3, 9), st.integers(0, 10**9 - 1))
DAYS = st.dates().filter(lambda day: 1800 <= day.year < 2100)
IDS = st.builds("{}{:%Y%m%d}{:03d}".format, st.just("110105"), DAYS, st.integers(0, 999)).map(
    lambda number: number + check_digit(number)
)
AROUND = st.text("甲乙，。：“”（）王小明户室 \n", max_size=12)


@given(AROUND, st.one_of(PHONES, IDS), BLANKS, st.sampled_from([0, 0xFEE0]), AROUND)
@example("请打", PHONE, "-", 0xFEE0, "报名")
def test_seven_digits_of_a_number_are_never_left(
    before: str, number: str, blank: str, width: int, after: str
) -> None:
    cut = (3, 7) if len(number) == len(PHONE) else (6, 14)
    typed = blank.join((number[: cut[0]], number[cut[0] : cut[1]], number[cut[1] :]))
    typed = typed.translate({code: code + width for code in range(ord("0"), ord("9") + 1)})
    text = f"{before}{typed}{after}"

    shown = masked(text)

    assert len(shown) == len(text)
    assert not LEFT.search(shown)
    assert shown.startswith(before[:1])


@given(st.text("0123456789Xx -.*“王小明困难党员岁8号楼单元室京A\n\\@q.com", max_size=80))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(masked(text)) == len(text)


def test_whoever_finds_a_problem_cannot_tell_a_number() -> None:
    problem = Problem(
        f"docs/{PHONE}.md", 1, 1, "x", f"写的是“{PHONE}”", "error", PHONE, Fix(0, 1, PHONE, True)
    )

    assert PHONE not in f"{problem}{problem.message}{problem.suggestion}"
    assert PHONE not in f"{ContentError([problem])}{ReadError(problem)}"
    assert problem.fix
    assert problem.fix.text == PHONE
    assert problem.path == f"docs/{PHONE}.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11010519491231002X", True),
        ("440524188001010014", True),
        ("110105194912310021", False),
        ("11010519491331002X", False),
        ("911101050000000000", False),
        ("1101051949123100", False),
    ],
)
def test_a_citizen_number_has_a_day_a_region_and_a_check_digit(
    text: str, *, expected: bool
) -> None:
    assert is_citizen_id(text) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [("4111111111111111", True), ("4111111111111112", False)]
)
def test_a_card_number_ends_with_a_check_digit(number: str, *, expected: bool) -> None:
    assert passes_luhn(number) == expected


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=18, max_size=18))
def test_a_credit_code_is_no_citizen_number(code: str) -> None:
    text = f"统一社会信用代码{code[:17]}0"

    assert is_citizen_id(text[-18:]) or not [*secret_numbers(text)]
