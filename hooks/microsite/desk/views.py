"""What is shown to editors: a panel on each page, and the desk."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from microsite.content.problems import Level, Problem
from microsite.desk.inspection import Indicator
from microsite.desk.sight import Sight
from microsite.desk.standing import Standing

LEVELS: Final[tuple[Level, ...]] = get_args(Level)
"""What must be mended first."""
PUBLIC: Final = frozenset({"已发布", "撤稿"})
"""States in which the public sees as much as the preview shows."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What an editor should know of one page."""

    id: str
    errors: tuple[Problem, ...]
    others: tuple[Problem, ...]
    elsewhere: int
    """Errors that are not about this page."""
    standing: Standing | None
    """Of the story or the event that the page shows, where the errors do not tell it all."""
    failure: str
    """Why the page may be older than the files."""


@dataclass(frozen=True, slots=True)
class FileNotes:
    """The problems of one file, errors first."""

    path: str
    problems: tuple[Problem, ...]
    errors: int


@dataclass(frozen=True, slots=True)
class DeskView:
    """Everything that an editor should know."""

    id: str
    failure: str
    has_site: bool
    has_new_code: bool
    counts: Mapping[Level, int]
    files: tuple[FileNotes, ...]
    page_of: Mapping[Problem, str]
    """The address of the page that a problem is about, if it is about one."""
    hidden: tuple[Standing, ...]
    """What the public does not see."""
    shown: tuple[Standing, ...]
    indicators: tuple[Indicator, ...]

    @property
    def failed(self) -> int:
        """How many indicators are not met."""
        return sum(one.passed is False for one in self.indicators)


def panel(sight: Sight, url: str) -> Panel:
    """Return what belongs on the page at `url`."""
    here = sight.findings.by_page.get(url, ())
    errors = tuple(one for one in here if one.level == "error")
    others = tuple(one for one in here if one.level != "error")
    every = sum(one.level == "error" for one in sight.findings.problems)
    standing = next((one for one in sight.findings.standings if url and one.url == url), None)
    if standing and (standing.state in PUBLIC or errors):
        standing = None
    return Panel(sight.id, errors, others, every - len(errors), standing, sight.failure)


def desk_view(sight: Sight) -> DeskView:
    """Return what the desk shows."""
    found = sight.findings
    counts = Counter(one.level for one in found.problems)
    return DeskView(
        id=sight.id,
        failure=sight.failure,
        has_site=bool(sight.site),
        has_new_code=sight.has_new_code,
        counts={level: counts[level] for level in LEVELS},
        files=tuple(sorted(_files(found.problems), key=lambda file: (not file.errors, file.path))),
        page_of={one: url for url, some in found.by_page.items() for one in some},
        hidden=tuple(one for one in found.standings if one.state != "已发布"),
        shown=tuple(one for one in found.standings if one.state == "已发布"),
        indicators=found.indicators,
    )


def _files(problems: Iterable[Problem]) -> Iterator[FileNotes]:
    by_path: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    for path, some in by_path.items():
        ordered = sorted(some, key=lambda one: (LEVELS.index(one.level), one))
        yield FileNotes(path, tuple(ordered), sum(one.level == "error" for one in some))
