"""Passages and rules to problems."""

from collections.abc import Sequence

from microsite.content.problems import Fix, Problem
from microsite.rules.passage import Passage
from microsite.rules.rule import Finding, Rule


def judge(passage: Passage, rules: Sequence[Rule]) -> list[Problem]:
    """Find every place of `passage` that breaks one of the `rules`."""
    return [_problem(passage, rule, found) for rule in rules for found in rule.find(passage)]


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
