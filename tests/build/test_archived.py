"""What has ended stays on the site and says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_site import Pages, build, one, parsed
from signing import sign
from small_project import BASE

ENDED = "已归档：2026年2月1日起不再更新。"


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the one site of these tests is built."""
    return tmp_path_factory.mktemp("archived") / "site"


@pytest.fixture
def pages(copy: Callable[[Path], Path], target: Path) -> Pages:
    if not target.exists():
        root = copy(BASE)
        columns = root / "data/columns.yml"
        text = columns.read_text(encoding="utf-8")
        columns.write_text(
            text.replace("动态}\ndevelop", "动态, archived: 2026-02-01}\ndevelop"),
            encoding="utf-8",
        )
        with (root / "data/series/lecture-hall.yml").open("a", encoding="utf-8") as file:
            file.write("archived: 2026-02-01\n")
        sign(root)
        result = build(root, target)
        assert result.returncode == 0, result.stderr
    return parsed(target)


@pytest.mark.parametrize("page", ["columns/people", "series/theme-day", "series/lecture-hall"])
def test_the_page_of_what_is_archived_says_so(page: str, pages: Pages) -> None:
    assert ENDED in one(pages[f"{page}/index.html"], "main").text()


def test_other_pages_do_not(pages: Pages) -> None:
    assert "已归档" not in one(pages["columns/development/index.html"], "main").text()


def test_nothing_is_asked_of_an_archived_series(pages: Pages) -> None:
    assert "本期还没有开展" not in one(pages["series/theme-day/index.html"], "main").text()
