"""The report on a site as JSON, for other programs; its shape does not change."""

import json
from collections import Counter
from typing import Final, get_args

from microsite.content.problems import Level, Problem
from microsite.desk.inspection import Indicator
from microsite.desk.report import Report
from microsite.desk.standing import ORDER, Place, Standing
from microsite.desk.written import shown

LEVELS: Final[tuple[Level, ...]] = get_args(Level)


def report_json(found: Report) -> str:
    """Return an object of `now`, `mode`, `problems`, `states`, `items`, `inspection`, `notices`.

    `problems` counts by level and `states` by state; the others are lists of objects. Dates are
    ISO 8601; `change` and `due` are null where there is nothing to change or to wait for.
    """
    verdict = found.verdict
    levels = Counter(problem.level for problem in verdict.problems)
    states = Counter(one.state for one in found.standings)
    value = {
        "now": verdict.occasion.now.isoformat(),
        "mode": verdict.occasion.mode,
        "problems": {level: levels[level] for level in LEVELS},
        "states": {state: states[state] for state in ORDER},
        "items": [_item(one) for one in found.standings],
        "inspection": [_indicator(one) for one in found.indicators],
        "notices": [_notice(one) for one in found.notices],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _item(one: Standing) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        "title": one.title,
        "url": shown(one.url),
        **_place(one.place),
        "state": one.state,
        "due": one.due.instant.isoformat() if one.due else None,
        "reason": one.why.reason,
        "change": _place(one.why.change) if one.why.change else None,
        "advice": one.why.advice,
        "errors": one.errors,
        "sample": one.sample,
    }


def _place(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line}


def _indicator(one: Indicator) -> dict[str, object]:
    return {
        "code": one.code,
        "name": one.name,
        "value": one.value,
        "threshold": one.threshold,
        "passed": one.passed,
        "basis": one.basis,
        "items": [behind._asdict() for behind in one.behind],
    }


def _notice(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.shown_path,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "level": problem.level,
        "message": problem.message,
    }
