"""Passages and rules to problems."""

from collections.abc import Sequence

from microsite.content.problems import Fix, Problem
from microsite.rules.passage import Passage
from microsite.rules.repeats import told_once
from microsite.rules.rule import Finding, Rule


def judge(passage: Passage, rules: Sequence[Rule]) -> list[Problem]:
    """Find every place of `passage` that breaks one of the `rules`, each slip once."""
    found = [(rule, one) for rule in rules for one in rule.find(passage)]
    return [_problem(passage, rule, one) for rule, one in told_once(found)]


def _problem(passage: Passage, rule: Rule, found: Finding) -> Problem:
    fix = None
    if found.replacement is not None:
        is_safe = rule.fixes and found.is_safe
        fix = Fix(found.start, found.end, found.replacement, is_safe)
    return Problem(
        passage.source.path,
        *passage.place(found.start),
        rule.code,
        found.message,
        rule.level,
        found.replacement or "",
        fix,
    )
