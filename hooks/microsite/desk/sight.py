"""What an editor sees of a project at one moment, whatever is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

from microsite.content.load import Reading
from microsite.content.problems import Problem
from microsite.content.site import Site
from microsite.desk.inspection import Indicator, inspection
from microsite.desk.places import by_page
from microsite.desk.quoting import unread
from microsite.desk.standing import Standing, standing, standings
from microsite.desk.written import written
from microsite.verdict import Verdict

Make: TypeAlias = Callable[[], bytes]
"""Makes a file of the site, which is as it was when the site was planned."""


def _new_id() -> str:
    return uuid4().hex


@dataclass(frozen=True)
class Findings:
    """What has been found out about the content; most of it only when somebody asks."""

    verdict: Verdict | None = None
    by_page: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """The problems about one page alone, by its address."""
    root: Path = Path()
    """Of the project."""
    shown: Site | None = None
    """All that the preview shows, as it was without errors; nothing, if it never was."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong."""
        return self.verdict.problems if self.verdict else ()

    @property
    def reading(self) -> Reading | None:
        """What was read."""
        return self.verdict.reading if self.verdict else None

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How everything stands."""
        return standings(self.verdict) if self.verdict else ()

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The self-inspection."""
        return inspection(self.verdict) if self.verdict else ()

    @cached_property
    def _files(self) -> Mapping[str, str]:
        """The file of each sound story and event, by its address."""
        reading = self.reading
        return {item.url: item.origin.path for item in reading.items} if reading else {}

    def standing_of(self, url: str) -> Standing | None:
        """Return how the story or the event at an address stands, if there is one."""
        if not self.verdict or url not in self._files:
            return None
        found = written(self.verdict, self._files[url])
        occasion = self.verdict.occasion
        return next(
            (standing(one, occasion) for one in found if one.item and one.item.url == url), None
        )


@dataclass(frozen=True, slots=True)
class Sight:
    """The last good site and what is known since; a page that shows another is out of date."""

    site: Mapping[str, Make] = field(default_factory=dict)
    """The files of the last site that could be made, by address; none, where there is none yet."""
    findings: Findings = Findings()
    failure: str = ""
    """Why the site could not be made of what there is now; a Chinese sentence."""
    has_new_code: bool = False
    """Whether the program was changed since it was started, and cannot be started anew."""
    id: str = field(default_factory=_new_id)


def findings(root: Path, verdict: Verdict) -> Findings:
    """Return what is to be shown of a verdict on the project below `root`."""
    shown = verdict.shown.site if verdict.shown and not verdict.errors else None
    pages = by_page(verdict.problems, lambda path: unread(root / path))
    return Findings(verdict, pages, root, shown)
