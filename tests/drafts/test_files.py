"""Drafts to files."""

from pathlib import Path

import pytest

from microsite.drafts.draft import Draft, Entry
from microsite.drafts.files import write

STORY = Draft("docs/stories/2027/a.md", "a", ("---", "title: 甲", "---"))
PLACE = Entry("data/places.yml", "a", ("a:", "  title: 甲"), "schemas/places.json")


def files(root: Path) -> set[str]:
    return {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}


def test_a_file_is_written_whole_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    write(tmp_path, STORY)

    assert files(tmp_path) == {STORY.path}
    assert (tmp_path / STORY.path).read_text(encoding="utf-8") == "---\ntitle: 甲\n---\n"


def test_a_table_that_is_not_there_begins_with_its_schema(tmp_path: Path) -> None:
    new = write(tmp_path, PLACE)

    assert (tmp_path / PLACE.path).read_bytes() == new.data
    assert new.data.decode() == (
        "# yaml-language-server: $schema=schemas/places.json\na:\n  title: 甲\n"
    )


def test_no_file_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, STORY)

    with pytest.raises(FileExistsError):
        write(tmp_path, STORY)


def test_a_table_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / PLACE.path
    path.parent.mkdir()
    path.write_text("b:\n  title: 乙\n", encoding="utf-8")
    path.chmod(0o640)

    write(tmp_path, PLACE)

    assert path.stat().st_mode & 0o777 == 0o640
    assert files(tmp_path) == {PLACE.path}


def test_a_folder_that_cannot_be_written_is_an_error_and_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/stories").write_text("", encoding="utf-8")

    with pytest.raises(OSError, match="stories"):
        write(tmp_path, STORY)

    assert files(tmp_path) == {"docs/stories"}
