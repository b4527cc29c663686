"""Passages and rules to problems; what editors have allowed with a reason is left out."""

from collections.abc import Iterable, Iterator, Sequence

from microsite.content.allowances import Allowance, allowances
from microsite.content.problems import Fix, Problem, did_you_mean
from microsite.rules.passage import Passage
from microsite.rules.rule import Finding, Rule


def judge(passage: Passage, rules: Sequence[Rule]) -> Iterator[Problem]:
    """Find every place of `passage` that breaks one of the `rules`, and idle allowances."""
    allowed = tuple(allowances(passage.source.text, passage.body))
    used: set[tuple[Allowance, str]] = set()
    for rule in rules:
        for found in rule.find(passage):
            excuses = {(one, rule.code) for one in _covering(allowed, rule.code, found.start)}
            used |= excuses
            if not excuses:
                yield _problem(passage, rule, found)
    for one in allowed:
        yield from _idle(passage, one, {rule.code for rule in rules}, used)


def _covering(allowed: Iterable[Allowance], code: str, at: int) -> Iterator[Allowance]:
    return (one for one in allowed if code in one.codes and one.start <= at < one.end)


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


def _idle(
    passage: Passage, one: Allowance, known: set[str], used: set[tuple[Allowance, str]]
) -> Iterator[Problem]:
    at = (passage.source.path, *passage.place(one.at))
    if not one.reason:
        message = "允许例外要写明理由，写成“允许 编号：理由”"
        yield Problem(*at, "allow-reason", message)
    for code in one.codes:
        if code not in known:
            message = f"没有编号是 “{code}” 的规则{did_you_mean(code, known)}"
            yield Problem(*at, "allow-unknown", message)
        elif (one, code) not in used:
            message = f"这里没有 “{code}” 的问题，请删去这条“允许”"
            yield Problem(*at, "allow-unused", message)
