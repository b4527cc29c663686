"""Words: the table `data/wording.yml`, and what needs more than a table to be told."""

import re
from collections.abc import Iterable, Iterator, Sequence

from microsite.content.site import group
from microsite.content.usage import KINDS, Kind, Usage
from microsite.rules import congresses, kept_words, phrases, sounds, usages
from microsite.rules.passage import Passage, pairs
from microsite.rules.rule import Find, Finding, Rule, finding

CHOICES = "／"
LONGEST_BEFORE = 4
"""How far before a former name its 原 may stand, as in 原市国土资源局."""
TITLES: dict[Kind, str] = {
    "name": "名称写错",
    "phrase": "固定提法写错",
    "reform": "已经更名的机构",
    "term": "过时的行业用语",
    "unit": "计量单位的名称",
    "character": "错别字",
    "tone": "称呼和语气",
}


def wording_rules(table: Sequence[Usage]) -> tuple[Rule, ...]:
    """Return the rules on words: one for each kind and level of the table, and those in code."""
    made = (_kind_rule(kind, [one for one in table if one.kind == kind]) for kind in KINDS)
    return (
        *(rule for rules in made for rule in rules),
        *phrases.RULES,
        *congresses.RULES,
        *kept_words.RULES,
        *usages.RULES,
        *sounds.RULES,
    )


def _kind_rule(kind: Kind, table: Sequence[Usage]) -> Iterator[Rule]:
    """Return one rule for the entries that must be changed, and one for those to be checked."""
    for level, suffix in (("error", ""), ("warning", "-doubt")):
        chosen = [one for one in table if one.level == level]
        if chosen:
            yield Rule(
                f"wording-{kind}{suffix}",
                TITLES[kind],
                chosen[0].reason,
                chosen[0].bad,
                chosen[0].good,
                _find(chosen, is_former=kind == "reform"),
                level=chosen[0].level,
                fixes=True,
            )


def _find(table: Sequence[Usage], *, is_former: bool) -> Find:
    usage_of = {form: usage for usage in table for form in usage.forms}
    expression = re.compile(
        "|".join(
            _expression(form, usage_of[form].exceptions)
            for form in sorted(usage_of, key=len, reverse=True)
        )
    )

    forms_with = group(usage_of, lambda form: _telling(form, usage_of[form].forms[form]))
    telling = frozenset(forms_with)

    def find(passage: Passage) -> Iterator[Finding]:
        present = telling & passage.pairs
        # Looking for the form itself is done sooner than the search for all of them.
        if not any(form in passage.text for pair in present for form in forms_with[pair]):
            return
        for found in expression.finditer(passage.text):
            before = passage.text[max(found.start() - LONGEST_BEFORE, 0) : found.start()]
            if not (is_former and "原" in before):
                yield _finding(passage, found, usage_of[found[0]])

    return find


def _telling(form: str, right: str) -> list[int]:
    """Return a pair of letters of `form`, if possible one that is seldom seen in right texts."""
    return sorted(pairs(form) - pairs(right) or pairs(form))[:1]


def _expression(form: str, exceptions: Iterable[str]) -> str:
    """Return what matches `form` unless it is part of an exception.

    The letters come first, so that the search can skip whatever begins with none of them.
    """
    looks = []
    for word in exceptions:
        at = word.find(form)
        while at >= 0:
            before, after = re.escape(word[:at] + form), re.escape(word[at + len(form) :])
            looks.append(f"(?!(?<={before}){after})")
            at = word.find(form, at + 1)
    return re.escape(form) + "".join(looks)


def _finding(passage: Passage, found: re.Match[str], usage: Usage) -> Finding:
    right = usage.forms[found[0]]
    is_one = CHOICES not in right
    message = f"“{found[0]}”应为“{right.replace(CHOICES, '”或“')}”：{usage.reason}"
    made = finding(passage, *found.span(), "", right if is_one else None)
    return made._replace(message=message, is_safe=made.is_safe and usage.safe)
