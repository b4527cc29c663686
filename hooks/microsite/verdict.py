"""What is wrong with a project: the one list that building, checking and signing go by."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from microsite.content.bureau import Mode
from microsite.content.load import Reading, read_site
from microsite.content.problems import Problem
from microsite.outputs.pictures import picture_problems
from microsite.rules.all import editorial_judgement
from microsite.rules.site_rule import Occasion, occasion


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was read, when and for what it was judged, and every objection in order."""

    reading: Reading
    occasion: Occasion
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the content from being published."""
        return tuple(problem for problem in self.problems if problem.level == "error")


def verdict(root: Path, now: datetime, mode: Mode | None = None) -> Verdict:
    """Read and judge the project below `root`, writing nothing but `.cache/`.

    Args:
        root: Folder of `data/` and `docs/`.
        now: Decides what is past; in Asia/Shanghai.
        mode: Put in the place of the one that the bureau has written.
    """
    reading = read_site(root)
    judged_for = occasion(reading, now, mode)
    problems = [*reading.problems, *picture_problems(root, reading.pictures)]
    problems += editorial_judgement(reading, judged_for)
    return Verdict(reading, judged_for, tuple(sorted(set(problems))))
