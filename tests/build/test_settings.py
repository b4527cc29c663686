"""Settings of the bureau that change what pages show."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_site import build, parsed
from signing import STEPS
from small_project import BASE

STORY = "stories/2026/community-orders/index.html"


@pytest.mark.parametrize(
    ("setting", "shown"),
    [("posts", [f"{step}示例·{step}岗，2026年1月10日" for step in STEPS]), ("hidden", [])],
)
def test_reviewers_are_shown_as_the_bureau_likes(
    copy: Callable[[Path], Path], tmp_path: Path, setting: str, shown: list[str]
) -> None:
    root = copy(BASE)
    with (root / "data/bureau.yml").open("a", encoding="utf-8") as file:
        file.write(f"reviewers: {setting}\n")

    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    page = parsed(tmp_path / "site")[STORY]
    found = [node.text() for node in page.css(".ms-review__step")]
    assert found == shown


def test_without_a_search_nothing_leads_to_one(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    result = build(copy(BASE), tmp_path / "site")

    pages = parsed(tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert not [
        path for path, page in pages.items() if page.css("[href*='search/'], [role=search]")
    ]
