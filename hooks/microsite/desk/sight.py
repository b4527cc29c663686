"""What an editor sees of a project at one moment, whatever is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from microsite.content.load import Reading
from microsite.content.problems import Problem
from microsite.content.site import Site
from microsite.desk.inspection import Indicator, inspection
from microsite.desk.places import by_page
from microsite.desk.standing import Standing, standings
from microsite.verdict import Verdict


def _new_id() -> str:
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Findings:
    """What has been found out about the content."""

    problems: tuple[Problem, ...] = ()
    by_page: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """Those about one page alone, by its address."""
    standings: tuple[Standing, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    reading: Reading | None = None
    root: Path = Path()
    """Of the project."""
    shown: Site | None = None
    """All that the preview shows, as it was without errors; nothing, if it never was."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The last good site and what is known since; a page that shows another is out of date."""

    site: Mapping[str, Path] = field(default_factory=dict)
    """The files of the last site that could be made, by address; none, where there is none yet."""
    findings: Findings = Findings()
    failure: str = ""
    """Why the site could not be made of what there is now; a Chinese sentence."""
    has_new_code: bool = False
    """Whether the program was changed since it was started."""
    id: str = field(default_factory=_new_id)


def findings(root: Path, verdict: Verdict) -> Findings:
    """Return what is to be shown of a verdict on the project below `root`."""

    def text_of(path: str) -> str:
        try:
            return (root / path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""

    return Findings(
        verdict.problems,
        by_page(verdict.problems, text_of),
        standings(verdict),
        inspection(verdict),
        verdict.reading,
        root,
        verdict.shown.site if verdict.shown and not verdict.errors else None,
    )
