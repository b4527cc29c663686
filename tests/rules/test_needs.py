"""A search that is skipped would have found nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_site import ROOT
from judging import RULES, USAGES, markdown
from microsite.rules.names import FORMS
from microsite.rules.passage import Passage
from microsite.rules.rule import Rule, letters_of

PROSE = ROOT / "tests/prose"


@dataclass(frozen=True)
class Suspected(Passage):
    """A passage that is searched for everything."""

    def has_any(self, *_: object, **__: object) -> bool:
        """Claim to have whatever is asked for."""
        return True

    has_typed = has_any


def strings(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        node = [*node.values()]
    if isinstance(node, list):
        for child in node:
            yield from strings(child)
    elif isinstance(node, str):
        yield node


TEXTS = (
    *strings(yaml.safe_load((PROSE / "damaged.yml").read_text(encoding="utf-8"))),
    *(file.read_text(encoding="utf-8") for file in PROSE.glob("*.md")),
    *(text for rule in RULES for text in (rule.bad, rule.good)),
    *(text for usage in USAGES for text in (usage.bad, usage.good)),
)
PARTS = sorted({part for text in TEXTS for part in re.findall(r"[一-鿿]{1,4}|[^一-鿿]", text)})


def is_thorough(rule: Rule, text: str) -> bool:
    one = markdown(text)
    return [*rule.find(one)] == [*rule.find(Suspected(one.source, one.pieces))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_nothing_is_missed_in_prose(rule: Rule) -> None:
    assert [text for text in TEXTS if not is_thorough(rule, text)] == []


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_nothing_is_missed_in_any_text(text: str) -> None:
    assert [rule.code for rule in RULES if not is_thorough(rule, text)] == []


NAMES = sorted({re.sub(r"\(\?.*|\[.*\]\+", "", part) for form in FORMS for part in form.parts})


@given(st.lists(st.sampled_from([*NAMES, "二十", "的", "，"]), max_size=12).map("".join))
def test_no_variant_of_a_name_is_passed_over(text: str) -> None:
    one = markdown(text)

    missed = [
        form.right for form in FORMS if [*form.variants(one.text)] and not form.may_vary(one)
    ]

    assert missed == []


def test_a_class_of_ranges_has_all_their_letters() -> None:
    assert letters_of("a-c0-1") == ("a", "b", "c", "0", "1")
