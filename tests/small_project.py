"""A small valid project to damage, and what a build would object to."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from microsite.content.problems import ContentError, Problem
from microsite.content.values import SHANGHAI
from microsite.plan import plan

BASE = Path(__file__).parent / "base"
NOW = datetime(2026, 2, 15, 12, tzinfo=SHANGHAI)
TODAY = NOW.date()

Files = Mapping[str, str | bytes]
"""Contents by path below the project."""


def problems_of(root: Path, now: datetime = NOW) -> tuple[Problem, ...]:
    """Return all that a build would object to."""
    try:
        plan(root, now)
    except ContentError as error:
        return error.problems
    return ()
