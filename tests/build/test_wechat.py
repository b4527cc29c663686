"""Where the bureau wants it, every build exports what it publishes to WeChat."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_site import build
from microsite.wechat.export import MIRROR
from microsite.wechat.placing import WRITTEN
from signing import REVIEW
from small_project import BASE

SETTING = "wechat: {at_build: true}\n"
NOT_SIGNED = "docs/stories/2026/lecture.md"


@pytest.fixture
def root(copy: Callable[[Path], Path]) -> Path:
    """Return a project that exports, of which one story is not signed."""
    root = copy(BASE)
    with (root / "data/bureau.yml").open("a", encoding="utf-8") as file:
        file.write(SETTING)
    story = root / NOT_SIGNED
    story.write_text(REVIEW.sub("", story.read_text(encoding="utf-8")), encoding="utf-8")
    return root


def test_what_is_published_is_exported_beside_the_site(root: Path, tmp_path: Path) -> None:
    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    assert {path.name for path in (root / MIRROR).iterdir()} == {"community-orders", WRITTEN}
    assert (root / MIRROR / "community-orders/copy.html").is_file()
    assert not [path for path in (tmp_path / "site").rglob("*") if "wechat" in path.name]


def test_a_folder_of_others_is_told_and_stops_no_site(root: Path, tmp_path: Path) -> None:
    (root / MIRROR).mkdir(parents=True)
    (root / MIRROR / "照片.raw").touch()

    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    assert (tmp_path / "site/index.html").is_file()
    assert "故事没有导出到公众号：" in result.stderr
    assert "里有别的东西（照片.raw）" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_that_cannot_be_written_is_told_and_stops_no_site(
    root: Path, tmp_path: Path
) -> None:
    (root / "wechat").symlink_to(tmp_path / "none/wechat")

    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    assert (tmp_path / "site/index.html").is_file()
    assert "故事没有导出到公众号" in result.stderr
    assert "Traceback" not in result.stderr
