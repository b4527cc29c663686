"""Every editorial rule, and what they have against the content."""

from collections.abc import Iterator
from itertools import chain

from microsite.content.load import Reading
from microsite.content.problems import Fix, Problem
from microsite.rules import (
    amendments,
    anonymity,
    approvals,
    coverage,
    dates,
    files,
    freshness,
    gate,
    links,
    pictures,
    production,
    reposts,
    review,
)
from microsite.rules.excuses import excused
from microsite.rules.pieces import Pieces
from microsite.rules.site_rule import Each, Objection, Occasion, SiteRule
from microsite.rules.words import Words

SITE_RULES: tuple[SiteRule, ...] = (
    *dates.RULES,
    *review.RULES,
    *gate.RULES,
    *amendments.RULES,
    *approvals.RULES,
    *links.RULES,
    *files.RULES,
    *pictures.RULES,
    *reposts.RULES,
    *production.RULES,
    *anonymity.RULES,
    *freshness.RULES,
    *coverage.RULES,
)


def editorial_judgement(
    reading: Reading,
    occasion: Occasion,
    words: Words | None = None,
    pieces: Pieces | None = None,
) -> list[Problem]:
    """Return what the rules have against what was read, but for what is allowed with a reason.

    Args:
        reading: Everything.
        occasion: What it is judged for.
        words: What is known of its words already.
        pieces: What is known of its stories and events already, one by one.
    """
    if words is None:
        words = Words()
        words.turn(reading)
    found = [
        *_on_records(reading, occasion, pieces or Pieces(SITE_RULES)),
        *words.problems(reading.sources),
    ]
    known = {rule.code for rule in words.rules if rule.is_excusable}
    known |= {rule.code for rule in SITE_RULES if rule.is_excusable}
    return [*excused(found, reading.sources, known)]


def _on_records(reading: Reading, occasion: Occasion, pieces: Pieces) -> Iterator[Problem]:
    texts = {source.path: source.text for source in reading.sources}
    whole = [(rule, rule.find) for rule in SITE_RULES if not isinstance(rule.find, Each)]
    found = ((rule, one) for rule, find in whole for one in find(reading, occasion))
    for rule, one in chain(found, pieces.objections(reading)):
        path, line, column, message, suggestion, _ = one
        fix = _fix(texts[path], one) if rule.fixes and suggestion else None
        yield Problem(path, line, column, rule.code, message, rule.level, suggestion, fix)


def _fix(text: str, found: Objection) -> Fix:
    """Return what puts the suggestion in its place."""
    above = text.split("\n")[: found.line - 1]
    start = sum(len(line) + 1 for line in above) + found.column - 1
    return Fix(start, start + found.length, found.suggestion, is_safe=True)
