"""Words that have to be exactly so: right they are left alone, with a slip they are found."""

import pytest

from judging import markdown
from microsite.rules.kept_words import NAMES, WORDS
from microsite.rules.nearly import Kept


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


def test_two_equal_letters_in_the_middle_cannot_be_exchanged_for_each_other() -> None:
    kept = Kept("认真学习习近平讲话")

    assert not slips_in(kept, kept.words)
    assert slips_in(kept, "认真学习近平讲话")
