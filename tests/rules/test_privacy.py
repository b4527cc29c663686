"""What is nobody's business is found however it is written, and never said in full."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from judging import markdown, problems_of

SENTENCES = Path(__file__).parents[1] / "prose/private.yml"
ENOUGH = 60


def sentences() -> Iterator[tuple[str, str]]:
    found = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    for code, texts in found.items():
        yield from ((code, text) for text in texts)


PRIVATE = [pair for pair in sentences() if pair[0] != "public"]
PUBLIC = [text for code, text in sentences() if code == "public"]


def found(body: str) -> set[str]:
    """Return the codes of what must not be known."""
    codes = {problem.code for problem in problems_of(markdown(body))}
    return {code for code in codes if code.startswith(("privacy", "secrecy"))}


@pytest.mark.parametrize(("code", "text"), PRIVATE)
def test_what_is_private_is_found(code: str, text: str) -> None:
    assert code in found(text)


@pytest.mark.parametrize("text", PUBLIC)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found(text)


def test_there_are_enough_sentences_to_say_something() -> None:
    assert min(len(PRIVATE), len(PUBLIC)) >= ENOUGH
