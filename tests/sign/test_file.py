"""Of a file only those bytes change that have to."""

import stat
from pathlib import Path

import pytest

from microsite.signing.file import replace_file, spliced
from microsite.signing.splice import Edit

AFTER_B = [Edit(3, 3, "\nc")]
"""Behind the second line of `a`, `b`, `d`."""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\nd\n", b"a\nb\nc\nd\n"),
        (b"a\r\nb\r\nd", b"a\r\nb\r\nc\r\nd"),
        (b"a\rb\rd", b"a\rb\rc\rd"),
        (b"a\r\nb\nd\r\n", b"a\r\nb\nc\nd\r\n"),
        (b"a\nb", b"a\nb\nc"),
        (b"a\r\nb", b"a\r\nb\r\nc"),
        (b"\xef\xbb\xbfa\r\nb\r\nd", b"\xef\xbb\xbfa\r\nb\r\nc\r\nd"),
        (b"axb", b"axb\nc"),
    ],
)
def test_a_new_line_ends_like_the_one_before(before: bytes, after: bytes) -> None:
    assert spliced(before, AFTER_B) == after


def test_a_part_is_exchanged_where_it_stands() -> None:
    data = "\ufeff甲\r\n乙\r\n丙".encode()

    assert spliced(data, [Edit(2, 3, "丁")]) == "\ufeff甲\r\n丁\r\n丙".encode()


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"a")
    file.chmod(0o640)

    replace_file(file, b"b")

    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"b", 0o640)


def test_a_link_stays_one(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_bytes(b"a")
    link.symlink_to(file)

    replace_file(link, b"b")

    assert (link.is_symlink(), file.read_bytes()) == (True, b"b")


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    with pytest.raises(OSError, match="directory"):
        replace_file(folder, b"b")

    assert [*tmp_path.iterdir()] == [folder]
