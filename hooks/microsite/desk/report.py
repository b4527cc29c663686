"""The report on a site as text: what waits for whom, the self-inspection, and what is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from microsite.content.problems import Problem
from microsite.content.site import group
from microsite.desk.inspection import Indicator, inspection
from microsite.desk.standing import ORDER, Standing, standings
from microsite.desk.table import table
from microsite.rules.all import SITE_RULES
from microsite.verdict import Verdict

WIDEST: Final = 44
"""Of a cell, in columns of a terminal."""
LISTED: Final = 5
"""Things behind an indicator, and notices of one kind, that are named."""
MODES: Final = {"demo": "演示", "production": "正式"}
PASSED: Final = {True: "合格", False: "不合格", None: "待查"}
FAMILIES: Final = ("freshness-", "coverage-", "file-unlinked")


@dataclass(frozen=True, slots=True)
class Report:
    """All there is to say about a site at one moment."""

    verdict: Verdict
    standings: tuple[Standing, ...]
    indicators: tuple[Indicator, ...]
    notices: tuple[Problem, ...]
    """What the rules on freshness, coverage and files have found."""


def report(verdict: Verdict) -> Report:
    """Return the report on what was judged."""
    notices = tuple(one for one in verdict.problems if one.code.startswith(FAMILIES))
    return Report(verdict, standings(verdict), inspection(verdict), notices)


def report_text(found: Report, *, all_items: bool = False) -> str:
    """Return the report for a terminal; what is public is counted, and listed only if asked."""
    parts = [
        [*_summary(found)],
        *_groups(found.standings, all_items=all_items),
        [*_inspection(found.indicators)],
        *_notices(found.notices),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _summary(found: Report) -> Iterator[str]:
    bureau, occasion = found.verdict.reading.bureau, found.verdict.occasion
    name = f"{bureau.site_name}：" if bureau else ""
    yield f"{name}{occasion.now:%Y-%m-%d %H:%M}，{MODES[occasion.mode]}模式"
    counts = Counter(one.state for one in found.standings)
    states = "、".join(f"{state} {counts[state]}" for state in ORDER if counts[state])
    yield f"共 {len(found.standings)} 项：{states}" if states else "还没有故事和活动"
    if errors := len(found.verdict.errors):
        yield f"内容有 {errors} 处错误，改好以前整个网站都不会更新；运行 microsite check 看全部"


def _groups(found: Iterable[Standing], *, all_items: bool) -> Iterator[list[str]]:
    for state, some in group(found, lambda one: [one.state]).items():
        if state != "已发布":
            yield [f"{state}（{len(some)}）", *_indented(_withheld(some))]
        elif all_items:
            rows = [(one.title, one.kind, str(one.place)) for one in some]
            yield [f"{state}（{len(some)}）", *_indented(table(rows, WIDEST))]


def _withheld(found: Sequence[Standing]) -> Iterator[str]:
    """Return two lines for each: what it is and why it is not public; where and what to do."""
    rows = [
        (one.title, one.kind, f"{one.due}：{one.why.reason}" if one.due else one.why.reason)
        for one in found
    ]
    for line, one in zip(table(rows, WIDEST), found, strict=True):
        yield line
        yield f"  {one.why.change}  {one.why.advice}"


def _inspection(found: Sequence[Indicator]) -> Iterator[str]:
    failed = sum(one.passed is False for one in found)
    yield f"自查（{len(found)} 项指标，{failed} 项不合格）"
    bases = [*dict.fromkeys(one.basis for one in found)]
    rows = [
        (PASSED[one.passed], one.name, one.value, one.threshold, f"[{bases.index(one.basis) + 1}]")
        for one in found
    ]
    for line, one in zip(table(rows, WIDEST), found, strict=True):
        yield f"  {line}"
        if one.passed is False:
            named = [f"{behind.path}:{behind.line}  {behind.title}" for behind in one.behind]
            yield from (f"      {text}" for text in _first(named))
    yield from (f"  [{number}] {basis}" for number, basis in enumerate(bases, 1))


def _notices(found: Iterable[Problem]) -> Iterator[list[str]]:
    """Return a paragraph for each kind."""
    titles = {rule.code: rule.title for rule in SITE_RULES}
    for code, some in group(found, lambda one: [one.code]).items():
        named = [f"{one.shown_path}:{one.line}  {one.message}" for one in some]
        yield [f"{titles[code]}（{len(some)}）", *_indented(_first(named))]


def _first(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:LISTED]
    if len(lines) > LISTED:
        yield f"……共 {len(lines)} 处"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
