"""What the typeface can show."""

import pytest

from build_site import ROOT
from microsite.cards.letters import Letters
from microsite.cards.typeface import BOLD, PACKAGE

LETTERS = Letters(ROOT / PACKAGE / BOLD)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("党员下社区", "党员下社区"),
        ("㎡与①", "㎡与①"),
        ("住建😀故事", "住建故事"),
        ("人👨‍👩‍👧家", "人家"),
        ("𠮷祥", "〓祥"),
        ("怎么改——听您的", "怎么改⸺听您的"),
        ("铸魂 · 政治引领", "铸魂·政治引领"),
        ("𝟚楼", "2楼"),
        ("甲😀 😀乙", "甲 乙"),
    ],
)
def test_what_the_typeface_lacks_is_replaced_or_left_out(text: str, shown: str) -> None:
    assert LETTERS.legible(text) == shown


def test_chinese_characters_and_signs_are_square() -> None:
    assert LETTERS.measure("住建，。“”") == 6


def test_latin_letters_are_narrower() -> None:
    assert 0 < LETTERS.measure("i") < LETTERS.measure("A") < 1
