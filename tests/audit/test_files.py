"""Files of hidden stories: not in the site, and not missed there."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from audit.sites import write
from microsite.audit.all import audit
from microsite.content.load import Reading
from microsite.content.review import State, states
from small_project import NOW, Files

STORY, FORM = "docs/stories/2026/form.md", "assets/files/form.txt"
URL = "stories/2026/form/"
FILES: Files = {
    f"docs/{FORM}": "表",
    STORY: "---\ntitle: 表\nseries: theme-day\npublished: 2026-02-10 09:00\nsummary: 一句。\n"
    f"source: 市住建局\n---\n[表](../../{FORM})\n",
}
PAGE = f"---\ntitle: 隐私\nsummary: 一句。\n---\n[表]({FORM})\n"
Found = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def found(read: Callable[[Files], Reading], tmp_path: Path) -> Found:
    def run(
        site: Mapping[str, str], state: State, more: Files | None = None
    ) -> list[tuple[str, str]]:
        reading = read({**FILES, **(more or {})})
        folder = write(tmp_path / "site", site)
        known = {**states(reading, NOW, "demo"), URL: state}
        problems = audit(folder, reading, known, [FORM])
        return [(one.path, one.code) for one in problems if one.path == FORM]

    return run


def test_a_file_of_a_story_that_is_shown_is_there(found: Found) -> None:
    assert found({}, "已发布") == [(FORM, "audit-vanished")]


@pytest.mark.parametrize("state", ["待初审", "改动待重审", "定时", "撤稿"])
def test_a_file_of_a_hidden_story_is_not_missed(state: State, found: Found) -> None:
    assert not found({}, state)


@pytest.mark.parametrize("state", ["待初审", "改动待重审", "定时", "撤稿"])
def test_a_file_of_a_hidden_story_is_not_there(state: State, found: Found) -> None:
    assert found({FORM: "表"}, state) == [(FORM, "audit-hidden")]


def test_a_file_that_a_page_links_to_as_well_is_not_hidden(found: Found) -> None:
    assert not found({FORM: "表"}, "待初审", {"docs/privacy.md": PAGE})
