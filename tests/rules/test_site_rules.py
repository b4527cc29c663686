"""Every rule on records: its examples are tests, and it says what an editor needs."""

import re
from collections.abc import Callable

import pytest

from judging import RULES
from microsite.content.load import Reading
from microsite.content.problems import Problem
from microsite.rules.all import SITE_RULES, editorial_judgement
from microsite.rules.site_rule import Example, SiteRule, occasion
from small_project import NOW, Files

BY_CODE = pytest.mark.parametrize("rule", SITE_RULES, ids=lambda rule: rule.code)
Read = Callable[[Files], Reading]


def problems(read: Read, example: Example) -> list[Problem]:
    reading = read({one.path: one.text for one in (example, *example.besides)})
    assert not reading.problems
    return editorial_judgement(reading, occasion(reading, NOW))


@BY_CODE
def test_the_bad_example_is_reported_where_it_stands(rule: SiteRule, read: Read) -> None:
    found = [problem for problem in problems(read, rule.bad) if problem.code == rule.code]

    assert rule.bad.path in {problem.path for problem in found}
    assert all(problem.level == rule.level for problem in found)


@BY_CODE
def test_the_good_example_is_not(rule: SiteRule, read: Read) -> None:
    here = [p for p in problems(read, rule.good) if p.path == rule.good.path]

    # To be unsigned is not what most of these are about.
    assert not [p for p in here if p.level != "notice" or p.code == rule.code]


@BY_CODE
def test_a_rule_is_explained_in_chinese(rule: SiteRule) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.code)
    assert all(re.search("[一-鿿]", text) for text in (rule.title, rule.reason))


def test_codes_are_unique() -> None:
    codes = [*(rule.code for rule in RULES), *(rule.code for rule in SITE_RULES)]

    assert len(set(codes)) == len(codes)
