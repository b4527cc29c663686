"""What editors are shown on a page, at the desk, and in the handbook."""

from collections.abc import Callable
from datetime import date

import pytest

from conftest import Project
from microsite.desk.sight import Sight, findings
from microsite.desk.views import desk_view, handbook_view, panel
from microsite.verdict import verdict
from signing import sign
from small_project import BASE, NOW, Files

STORY = "docs/stories/2026/lecture.md"
LECTURE = "stories/2026/lecture/"
EVENTS = "data/events/2026-01.yml"
OLD = date(2026, 1, 1)
Look = Callable[[Files], Sight]


@pytest.fixture
def look(project: Project) -> Look:
    """Return a function that gives the sight of the small project, signed, with other files."""

    def at(files: Files) -> Sight:
        root = project({})
        sign(root, OLD)
        for path, text in files.items():
            (root / path).write_bytes(text.encode() if isinstance(text, str) else text)
        return Sight({}, findings(root, verdict(root, NOW, drafts=True)), "不行" if files else "")

    return at


def broken(path: str, old: str, new: str) -> dict[str, str | bytes]:
    text = (BASE / path).read_text(encoding="utf-8")
    assert old in text
    return {path: text.replace(old, new)}


def unsigned() -> dict[str, str | bytes]:
    return {STORY: (BASE / STORY).read_bytes()}


def test_a_page_tells_its_own_errors_and_counts_the_others(look: Look) -> None:
    sight = look(broken(STORY, "series: ", "serie: ") | broken(EVENTS, "place: ", "plcae: "))

    shown = panel(sight, LECTURE)

    assert {note.problem.path for note in shown.errors} == {STORY}
    assert {note.level for note in shown.errors} == {"错误"}
    assert shown.elsewhere
    assert shown.standing is None
    assert shown.failure == "不行"


def test_a_page_that_the_public_does_not_see_says_why(look: Look) -> None:
    shown = panel(look(unsigned()), LECTURE)

    assert not shown.errors
    assert shown.standing
    assert shown.standing.state == "待初审"
    assert "review-unsigned" in {note.problem.code for note in shown.others}


@pytest.mark.parametrize("url", ["", "about/", LECTURE])
def test_a_page_without_problems_says_nothing(look: Look, url: str) -> None:
    shown = panel(look({}), url)

    assert (shown.errors, shown.elsewhere, shown.standing) == ((), 0, None)


def test_the_desk_has_files_with_errors_first_and_errors_first_in_each(look: Look) -> None:
    files = broken(EVENTS, "place: ", "plcae: ") | unsigned()

    desk = desk_view(look(files))

    levels = [[note.problem.level for note in file.notes] for file in desk.files]
    assert desk.files[0].path == EVENTS
    assert [bool(file.errors) for file in desk.files] == sorted(
        (bool(file.errors) for file in desk.files), reverse=True
    )
    assert all(some == sorted(some, key=["error", "warning", "notice"].index) for some in levels)
    assert desk.errors == desk.counts[0][2] > 0


def test_the_desk_parts_what_the_public_sees_from_what_it_does_not(look: Look) -> None:
    desk = desk_view(look(unsigned()))

    assert [one.id for one in desk.hidden] == ["lecture"]
    assert {one.state for one in desk.shown} == {"已发布"}
    assert desk.failed == sum(one.passed is False for one in desk.indicators)
    assert desk.indicators


def test_the_handbook_has_the_rules_of_the_bureau_too(look: Look) -> None:
    full, empty = handbook_view(look({})), handbook_view(Sight())

    codes = [
        {one.code for chapter in view.chapters for one in chapter.articles}
        for view in (full, empty)
    ]
    assert codes[0] > codes[1] > {"review-unsigned"}
