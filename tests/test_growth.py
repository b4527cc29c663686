"""Checking grows with the content, not with its square."""

import sys
from pathlib import Path
from types import FrameType

import pytest
from generator import generate

from microsite.verdict import verdict
from small_project import NOW

SIZES = (25, 50, 100)
MORE = 1.1
"""How much more than twice may be called for twice as much: rounding, months without events."""


def calls(root: Path) -> int:
    """Return how many functions, ours and others, are called to judge a project."""
    count = 0

    def notice(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event.endswith("call")

    sys.setprofile(notice)
    try:
        verdict(root, NOW)
    finally:
        sys.setprofile(None)
    return count


def test_twice_the_content_is_twice_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)  # all of it in this process
    for size in SIZES:
        generate(tmp_path / str(size), size, size * 5)

    small, middle, large = (calls(tmp_path / str(size)) for size in SIZES)

    assert large - middle < 2 * MORE * (middle - small)
