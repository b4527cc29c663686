"""A small valid project to damage, and what a build would object to."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from microsite.content.problems import ContentError, Problem
from microsite.plan import plan

BASE = Path(__file__).parent / "base"
TODAY = date(2026, 2, 15)

Files = Mapping[str, str | bytes]
"""Contents by path below the project."""


def problems_of(root: Path, today: date = TODAY) -> tuple[Problem, ...]:
    """Return all that a build would object to."""
    try:
        plan(root, today)
    except ContentError as error:
        return error.problems
    return ()
