"""One slip that several rules see is told once, by the rule that says most about it."""

from collections.abc import Sequence

from microsite.rules.rule import Finding, Rule

COMPLAINTS = (
    (
        "wording-name",
        "wording-phrase",
        "wording-doubled",
        "wording-set-phrase",
        "wording-congress",
        "wording-form",
        "wording-slip",
        "wording-character",
        "wording-until",
        "wording-pairs",
        "wording-post",
        "wording-slip-doubt",
        "wording-sound",
    ),
    ("document-number", "markdown-link", "brackets-half-width"),
    ("range-percent", "range-scale", "range-mark"),
    ("markdown-full-width", "dash"),
)
"""Codes that may complain of the same thing; the first of those that do says it."""
_PLACES = {
    code: (kind, rank) for kind, codes in enumerate(COMPLAINTS) for rank, code in enumerate(codes)
}


def told_once(found: Sequence[tuple[Rule, Finding]]) -> list[tuple[Rule, Finding]]:
    """Return what was found, without what repeats a complaint about the same letters."""
    doubtful = [at for at, (rule, _) in enumerate(found) if rule.code in _PLACES]
    taken: set[tuple[int, int]] = set()
    repeated: set[int] = set()
    for at in sorted(doubtful, key=lambda at: _order(*found[at])):
        rule, one = found[at]
        letters = {(_PLACES[rule.code][0], letter) for letter in range(one.start, one.end)}
        if taken.isdisjoint(letters):
            taken |= letters
        else:
            repeated.add(at)
    return [one for at, one in enumerate(found) if at not in repeated]


def _order(rule: Rule, one: Finding) -> tuple[int, int]:
    """Return what puts the best rule first, and of the same the one with the most words."""
    return _PLACES[rule.code][1], one.start - one.end
