"""What is below the folders of a project."""

from pathlib import Path

import pytest

from microsite.content.tree import tree


def test_files_and_all_else_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "docs/a").mkdir(parents=True)
    (tmp_path / "docs/a/b.md").touch()
    (tmp_path / "docs/nowhere").symlink_to("gone")
    (tmp_path / "docs/circle").symlink_to("circle")
    (tmp_path / "docs/up").symlink_to("..")
    (tmp_path / "site").mkdir()

    found = tree(tmp_path, ["data", "docs"])

    assert found.files == {"docs/a/b.md"}
    assert found.all == ("docs/a", "docs/a/b.md", "docs/circle", "docs/nowhere", "docs/up")


def test_the_project_may_be_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/b.md").touch()
    monkeypatch.chdir(tmp_path)

    assert tree(Path(), ["docs"]).files == {"docs/b.md"}
