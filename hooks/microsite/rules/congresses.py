"""Congresses and plenums of the party: how they are numbered, and which there have been."""

import re
from collections.abc import Iterator

from microsite.rules.passage import Passage, beside
from microsite.rules.rule import Finding, Rule, either, finding, pairs_of, pattern

N = "[一二三四五六七八九十]"
DIGITS = "〇一二三四五六七八九"
PLENUMS = {7: 7, 8: 12, 9: 2, 10: 3, 11: 7, 12: 7, 13: 9} | dict.fromkeys(range(14, 21), 7)
"""How many there have been of each Central Committee; of one that still sits, may be."""
_ONE = "[一二三四五六七八九]"
_NUMBER = f"((?:{_ONE}?十)?{_ONE}|{_ONE}?十)"
_PLENUM = re.compile(
    f"(?<!{N})(?<![团革盟建进会社])(?<!团的)(?<!国民党)(?<!致公党)(?<!农工党)(?<!民主党)"
    f"{_NUMBER}届{_NUMBER}中全会"
    f"|(?:中国共产党|党的)第{_NUMBER}届中央委员会第{_NUMBER}次全体会议"
)
_NEEDS = beside(["中全", "次全"])


def _chinese(number: str) -> str:
    """Return a number below 100 in Chinese numerals."""
    tens, ones = divmod(int(number), 10)
    if not tens:
        return DIGITS[ones]
    return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"


def _number(text: str) -> int:
    """Return a number below 100 that is written in Chinese numerals."""
    before, ten, after = text.rpartition("十")
    tens = DIGITS.index(before or "一") if ten else 0
    return tens * 10 + (DIGITS.index(after) if after else 0)


def _plenums(passage: Passage) -> Iterator[Finding]:
    if not passage.has_any(pairs=_NEEDS):
        return
    for found in _PLENUM.finditer(passage.text):
        congress, plenum = (_number(part) for part in found.groups() if part)
        most = PLENUMS.get(congress, plenum)
        if plenum > most:
            last = f"{_chinese(str(congress))}届{_chinese(str(most))}中全会"
            message = f"没有开过“{{found}}”，这一届最多到{last}，请核对"
            yield finding(passage, *found.span(), message)


RULES = (
    Rule(
        "wording-congress",
        "党的代表大会和全会",
        "届次用汉字；“大”就是全国代表大会，后面不加“会议”；全会属于“届”。",
        "党的20大报告指出。",
        "党的二十大报告，党的二十届三中全会，二十届中央纪委三次全会，约20大项。",
        either(
            pattern(
                "(?<=党的)第?([0-9]{1,2})大(?!会|项|类)",
                "届次用汉字，写成“{right}”",
                lambda found: f"{_chinese(found[1])}大",
                needs=["党的"],
            ),
            pattern(
                f"(?<=党的)(?:第({N}+)大(?!会)|({N}+)(?:次|届)大会?(?=[报精以召提指，。]))",
                "写成“{right}”",
                lambda found: f"{found[1] or found[2]}大",
                needs=["党的"],
            ),
            pattern(
                f"((?:党的|中共|学习|贯彻)(?:{N}+)大)会议(?!精神的)|(?<=党的)({N}{{2,}}大)会议",
                "“{found}”里“大”就是大会，删去“会议”",
                lambda found: found[1] or found[2],
                needs=pairs_of(N[1:-1], "大"),
            ),
            pattern(
                f"(?<=党的)(?:第)?([0-9]{{1,2}})届([0-9]|{N})中全会|(?<=党的)({N}+)届([0-9])中全会",
                "届次用汉字，写成“{right}”",
                lambda found: "{}届{}中全会".format(
                    *(
                        _chinese(part) if part.isdigit() else part
                        for part in found.groups()
                        if part
                    )
                ),
                needs=["中全"],
            ),
            pattern(
                f"({N}{{2,}})大({N})中全会|(?<=党的)(二十|十{N})({N})中全会|(?<=党的)({N}+)次({N})中全会",
                "全会属于“届”，写成“{right}”",
                lambda found: "{}届{}中全会".format(*[part for part in found.groups() if part]),
                needs=["中全"],
            ),
            pattern(
                f"(?<=党的)({N}{{2,}})大届|(?<=党的)({N}{{2,}})[界介](?={N}中)"
                f"|(?<=党的)({N}〇|{N}零)(?=大)",
                "届次写错了，例如“二十大”“二十届三中全会”",
                needs=["党的"],
            ),
            pattern("中会全(?=精神|公报|决定|会|以)", "写成“{right}”", "中全会", needs=["会全"]),
            pattern(
                f"届全会({N})次(?=精神|会议|报告|决议)",
                "写成“{right}”",
                r"届\1次全会",
                needs=["届全"],
            ),
            pattern("(?<=中)全会会议(?=精神|公报|决定)", "写成“{right}”", "全会", needs="议"),
            pattern(
                f"(?<=党的)({N}+届)({N})(?:次全会|中会议|中全体会议)",
                "写成“{right}”",
                r"\1\2中全会",
                needs="届",
            ),
            pattern(
                f"第({N}+)届全国代表大会",
                "党的全国代表大会论“次”，写成“{right}”",
                r"第\1次全国代表大会",
                needs=["届全"],
            ),
            pattern(
                f"第({N}+)次全国人民代表大会(?!会议)|(?<=代表大会)第({N}+)届会议",
                "人民代表大会论“届”，它的会议论“次”，写成“{right}”",
                lambda found: (
                    f"第{found[1]}届全国人民代表大会" if found[1] else f"第{found[2]}次会议"
                ),
                needs=["次全", "届会"],
            ),
        ),
    ),
    Rule(
        "wording-plenum",
        "没有开过的全会",
        "每届中央委员会的全会有定数，届次写错就成了没有开过的会。",
        "学习党的十九届八中全会精神。",
        "学习党的十九届七中全会、十三届八中全会精神，共青团十八届八中全会召开。",
        _plenums,
        level="warning",
    ),
)
