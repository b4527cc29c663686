"""Words that have to be exactly so: right they are left alone, with a slip they are found."""

import pytest

from judging import markdown
from microsite.rules.kept_words import NAMES, WORDS
from microsite.rules.nearly import LONG, Kept


def slips_in(kept: Kept, words: str) -> list[str]:
    """Return the slips that are found in a text with these words in it."""
    passage = markdown(f"会上讲到{words}，请各科室落实。")
    return [passage.text[start:end] for start, end in kept.slips(passage)]


@pytest.mark.parametrize("kept", [*NAMES, *WORDS])
def test_words_that_are_right_are_left_alone(kept: Kept) -> None:
    assert not slips_in(kept, kept.words)


@pytest.mark.parametrize("kept", [*NAMES, *WORDS])
def test_words_with_their_last_letter_twice_are_found(kept: Kept) -> None:
    assert slips_in(kept, kept.words + kept.words[-1])


@pytest.mark.parametrize("kept", [*NAMES, *WORDS])
def test_a_last_letter_that_begins_another_word_is_left_alone(kept: Kept) -> None:
    is_doubled = kept.words[-1] == kept.words[-2]  # then there are three of them

    assert bool(slips_in(kept, f"{kept.words}{kept.words[-1]}囍")) == is_doubled


def test_two_equal_letters_in_the_middle_cannot_be_exchanged_for_each_other() -> None:
    kept = Kept("认真学习习近平讲话")

    assert not slips_in(kept, kept.words)
    assert slips_in(kept, "认真学习近平讲话")


@pytest.mark.parametrize("kept", [*NAMES, *WORDS])
def test_a_letter_that_is_another_is_found(kept: Kept) -> None:
    for at in spots(kept):
        slip = f"{kept.words[:at]}囍{kept.words[at + 1 :]}"
        assert slips_in(kept, slip) == [slip]


@pytest.mark.parametrize("kept", [*NAMES, *WORDS])
def test_a_letter_that_stands_twice_is_found(kept: Kept) -> None:
    for at in inner(kept):
        slip = f"{kept.words[: at + 1]}{kept.words[at:]}"
        assert len(slips_in(kept, slip)) == 1


@pytest.mark.parametrize("kept", [*NAMES, *WORDS])
def test_two_letters_that_are_swapped_are_found(kept: Kept) -> None:
    for at in {*spots(kept)[:-1], len(kept.words) // 2 - 1}:
        swapped = kept.words[at + 1] + kept.words[at]
        slip = f"{kept.words[:at]}{swapped}{kept.words[at + 2 :]}"
        assert slips_in(kept, slip) == [slip] * (slip != kept.words)


@pytest.mark.parametrize("kept", [kept for kept in [*NAMES, *WORDS] if len(kept.words) >= LONG])
def test_a_letter_that_is_missing_is_found(kept: Kept) -> None:
    for at in inner(kept):
        slip = f"{kept.words[:at]}{kept.words[at + 1 :]}"
        assert bool(slips_in(kept, slip)) == (slip not in kept.also)


def spots(kept: Kept) -> list[int]:
    """Return which letters may be wrong."""
    ends = (1, len(kept.words)) if kept.is_whole else (2, len(kept.words) - 1)
    return [at for at in range(*ends) if is_letter(kept.words[at])]


def inner(kept: Kept) -> list[int]:
    """Return those of them that are not the last of a half."""
    ends = len(kept.words) // 2 - 1, len(kept.words) - 1
    return [at for at in spots(kept) if at not in ends]


def is_letter(one: str) -> bool:
    """Tell whether it is no mark."""
    return one.isalpha()
