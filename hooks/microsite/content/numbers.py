"""Numbers that belong to a person: citizen ids, mobile telephones, bank cards.

They are found however people write them: full-width, in groups, with a country code, partly bold.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from microsite.content.number_context import (
    is_amount,
    is_of_a_thing,
    is_part,
    letters_before,
    stands_alone,
)
from microsite.content.secret import Secret, shown_ends

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
_PROVINCE = re.compile("1[1-5]|2[123]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123]")
"""How the number of a region begins (GB/T 2260)."""
GROUPS = frozenset(
    [(11,), (3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (4, 3, 4), (3, 3, 5), (3, 5, 3), (1,) * 11]
)
"""How people part the digits of a telephone number."""

_BLANK = r"[*_ \t\xa0\u2002-\u200a\u202f\u3000‐-―·•.\\-]"
_GAP = rf"{_BLANK}{{0,6}}+(?:&nbsp;|\n[ \t>]{{0,12}}+)?"
_END = "(?![0-9A-Za-z])"
_UNIT = "k?[mgWVAJh]|[ckmd]m|kWh|kVA|[tsxX]|[KMG]B|RMB|CNY|USD|[a-fA-F]+"
"""Letters behind a number that is an amount, or a part of a digest."""
_NO_UNIT = f"(?![0-9])(?![A-Za-z]+[0-9])(?!(?:{_UNIT})(?![A-Za-z]))"
_WHOLE = re.compile("[0-9]{11}|[0-9]{3}-[0-9]{4}-[0-9]{4}")
"""A telephone number even behind letters that do not say so."""
_RUN = re.compile(rf"[0-9](?<![0-9].)(?:{_GAP}[0-9]){{10,}}+")
_ID = re.compile(rf"(?<![0-9])[1-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9Xx]{_END}")
_OLD_ID = re.compile(rf"(?<![0-9])[1-9](?:{_GAP}[0-9]){{14}}{_END}")
_CARD = re.compile(rf"(?<![0-9])[1-9](?:{_GAP}[0-9]){{15,18}}{_END}")
_PHONE = re.compile(
    rf"(?<![0-9])(?:(?:00)?86{_GAP})?(?P<number>1{_GAP}[3-9](?:{_GAP}[0-9]){{9}}){_NO_UNIT}"
    r"(?!\.[0-9])(?!-(?!1[3-9][0-9]{9}(?![0-9]))[0-9]{3})"
)
_LOOSE = r"[ \t\xa0\u3000()（）/／·.‐-―-]{0,3}"
_NAMED_PHONE = re.compile(
    r"(?:电话|手机|联系)(?P<between>[^0-9A-Za-z。；，、,;¥￥$\n]{0,6})"
    rf"(?:(?:00)?86{_LOOSE})?(?P<number>1[3-9][0-9](?:{_LOOSE}[0-9]){{8}})"
    r"(?![0-9]|[./-][0-9]|[A-Za-z]+[0-9]|(?:k?[mgWVAJh]|[ckmd]m|kWh|kVA|RMB|CNY)(?![A-Za-z]))"
)
"""A telephone number in any layout, as it is called one."""
_THING = re.compile("[编单案文证批序]号|编码|代码|指纹|流水|账|费")
_SPOKEN = re.compile(
    "[一幺](?<![〇零一二三四五六七八九幺].)[三四五六七八九][〇零一二三四五六七八九幺]{9}"
    "(?![〇零一二三四五六七八九幺十百千万])"
)
_AFTER = 8
"""How many letters behind a number tell that it is none of these."""
_BEFORE = 24
_CITIZEN = re.compile("身份证|公民身份|身份号|证件|驾驶证|户口")
_ON_CARD = re.compile("银行卡|储蓄卡|信用卡|工资卡|卡号|账[号户]|帐[号户]|开户")
_ISSUERS = re.compile(
    r"62[0-9]{14,17}|(?:4|5[1-5]|35)[0-9]{14,15}|(?:60|68|69|9558|9559|4367|4563)[0-9]+"
)
"""How the numbers of cards begin, and how long they are then (ISO/IEC 7812)."""


def numbers(text: str) -> Iterator[Secret]:
    """Find the numbers in a text without full-width letters; none overlaps another."""
    taken: set[int] = set()
    for run in _RUN.finditer(text):
        for one in _numbers_in(text, *run.span()):
            if taken.isdisjoint(place := range(one.start, one.end)):
                taken.update(place)
                yield one
    for found in _NAMED_PHONE.finditer(text):
        place = range(*found.span("number"))
        is_other = is_amount(text, found.end(), found[0][: -len(found["number"])])
        if taken.isdisjoint(place) and not is_other and not _THING.search(found["between"]):
            yield shown_ends(text, place.start, place.stop, "phone", (3, 4))
    for found in _SPOKEN.finditer(text):
        yield shown_ends(text, *found.span(), "phone", (3, 4))


def _numbers_in(text: str, start: int, end: int) -> Iterator[Secret]:
    for expression, find in _FINDERS:
        for found in expression.finditer(text, start, end + _AFTER):
            before = text[max(found.start() - _BEFORE, 0) : found.start()]
            if stands_alone(before) and not is_part(text, found.start()):
                yield from find(text, found, before)


def _ids(text: str, found: re.Match[str], before: str) -> Iterator[Secret]:
    number = _bare(found[0])
    is_record = number.isdecimal() and is_of_a_thing(before)
    is_named = _CITIZEN.search(before) and _is_born(number[6:14])
    if is_named or (is_citizen_id(number) and not is_record):
        yield shown_ends(text, *found.span(), "id", (1, 1))


def _old_ids(text: str, found: re.Match[str], before: str) -> Iterator[Secret]:
    if _CITIZEN.search(before) and _is_born(f"19{_bare(found[0])[6:12]}"):
        yield shown_ends(text, *found.span(), "id", (1, 1))


def _cards(text: str, found: re.Match[str], before: str) -> Iterator[Secret]:
    number = _bare(found[0])
    has_date = len(number) == len(WEIGHTS) + 1 and _is_born(number[6:14])
    is_named = bool(_ON_CARD.search(before))
    is_likely = _ISSUERS.fullmatch(number) and not has_date and not letters_before(before)
    if (is_named or is_likely) and passes_luhn(number) and not is_of_a_thing(before):
        yield shown_ends(text, *found.span(), "card", (0, 4))


def _phones(text: str, found: re.Match[str], before: str) -> Iterator[Secret]:
    groups = tuple(map(len, re.findall("[0-9]+", found["number"])))
    is_tail = len(groups) > 1 and re.search(r"[0-9][ -]$", before)
    is_whole = not letters_before(before) or _WHOLE.fullmatch(found["number"])
    is_other = is_tail or is_amount(text, found.end(), before) or is_of_a_thing(before)
    if groups in GROUPS and is_whole and not is_other:
        yield shown_ends(text, *found.span("number"), "phone", (3, 4))


_FINDERS: tuple[
    tuple[re.Pattern[str], Callable[[str, re.Match[str], str], Iterator[Secret]]], ...
] = ((_ID, _ids), (_OLD_ID, _old_ids), (_CARD, _cards), (_PHONE, _phones))


def is_citizen_id(text: str) -> bool:
    """Tell whether `text` is a citizen number of 18 characters (GB 11643-1999)."""
    if not re.fullmatch("[0-9]{17}[0-9X]", text):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, WEIGHTS, strict=False))
    is_valid = text[-1] == CHECK_DIGITS[total % 11]
    return is_valid and bool(_PROVINCE.match(text)) and _is_born(text[6:14])


def passes_luhn(number: str) -> bool:
    """Tell whether the last digit is what the others ask for (ISO/IEC 7812-1)."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number)))
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0


def _is_born(digits: str) -> bool:
    """Tell whether `YYYYMMDD` is a day on which the holder of a number may have been born."""
    try:
        day = date.fromisoformat(digits)
    except ValueError:
        return False
    return day.year in range(1800, 2100)


def _bare(text: str) -> str:
    return re.sub("[^0-9X]", "", text.upper())
