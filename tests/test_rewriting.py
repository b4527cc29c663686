"""What is not meant to change stays as it was, to the byte."""

import stat
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microsite.content.problems import Fix
from microsite.content.reader import read_text
from microsite.rewriting import replace_file, spliced

TEXTS = st.text(st.sampled_from("甲a\n\r "), max_size=30)


def fix(start: int, end: int, text: str) -> Fix:
    return Fix(start, end, text, is_safe=True)


@given(typed=TEXTS, mark=st.sampled_from(["", "\ufeff"]), at=st.integers(0, 30))
@example(typed="a\r\r\n甲", mark="\ufeff", at=3)
def test_an_offset_is_that_of_the_text_as_it_was_read(typed: str, mark: str, at: int) -> None:
    data = f"{mark}{typed}".encode()
    text = read_text(data, "a.md")
    start, end = min(at, len(text)), min(at + 2, len(text))

    changed = spliced(data, [fix(start, end, "乙")])

    assert read_text(changed, "a.md") == f"{text[:start]}乙{text[end:]}"


@given(typed=TEXTS, mark=st.sampled_from(["", "\ufeff"]))
def test_without_a_fix_every_byte_stays(typed: str, mark: str) -> None:
    data = f"{mark}{typed}".encode()

    assert spliced(data, []) == data


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
    assert spliced(before, [fix(3, 3, "\nc")]) == after


def test_changes_are_made_in_order_wherever_they_come_from() -> None:
    assert spliced(b"a\r\nb", [(2, 3, "c"), fix(0, 0, "d"), (0, 0, "e")]) == b"dea\r\nc"


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("甲", "utf-8")
    file.chmod(0o640)

    replace_file(file, b"b")

    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"b", 0o640)


def test_a_link_goes_on_being_one(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("甲", "utf-8")
    link.symlink_to(file)

    replace_file(link, b"b")

    assert (link.readlink(), file.read_bytes()) == (file, b"b")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    with pytest.raises(OSError, match="directory"):
        replace_file(folder, b"b")

    assert [*tmp_path.iterdir()] == [folder]


def test_a_file_that_cannot_be_replaced_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"a")
    monkeypatch.setattr(Path, "replace", lambda *_: (tmp_path / "nowhere").stat())

    with pytest.raises(FileNotFoundError):
        replace_file(file, b"b")

    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.md", b"a")]
