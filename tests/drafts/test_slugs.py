"""Ids suggested from titles."""

import re
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microsite.content.values import EVENT_ID, SLUG
from microsite.drafts.slugs import LONGEST, free, suggested

TITLES = st.text(st.characters(codec="utf-8"), max_size=80) | st.text(
    "党员下社区重庆银行行长绿色住建 -：“”ＡＢ１２abé", max_size=60
)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("党员下社区", "dangyuan-xia-shequ"),
        ("重庆路：长江大桥", "chongqing-lu-changjiang-daqiao"),
        ("银行行长", "yinhang-hangzhang"),
        ("绿", "lv"),
        ("２０26年ＡＢ café", "2026-nian-ab-cafe"),
        ("“四有”……", "si-you"),
        ("", ""),
        ("……", ""),
        ("true", ""),
        ("README", ""),
    ],
)
def test_a_title_is_spelt_in_pinyin(title: str, slug: str) -> None:
    assert suggested(title) == slug


def test_a_long_title_ends_with_a_whole_word() -> None:
    slug = suggested("党员下社区" * 20)

    assert slug == "dangyuan-xia-shequ-dangyuan-xia-shequ"


def test_a_long_word_ends_with_a_whole_syllable() -> None:
    assert suggested("党员", 6) == "dang"


@given(TITLES, st.integers(6, LONGEST))
@example("a" * 100, LONGEST)
@example("嗯欸呣", LONGEST)
def test_any_title_gives_an_id_or_nothing(title: str, longest: int) -> None:
    slug = suggested(title, longest)

    assert not slug or (re.fullmatch(SLUG, slug) and len(slug) <= longest)
    assert not slug or re.fullmatch(EVENT_ID, f"20260101-theme-day-{slug}")


@given(TITLES)
def test_a_title_gives_the_same_id_each_time(title: str) -> None:
    assert suggested(title) == suggested(title)


def test_a_taken_id_gets_the_next_free_number() -> None:
    assert free("a", {"a", "a-2"}) == "a-3"


def test_building_and_checking_do_not_load_the_dictionary() -> None:
    program = "import sys, microsite.cli, microsite.plan; sys.exit('pypinyin' in sys.modules)"

    result = subprocess.run([sys.executable, "-c", program], check=False)

    assert result.returncode == 0
