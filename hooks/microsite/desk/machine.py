"""Problems for programs: as JSON, and as the services that run checks want to have them."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Final

from microsite.content.problems import Level, Problem
from microsite.desk.quoting import tidy
from microsite.desk.text import suggested

ORDER: Final[tuple[Level, ...]] = ("error", "warning", "notice")
SEVERITIES: Final[dict[Level, str]] = {"error": "major", "warning": "minor", "notice": "info"}
"""Of GitLab's Code Quality reports."""


def as_json(problems: Sequence[Problem]) -> str:
    """Return a list with everything that is known of each problem."""
    return _json(
        [
            {
                "path": problem.shown_path,
                "line": problem.line,
                "column": problem.column,
                "code": problem.code,
                "level": problem.level,
                "message": tidy(problem.message),
                "suggestion": problem.suggestion,
            }
            for problem in problems
        ]
    )


def github(problems: Sequence[Problem]) -> str:
    """Return a workflow command for each problem, the gravest first."""
    ordered = sorted(problems, key=lambda problem: ORDER.index(problem.level))
    return "\n".join(map(_annotation, ordered))


def gitlab(problems: Sequence[Problem]) -> str:
    """Return a Code Quality report; what it calls a problem does not depend on the line."""
    return _json([*_entries(problems)])


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.shown_path,
        "line": problem.line,
        "col": problem.column,
        "title": problem.code,
    }
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{problem.level} {said}::{_escaped(_advice(problem))}"


def _advice(problem: Problem) -> str:
    suggestion = suggested(problem)
    return tidy(problem.message) + (f"（建议：{suggestion}）" if suggestion else "")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _entries(problems: Sequence[Problem]) -> Iterator[Mapping[str, object]]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        same = (problem.path, problem.code, problem.message)
        seen[same] += 1  # a file may have the same mistake twice
        yield {
            "description": _advice(problem),
            "check_name": problem.code,
            "fingerprint": sha256(repr((*same, seen[same])).encode()).hexdigest(),
            "severity": SEVERITIES[problem.level],
            "location": {"path": problem.shown_path, "lines": {"begin": problem.line}},
        }
