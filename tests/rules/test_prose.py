"""Correct official prose is left alone; damaged sentences are caught."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from judging import codes, problems_in

PROSE = Path(__file__).parents[1] / "prose"
TEXTS = sorted(PROSE.glob("*.md"))
ENOUGH_CHARACTERS = 20_000
ENOUGH_SENTENCES = 80


def damaged() -> Iterator[tuple[str, str]]:
    found = yaml.safe_load((PROSE / "damaged.yml").read_text(encoding="utf-8"))
    for code, sentences in found.items():
        yield from ((code, sentence) for sentence in sentences)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_correct_prose_is_left_alone(file: Path) -> None:
    assert not problems_in(file)


def test_the_correct_prose_is_long_enough_to_say_something() -> None:
    words = "".join(file.read_text(encoding="utf-8") for file in TEXTS)

    assert len("".join(words.split())) >= ENOUGH_CHARACTERS
    assert len([*damaged()]) >= ENOUGH_SENTENCES


@pytest.mark.parametrize(("code", "sentence"), [*damaged()])
def test_a_damaged_sentence_is_caught(code: str, sentence: str) -> None:
    assert code in codes(sentence)
