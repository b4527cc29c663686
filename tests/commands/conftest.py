"""The day of the small project, and a keyboard for commands that ask."""

import io
import os
import pty
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from small_project import NOW

END = b"\x04"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the day of the small project, and nobody at the keyboard."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{NOW.timestamp():.0f}")
    monkeypatch.setattr(sys, "stdin", io.StringIO())


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Return a function that lets standard input be a terminal at which lines are typed."""
    with ExitStack() as opened:

        def type_lines(*lines: str) -> None:
            master, slave = pty.openpty()
            keyboard = opened.enter_context(os.fdopen(slave, encoding="utf-8"))
            opened.callback(os.close, master)
            os.write(master, "".join(f"{line}\n" for line in lines).encode() + END)
            monkeypatch.setattr(sys, "stdin", keyboard)

        yield type_lines
