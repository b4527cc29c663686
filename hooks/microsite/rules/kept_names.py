"""Names that the bureau keeps: those of its own city, and those of officials.

One letter exchanged, doubled or left out is what inspections find.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from microsite.content.officials import Official
from microsite.rules.passage import Passage
from microsite.rules.rule import Find, Finding, Rule, finding

LONG_ENOUGH = 4
"""Letters of a place's name of which one may be wrong without making it another place."""
SHORTEST_PERSON = 3
"""Letters of a person's name; with one of two exchanged it would be somebody else."""
_LETTER = "[㐀-鿿]"


def own_names_rule(names: Iterable[str]) -> Rule:
    """Return the rule that the `names` of the bureau's own places and bodies are whole."""
    known = [name for name in names if len(name) >= LONG_ENOUGH]
    return Rule(
        "wording-own-place",
        "本地名称写错",
        "本地的地名、单位名错漏一个字都是严重错误；名称写在 data/bureau.yml 的 own_names 里。",
        "齐齐哈市的老旧小区。",
        "齐齐哈尔市的老旧小区。",
        _find({name: [f"(?P<name>{_nearly(name, 1, len(name) - 1)})"] for name in known}, known),
    )


def officials_rule(officials: Iterable[Official]) -> Rule:
    """Return the rule that the names of `officials` are right beside their posts."""
    long = [one for one in officials if len(one.name) >= SHORTEST_PERSON]
    return Rule(
        "wording-official",
        "领导人的姓名写错",
        "领导人的姓名错一个字就是严重错误；名单由单位写在 data/officials.yml 里，不放进公开仓库。",
        "示例长甲乙炳出席会议。",
        "示例长甲乙丙出席会议。",
        _find({one.name: _beside(one) for one in long}, {one.name for one in long}),
    )


def _find(patterns: Mapping[str, Iterable[str]], known: Collection[str]) -> Find:
    compiled = [(name, re.compile(one)) for name, some in patterns.items() for one in some]

    def find(passage: Passage) -> Iterator[Finding]:
        for name, expression in compiled:
            if len(passage.letters & set(name)) < len(set(name)) - 1:
                continue
            for found in expression.finditer(passage.text):
                if found["name"] not in known:
                    message = "“{found}”写错了，应为“{right}”"
                    yield finding(passage, *found.span("name"), message, name)

    return find


def _nearly(name: str, start: int, end: int) -> str:
    """Return what matches `name`, or `name` with one letter between `start` and `end` wrong."""
    spots = range(start, end)
    doubled = [name[: at + 1] + name[at:] for at in spots]
    exchanged = [f"{name[:at]}{_LETTER}{name[at + 1 :]}" for at in spots]
    dropped = [name[:at] + name[at + 1 :] for at in spots]
    return "|".join((*doubled, name, *exchanged, *dropped))


def _beside(one: Official) -> tuple[str, str]:
    """Return what matches nearly the name, behind a post and before it."""
    posts = "|".join(sorted(one.posts, key=len, reverse=True))
    name = f"(?P<name>{_nearly(one.name, 0, len(one.name))})"
    return f"(?<!副)(?:{posts}){name}", f"{name}(?:同志)?(?:{posts})"
