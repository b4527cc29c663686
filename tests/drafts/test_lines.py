"""Lines of YAML as an editor would type them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microsite.content.nodes import Mapping, Sequence, compose, plain
from microsite.drafts.lines import line, listed, offered, written

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=40
)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("党员：一盏灯", "党员：一盏灯"),
        ("a: b", '"a: b"'),
        ("房号 #2", '"房号 #2"'),
        ("null", '"null"'),
        ('"a": \\n', "'\"a\": \\n'"),
        ('它\'s: "x"', "'它''s: \"x\"'"),
    ],
)
def test_only_what_needs_them_gets_quotation_marks(text: str, typed: str) -> None:
    assert written(text) == typed


@given(TEXTS)
@example("- a")
@example("a, b]")
@example("{a: b}")
def test_a_written_text_is_read_as_it_was(text: str) -> None:
    text = " ".join(text.split()) or "a"

    node, problems = compose(line("a", written(text), "说明"), "")

    assert not problems
    assert isinstance(node, Mapping)
    assert plain(node) == {"a": text}


@given(st.lists(TEXTS, min_size=1, max_size=3))
@example(["a, b", "c: d", "#"])
def test_a_list_is_read_as_it_was(texts: list[str]) -> None:
    texts = [" ".join(text.split()) or "a" for text in texts]

    node, problems = compose(listed(tuple(texts)), "")

    assert not problems
    assert isinstance(node, Sequence)
    assert plain(node) == texts


def test_a_list_of_nothing_is_nothing() -> None:
    assert not listed(())


def test_what_is_offered_is_in_use_without_its_number_sign() -> None:
    assert offered("a", "b", "c").removeprefix("# ") == line("a", "b", "c")
