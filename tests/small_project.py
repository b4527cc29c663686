"""A small valid project to damage, and what a build would object to."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from microsite.content.load import load_site
from microsite.content.problems import ContentError, Problem
from microsite.outputs.all import all_outputs
from microsite.pages.all import all_views
from microsite.rules.all import all_problems

BASE = Path(__file__).parent / "base"
TODAY = date(2026, 2, 15)

Files = Mapping[str, str | bytes]
"""Contents by path below the project."""


def problems_of(root: Path, today: date = TODAY) -> tuple[Problem, ...]:
    """Return all that a build would object to."""
    try:
        site = load_site(root)
    except ContentError as error:
        return error.problems
    urls = [view.url for view in all_views(site, today) if view.template not in {"home", "page"}]
    outputs = [output.url for output in all_outputs(site)]
    return tuple(sorted(all_problems(site, today, [*urls, *outputs])))
