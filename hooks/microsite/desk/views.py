"""What is shown to editors: a panel on each page, the desk, and the handbook."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from microsite.content.problems import Level, Problem
from microsite.desk.handbook import Chapter, handbook
from microsite.desk.inspection import Indicator
from microsite.desk.sight import Sight
from microsite.desk.standing import Standing
from microsite.desk.text import LEVELS, suggested
from microsite.desk.wechat import WECHAT, story_of
from microsite.rules.all import SITE_RULES
from microsite.rules.words import word_rules

PUBLIC: Final = frozenset({"已发布", "撤稿"})
"""States in which the public sees as much as the preview shows."""
SEVERITY: Final[tuple[Level, ...]] = tuple(LEVELS)


class Note(NamedTuple):
    """A problem as it is shown."""

    problem: Problem
    level: str
    right: str
    """What to type instead; nothing, if only the editor can know."""
    url: str | None
    """Of the page that it is about, if it is about one."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What an editor should know of one page."""

    id: str
    errors: tuple[Note, ...]
    others: tuple[Note, ...]
    elsewhere: int
    """Errors that are not about this page."""
    standing: Standing | None
    """Of the story or the event that the page shows, where the errors do not tell it all."""
    failure: str
    """Why the page may be older than the files."""
    wechat: str
    """The address of the same story for WeChat; nothing, if it is none."""


@dataclass(frozen=True, slots=True)
class FileNotes:
    """The problems of one file, errors first."""

    path: str
    notes: tuple[Note, ...]
    errors: int


@dataclass(frozen=True, slots=True)
class DeskView:
    """Everything that an editor should know."""

    id: str
    failure: str
    has_site: bool
    has_new_code: bool
    counts: tuple[tuple[Level, str, int], ...]
    """Of each level, with its name."""
    files: tuple[FileNotes, ...]
    hidden: tuple[Standing, ...]
    """What the public does not see."""
    shown: tuple[Standing, ...]
    indicators: tuple[Indicator, ...]

    @property
    def errors(self) -> int:
        """How many problems keep the site from being published."""
        return sum(file.errors for file in self.files)

    @property
    def failed(self) -> int:
        """How many indicators are not met."""
        return sum(one.passed is False for one in self.indicators)


@dataclass(frozen=True, slots=True)
class HandbookView:
    """Every rule."""

    id: str
    chapters: tuple[Chapter, ...]
    levels: Mapping[Level, str]


def panel(sight: Sight, url: str) -> Panel:
    """Return what belongs on the page at `url`."""
    notes = [_note(problem, url) for problem in sight.findings.by_page.get(url, ())]
    errors = tuple(one for one in notes if one.problem.level == "error")
    every = sum(one.level == "error" for one in sight.findings.problems)
    standing = sight.findings.standing_of(url)
    return Panel(
        id=sight.id,
        errors=errors,
        others=tuple(one for one in notes if one.problem.level != "error"),
        elsewhere=every - len(errors),
        standing=None if errors or (standing and standing.state in PUBLIC) else standing,
        failure=sight.failure,
        wechat=f"{WECHAT}{url}" if story_of(sight, url) else "",
    )


def desk_view(sight: Sight) -> DeskView:
    """Return what the desk shows."""
    found = sight.findings
    counts = Counter(one.level for one in found.problems)
    urls = {one: url for url, some in found.by_page.items() for one in some}
    files = _files(found.problems, urls)
    return DeskView(
        id=sight.id,
        failure=sight.failure,
        has_site=bool(sight.site),
        has_new_code=sight.has_new_code,
        counts=tuple((level, name, counts[level]) for level, name in LEVELS.items()),
        files=tuple(sorted(files, key=lambda file: (not file.errors, file.path))),
        hidden=tuple(one for one in found.standings if one.state != "已发布"),
        shown=tuple(one for one in found.standings if one.state == "已发布"),
        indicators=found.indicators,
    )


def handbook_view(sight: Sight) -> HandbookView:
    """Return every rule, those of the bureau's own tables as they are now."""
    reading = sight.findings.reading
    words = word_rules(reading) if reading else ()
    return HandbookView(sight.id, handbook((*words, *SITE_RULES)), LEVELS)


def _note(problem: Problem, url: str | None) -> Note:
    return Note(problem, LEVELS[problem.level], suggested(problem), url)


def _files(problems: Iterable[Problem], urls: Mapping[Problem, str]) -> Iterator[FileNotes]:
    by_path: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    for some in by_path.values():
        ordered = sorted(some, key=lambda one: (SEVERITY.index(one.level), one))
        notes = tuple(_note(one, urls.get(one)) for one in ordered)
        yield FileNotes(some[0].shown_path, notes, sum(one.level == "error" for one in some))
