"""What comes of files while editors save them."""

from collections.abc import Callable
from pathlib import Path

from microsite.content.reading_memory import ReadingMemory
from microsite.content.records import Records
from small_project import Files


def test_a_file_that_changes_while_it_is_read_is_not_taken_for_what_it_was(
    project: Callable[[Files], Path],
) -> None:
    root = project({})
    file = root / "docs/stories/2026/lecture.md"
    text = file.read_bytes()
    memory = ReadingMemory()
    file.write_bytes(b"")  # as some editors do first
    records = Records(root, memory)

    records.bodies_ahead()
    file.write_bytes(text)
    records.stories()
    memory.turn()
    again = Records(root, memory)
    again.bodies_ahead()
    again.stories()

    assert [problem.code for problem in records.problems] == ["front-missing"]
    assert not again.problems
