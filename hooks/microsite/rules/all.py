"""Every editorial rule, and what they have against the content."""

from collections.abc import Iterator

from microsite.content.load import Reading
from microsite.content.problems import Problem
from microsite.rules import (
    amendments,
    approvals,
    coverage,
    dates,
    freshness,
    gate,
    links,
    production,
    review,
)
from microsite.rules.editorial import editorial_problems, editorial_rules
from microsite.rules.excuses import excused
from microsite.rules.rule import Rule
from microsite.rules.site_rule import Occasion, SiteRule

SITE_RULES: tuple[SiteRule, ...] = (
    *dates.RULES,
    *review.RULES,
    *gate.RULES,
    *amendments.RULES,
    *approvals.RULES,
    *links.RULES,
    *production.RULES,
    *freshness.RULES,
    *coverage.RULES,
)


def word_rules(reading: Reading) -> tuple[Rule, ...]:
    """Return the rules on words; some come from the bureau's own tables."""
    return editorial_rules(reading.usages, reading.bureau, reading.officials)


def editorial_judgement(reading: Reading, occasion: Occasion) -> list[Problem]:
    """Return what the rules have against what was read, but for what is allowed with a reason."""
    rules = word_rules(reading)
    found = [*editorial_problems(reading.sources, rules), *_on_records(reading, occasion)]
    known = {rule.code for rule in rules} | {rule.code for rule in SITE_RULES if rule.is_excusable}
    return [*excused(found, reading.sources, known)]


def _on_records(reading: Reading, occasion: Occasion) -> Iterator[Problem]:
    for rule in SITE_RULES:
        for path, line, column, message, suggestion in rule.find(reading, occasion):
            yield Problem(path, line, column, rule.code, message, rule.level, suggestion)
