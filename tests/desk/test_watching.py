"""A changed file is told of at once, one that is only read is not."""

from pathlib import Path
from threading import Event

from microsite.desk.watching import watch

PATIENCE = 30
"""Seconds after which nothing will come any more."""


def test_a_change_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    told = Event()
    watch([tmp_path], told.set)

    (tmp_path / "a/b.md").write_text("一", encoding="utf-8")

    assert told.wait(PATIENCE)


def test_what_is_read_and_what_is_not_there_are_no_news(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("一", encoding="utf-8")
    told, ended = Event(), Event()
    watch([tmp_path / "b.md", tmp_path / "nothing"], told.set)
    watch([tmp_path / "b.md"], told.set)
    watch([tmp_path], ended.set)

    (tmp_path / "b.md").read_text(encoding="utf-8")
    (tmp_path / "end").touch()

    assert ended.wait(PATIENCE)
    assert not told.is_set()
