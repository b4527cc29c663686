"""The one list of objections that building and checking share."""

import pytest

from conftest import Project
from microsite.content.problems import ContentError
from microsite.plan import plan
from microsite.verdict import Shown, verdict
from small_project import NOW

PAGE = "---\ntitle: 页面\nsummary: 摘要。\n---\n## 谁在办\n"
SETTINGS = "data/bureau.yml"


def shown(judged: Shown | None) -> Shown:
    assert judged
    return judged


def test_a_page_in_the_place_of_a_generated_one_is_found_without_a_build(project: Project) -> None:
    root = project({"docs/events.md": PAGE})

    judged = verdict(root, NOW)

    assert [(one.path, one.code) for one in judged.errors] == [("docs/events.md", "address-taken")]


def test_a_page_beside_the_generated_ones_is_no_problem(project: Project) -> None:
    root = project({"docs/history.md": PAGE})

    judged = verdict(root, NOW)

    assert not judged.errors


def test_pages_are_not_made_where_none_can_be_in_the_way(project: Project) -> None:
    judged = verdict(project({}), NOW)

    assert "views" not in vars(shown(judged.shown))


def test_pages_are_made_once(project: Project) -> None:
    judged = verdict(project({"docs/history.md": PAGE}), NOW)

    assert shown(judged.shown).views is shown(judged.shown).views


def test_a_missing_typeface_is_found_without_a_build(project: Project) -> None:
    root = project({})
    settings = root / SETTINGS
    settings.write_text(settings.read_text("utf-8").replace("cards: false", "cards: true"))

    judged = verdict(root, NOW)

    assert {one.code for one in judged.errors} == {"font-missing"}


def test_a_build_objects_to_what_the_verdict_does(project: Project) -> None:
    root = project({"docs/events.md": PAGE})

    with pytest.raises(ContentError) as error:
        plan(root, NOW)

    assert error.value.problems == verdict(root, NOW).errors
