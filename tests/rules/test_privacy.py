"""What is nobody's business is found however it is written, and never said in full."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from judging import markdown, problems_of
from microsite.content.load import Reading
from microsite.rules.all import editorial_judgement
from microsite.rules.site_rule import occasion
from small_project import NOW, Files

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


def test_who_wrote_a_text_about_nobody_may_be_named(read: Callable[[Files], Reading]) -> None:
    front = "title: 院子里的树\nseries: rural\npublished: 2026-02-10 09:00\nsummary: 一棵树。\n"
    story = f"---\n{front}source: 市住建局\nauthor: 王小明\n---\n村民李秀英，种了一棵树。\n"
    reading = read({"docs/stories/2026/tree.md": story})

    found = editorial_judgement(reading, occasion(reading, NOW))

    lines = [(one.line, one.column) for one in found if one.code == "privacy-anonymous"]
    assert lines == [(9, 3)]
