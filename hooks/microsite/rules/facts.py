"""What a text says that the calendar or the clock contradicts."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from microsite.rules.passage import Passage, beside
from microsite.rules.rule import Finding, Rule, finding, pairs_of

WEEKDAYS = "一二三四五六日"
LEAP_YEAR = 2000
"""Stands for a year that is not told: what is wrong in it is wrong in all."""
_DAY = re.compile(
    r"(?:(?:星期|礼拜|周)(?P<before>[一二三四五六日天])[（(])?(?:(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年)?(?<![0-9.])(?P<month>[0-9]{1,2})月"
    r"(?P<day>[0-9]{1,2})[日号](?!楼|院|线|桥|栋|门|地块|文)"
    r"(?P<named> ?[（(，,]?(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])(?!岁|期))?"
)
MONTHS = 12
HOURS = 24
MINUTES = 60
_CLOCK = re.compile(r"(?<![0-9:：.])(?P<hour>[0-9]{1,2})[:：](?P<minute>[0-9]{2})(?![0-9:：.])")
_SAID = re.compile(
    r"(?:上午|早上|凌晨)(?P<late>1[3-9]|2[0-4])[时点:：]|(?<![0-9])(?:2[5-9]|[3-9][0-9])[时点](?=[0-9]{1,2}分|半|整)"
)
_MONTHS = beside(pairs_of("0123456789", "月"))
_TIMES = beside(pairs_of("0123456789", ":："))
_HOURS = beside((*pairs_of("午上晨", "12"), *pairs_of("0123456789", "时点")))
"""Of such pairs of letters every day, time or hour has one."""
_SCALE = re.compile("比例|比分")


def _impossible_days(passage: Passage) -> Iterator[Finding]:
    if not passage.has_any(pairs=_MONTHS):
        return
    for found in _DAY.finditer(passage.text):
        year, month, day = (int(found[name] or LEAP_YEAR) for name in ("year", "month", "day"))
        if not (1 <= month <= MONTHS and 1 <= day <= monthrange(year, month)[1]):
            yield finding(passage, *found.span(), "没有“{found}”这一天，请核对")
        elif found["year"]:
            yield from _other_weekdays(passage, found, date(year, month, day))


def _other_weekdays(passage: Passage, found: re.Match[str], day: date) -> Iterator[Finding]:
    right = WEEKDAYS[day.weekday()]
    for group in ("before", "weekday"):
        if found[group] and found[group].replace("天", "日") != right:
            message = (
                f"{day.year}年{day.month}月{day.day}日是星期{right}，写的是“{{found}}”，请核对"
            )
            yield finding(passage, *found.span(group), message)


def _impossible_times(passage: Passage) -> Iterator[Finding]:
    for found in _CLOCK.finditer(passage.text) if passage.has_any(pairs=_TIMES) else ():
        around = passage.text[max(found.start() - 6, 0) : found.end()]
        is_time = len(found["hour"]) + len(found["minute"]) == len("0930")
        beyond = int(found["hour"]) > HOURS or int(found["minute"]) >= MINUTES
        if is_time and beyond and not _SCALE.search(around):
            yield finding(passage, *found.span(), "没有“{found}”这个时刻，请核对")
    for found in _SAID.finditer(passage.text) if passage.has_any(pairs=_HOURS) else ():
        yield finding(passage, *found.span(), "没有“{found}”这个时刻，请核对")


RULES = (
    Rule(
        "fact-date",
        "没有的日期",
        "大月小月、闰年、星期几写错，读者会白跑一趟。",
        "2026年2月30日召开座谈会，2026年11月27日（星期一）公示。",
        "2024年2月29日召开座谈会，2026年11月27日（星期五）公示，3月31日周二截止。",
        _impossible_days,
    ),
    Rule(
        "fact-time",
        "没有的时刻",
        "时刻写错，读者会白跑一趟。",
        "座谈会10:75开始，上午15时结束。",
        "座谈会10:45开始，下午15时结束，图纸的比例尺是10:75，比分21:76。",
        _impossible_times,
        level="warning",
    ),
)
