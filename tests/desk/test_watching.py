"""A changed file is told of at once, one that is only read is not."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest

from microsite.desk.watching import can_start, watch, watch_days

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


def test_each_new_day_is_told_once() -> None:
    days = iter(date(2026, 2, day) for day in (1, 1, 2, 2, 2, 4))
    told: list[str] = []

    with pytest.raises(StopIteration):
        watch_days(lambda: next(days), lambda: told.append("another day"), every=0)

    assert len(told) == 2


@pytest.mark.parametrize(
    ("text", "can"), [("import os\n", True), ("import no_such_part\n", False), ("(\n", False)]
)
def test_what_cannot_be_run_is_known_before(tmp_path: Path, text: str, *, can: bool) -> None:
    (tmp_path / "main.py").write_text(text, encoding="utf-8")

    assert can_start(tmp_path / "main.py") is can
