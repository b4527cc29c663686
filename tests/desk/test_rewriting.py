"""What is not meant to change stays as it was, to the byte."""

import stat
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microsite.content.problems import Fix
from microsite.content.reader import read_text
from microsite.desk.rewriting import rewrite, spliced

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


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_new_line_ends_like_the_others(ending: str) -> None:
    data = f"甲{ending}乙{ending}".encode()

    changed = spliced(data, [fix(2, 2, "\n"), fix(3, 4, "丙")])

    assert changed.decode() == f"甲{ending}{ending}乙丙"


def test_a_text_of_one_line_gets_a_plain_line_end() -> None:
    assert spliced("甲乙".encode(), [fix(1, 1, "\n")]).decode() == "甲\n乙"


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("甲", "utf-8")
    file.chmod(0o640)

    rewrite(file, b"b")

    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"b", 0o640)


def test_a_link_goes_on_being_one(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("甲", "utf-8")
    link.symlink_to(file)

    rewrite(link, b"b")

    assert (link.readlink(), file.read_bytes()) == (file, b"b")


def test_a_file_that_cannot_be_replaced_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"a")
    monkeypatch.setattr(Path, "replace", lambda *_: (tmp_path / "nowhere").stat())

    with pytest.raises(FileNotFoundError):
        rewrite(file, b"b")

    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.md", b"a")]
