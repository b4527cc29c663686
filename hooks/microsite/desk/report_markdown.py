"""The report on a site as Markdown, for those who look over a change before it is merged."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from microsite.content.literal import literal
from microsite.content.problems import Level, Problem
from microsite.desk.report import MODES, PASSED, Report
from microsite.desk.standing import ORDER

LEVELS: Final[dict[Level, str]] = {"error": "错误", "warning": "警告", "notice": "提醒"}
LISTED: Final = 30
"""Problems that are named."""


def report_markdown(found: Report) -> str:
    """Return how many problems there are, the gravest of them, and the self-inspection."""
    verdict = found.verdict
    levels = Counter(problem.level for problem in verdict.problems)
    states = Counter(one.state for one in found.standings)
    listed = [one for one in verdict.problems if one.level != "notice"]
    failed = [one for one in found.indicators if one.passed is False]
    parts = [
        f"{verdict.occasion.now:%Y-%m-%d %H:%M}，{MODES[verdict.occasion.mode]}模式",
        _table("稿件和活动", [(state, str(states[state])) for state in ORDER if states[state]]),
        _table("问题", [(name, str(levels[level])) for level, name in LEVELS.items()]),
        "\n".join(_problems(listed)),
        f"自查：{len(found.indicators)} 项指标，{len(failed)} 项不合格",
        _table(
            "指标", [(one.name, f"{PASSED[one.passed]}：{one.value}") for one in found.indicators]
        ),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _table(title: str, rows: Iterable[Sequence[str]]) -> str:
    lines = (f"| {' | '.join(literal(cell) for cell in row)} |" for row in rows)
    return "\n".join((f"| {title} | |", "|---|---|", *lines))


def _problems(found: Sequence[Problem]) -> Iterator[str]:
    """Return a list, errors first."""
    ordered = sorted(found, key=lambda one: [*LEVELS].index(one.level))
    for one in ordered[:LISTED]:
        place = f"`{one.shown_path}:{one.line}`"
        yield f"- {LEVELS[one.level]} {place} {literal(one.message)}"
    if len(found) > LISTED:
        yield f"- ……共 {len(found)} 处"
