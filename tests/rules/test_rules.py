"""Every editorial rule: its examples are tests, and it says what an editor needs."""

import re

import pytest

from judging import READING, RULES, codes, markdown, problems
from microsite.content.bureau import Bureau
from microsite.rules.editorial import editorial_problems, editorial_rules
from microsite.rules.rule import Rule

BY_CODE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@BY_CODE
def test_the_bad_example_is_reported(rule: Rule) -> None:
    found = [problem for problem in problems(rule.bad) if problem.code == rule.code]

    assert found
    assert all(problem.level == rule.level for problem in found)


@BY_CODE
def test_the_good_example_is_not(rule: Rule) -> None:
    assert not problems(rule.good)


@BY_CODE
def test_a_rule_is_explained_in_chinese(rule: Rule) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.code)
    assert all(re.search("[一-鿿]", text) for text in (rule.title, rule.reason))


@BY_CODE
def test_applying_what_is_safe_leaves_nothing_of_the_kind(rule: Rule) -> None:
    text = f"---\ntitle: 标题\n---\n{rule.bad}\n"
    fixes = [p.fix for p in problems(rule.bad) if p.fix and p.fix.is_safe and p.code == rule.code]
    for fix in sorted(fixes, reverse=True):
        text = text[: fix.start] + fix.text + text[fix.end :]

    body = text.split("---\n", 2)[2]

    assert not fixes or rule.code not in codes(body)


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_the_site_itself_has_neither_errors_nor_warnings() -> None:
    assert READING.sources
    assert not any(editorial_problems(READING.sources, RULES))


def bureau(name: str) -> Bureau:
    assert READING.bureau
    return READING.bureau.model_copy(update={"name": name})


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("市住房和城乡建设局", "我市住房和城乡建设委员会", "住房和城乡建设局"),
        ("市住房和城乡建设委员会", "我市住建局", "住建委"),
    ],
)
def test_the_bureau_is_called_by_its_own_name(name: str, wrong: str, right: str) -> None:
    *_, rule = (r for r in editorial_rules((), bureau(name)) if r.code == "wording-own-name")

    [found] = rule.find(markdown(f"{wrong}印发通知。"))

    assert found.replacement == right


def test_a_bureau_of_another_trade_has_no_rule_on_its_name() -> None:
    assert "wording-own-name" not in {r.code for r in editorial_rules((), bureau("市水务局"))}
    assert "wording-own-name" not in {r.code for r in editorial_rules((), None)}
