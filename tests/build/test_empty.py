"""A site before its first story and its first event."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_site import Pages, build, parsed
from small_project import BASE


@pytest.fixture
def empty(copy: Callable[[Path], Path], tmp_path: Path) -> Pages:
    """Return every page of such a site."""
    root = copy(BASE)
    for folder in ("data/events", "data/series", "docs/stories"):
        shutil.rmtree(root / folder)
    result = build(root, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    return parsed(tmp_path / "site")


def test_no_heading_stands_over_nothing(empty: Pages) -> None:
    bare = [
        (path, section.text())
        for path, page in empty.items()
        for section in page.css("main section")
        if not section.css("p, li, td, dd")
    ]
    titles = {heading.text() for page in empty.values() for heading in page.css("main h2")}

    assert not bare
    assert not titles & {"按话题找", "按系列找", "从栏目进入", "只订一个栏目或系列", "栏目与系列"}


def test_no_past_events_are_spoken_of(empty: Pages) -> None:
    text = " ".join(node.text() for node in empty["index.html"].css(".ms-empty"))

    assert "眼下没有已经公布的活动安排。" in text
    assert "以往" not in text
