"""All editorial rules on the words of a site, and what they say about its files."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from microsite.content.bureau import Bureau
from microsite.content.officials import Official
from microsite.content.problems import Problem
from microsite.content.reader import Source
from microsite.content.usage import Usage
from microsite.rules import (
    characters,
    facts,
    leadership,
    markup,
    numerals,
    placeholders,
    punctuation,
    quotation,
    secrecy,
)
from microsite.rules.judge import judge
from microsite.rules.kept_names import officials_rule, own_names_rule
from microsite.rules.passage import passage_of
from microsite.rules.privacy import privacy_rules
from microsite.rules.rule import Rule, pairs_of, pattern
from microsite.rules.wording import wording_rules

FAMILIES = (
    leadership,
    facts,
    quotation,
    punctuation,
    numerals,
    characters,
    markup,
    placeholders,
    secrecy,
)
NOT_SHOWN = frozenset({"data/wording.yml", "data/synonyms.yml", "data/officials.yml"})
"""Files that hold wrong forms on purpose, and nothing that readers see."""
Found: TypeAlias = tuple[Problem, ...]
HOUSING = "住房和城乡建设"
_OURS = r"(?:(?<=[我本]市)|(?<=[我本县区])|(?<![一-鿿]市)(?<=市)|(?<![一-鿿]))"


def editorial_rules(
    table: Sequence[Usage], bureau: Bureau | None, officials: Sequence[Official] = ()
) -> tuple[Rule, ...]:
    """Return every rule, in the order of the handbook; without a bureau, none on its own name."""
    own = [_own_name(bureau.name)] if bureau and HOUSING in bureau.name else []
    kept = (own_names_rule(bureau.own_names if bureau else ()), officials_rule(officials))
    families = (rule for family in FAMILIES for rule in family.RULES)
    return (*wording_rules(table), *own, *kept, *families, *privacy_rules(bureau))


def editorial_problems(sources: Iterable[Source], rules: Sequence[Rule]) -> list[Found]:
    """Return what breaks the `rules` in each file; where no reader looks, only some of them."""
    for_all = [rule for rule in rules if rule.is_for_all]
    return [
        tuple(judge(passage_of(source), for_all if source.path in NOT_SHOWN else rules))
        for source in sources
    ]


def _own_name(name: str) -> Rule:
    """Return the rule that the bureau is not called by another kind of body's name."""
    is_commission = re.search("委(?:员会)?$", name)
    short, full = ("委", "委员会") if is_commission else ("局", "局")
    wrong = "局" if is_commission else "委(?:员会)?"
    return Rule(
        "wording-own-name",
        "本单位的名称",
        "本单位的名称只用全称或规定的简称。",
        f"我市住建{'局' if is_commission else '委'}印发通知。",
        f"我市住建{short}印发通知，北京市住建委也有类似做法。",
        pattern(
            f"{_OURS}(?:住建|{HOUSING[:2]}和?{HOUSING[3:]}){wrong}",
            "本单位的名称写成“{right}”",
            lambda found: f"住建{short}" if found[0].startswith("住建") else f"{HOUSING}{full}",
            needs=pairs_of("建设", wrong[0]),
        ),
    )
