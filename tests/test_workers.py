"""Sharing work among processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

import pytest

from build_site import ROOT
from microsite.workers import Share, Work, answer, delegate, join, split, spread, taken

Begun: TypeAlias = tuple[Callable[[], None], Callable[[], None]]
Start: TypeAlias = Callable[[Work[str, int], Sequence[str], int], Callable[[], list[int]]]


@pytest.fixture
def cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend to a machine of three cores, and to be the only thread."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2})
    monkeypatch.setattr("threading.active_count", lambda: 1)


def lengths(texts: Iterable[str]) -> list[int]:
    return [len(text) for text in texts]


def pids(texts: Iterable[str]) -> list[int]:
    return [os.getpid() for _ in texts]


def copy_of(end: Connection) -> Connection:
    return Connection(os.dup(end.fileno()))


def tickets_for(batches: Sequence[object]) -> Connection:
    tickets, given = Pipe(duplex=False)
    os.write(given.fileno(), bytes(range(len(batches))))
    given.close()
    return tickets


def test_every_piece_of_work_is_done_once() -> None:
    done = [piece for number in range(3) for piece in Share(number, 3).of("abcdefg", lambda _: 1)]

    assert done == list("abcdefg")


def test_shares_are_alike_in_weight() -> None:
    work = [1.0] * 8 + [4.0, 4.0]

    shares = [sum(Share(number, 2).of(work, float)) for number in range(2)]

    assert shares == [8, 8]


@pytest.mark.parametrize("work", [[0.0, 0.0, 3.0, 0.0, 0.0], [0.0] * 5])
def test_what_weighs_nothing_is_done_as_well(work: list[float]) -> None:
    done = [piece for number in range(3) for piece in Share(number, 3).of(work, float)]

    assert done == work


def test_no_work_makes_empty_shares() -> None:
    assert [*Share(1, 2).of([], lambda _: 1)] == []


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("start", [spread, delegate])
def test_results_come_in_the_order_of_the_items(start: Start) -> None:
    texts = ["x" * number for number in range(50)]

    assert start(lengths, texts, 10)() == list(range(50))


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("start", [spread, delegate])
@pytest.mark.parametrize("texts", [[], ["a", "bb"]])
def test_little_work_is_done_at_once(start: Start, texts: list[str]) -> None:
    assert start(lengths, texts, 10)() == lengths(texts)


@pytest.fixture
def begun() -> Iterator[Begun]:
    """Return what tells that other processes have begun, and what waits for that."""
    reader, writer = os.pipe()

    def tell() -> None:
        os.write(writer, b"x")

    def wait() -> None:
        os.read(reader, 1)

    yield tell, wait
    os.close(reader)
    os.close(writer)


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("start", [spread, delegate])
def test_what_another_process_fails_to_do_is_done_in_this_one(start: Start, begun: Begun) -> None:
    here = os.getpid()
    tell, wait = begun

    def lengths_here(texts: Iterable[str]) -> list[int]:
        done = []
        for text in texts:
            if os.getpid() != here:
                tell()
                raise OSError("a disk that only this process has")
            done.append(len(text))
        return done

    finish = start(lengths_here, ["a"] * 50, 10)
    wait()

    assert finish() == [1] * 50


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("start", [spread, delegate])
def test_none_waits_for_a_slower_one(start: Start) -> None:
    here = os.getpid()
    taken_here = count()

    def slow_there(texts: Iterable[str]) -> list[int]:
        done = []
        for text in texts:
            time.sleep(0 if os.getpid() == here else 0.5)
            done.append(len(text))
            next(taken_here)
        return done

    assert start(slow_there, ["a"] * 50, 10)() == [1] * 50
    assert next(taken_here) > 50 / 3 + 10


@pytest.mark.usefixtures("cores")
def test_a_child_does_all_its_work_itself(begun: Begun) -> None:
    here = os.getpid()
    tell, wait = begun

    def processes(texts: Iterable[str]) -> list[tuple[int, int]]:
        own = os.getpid()
        done = []
        for text in texts:
            done.append((own, len({*spread(pids, [text] * 50, 10)()}) if own != here else 1))
            tell()
        return done

    finish = delegate(processes, ["a"] * 50, 10)
    wait()
    found = finish()

    assert {number for _, number in found} == {1}
    assert {process for process, _ in found} - {here}


@pytest.mark.usefixtures("cores")
def test_an_error_of_another_process_is_raised_in_this_one() -> None:
    def unwritable(_: Iterable[str]) -> list[int]:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        delegate(unwritable, ["a"] * 50, 10)()


def test_a_child_sends_its_results_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    handlers: dict[int, Callable[[], None]] = {}
    monkeypatch.setattr("signal.signal", handlers.__setitem__)
    receiver, sender = Pipe(duplex=False)
    batches = [["a", "bb"], [], ["ccc"]]

    with receiver, sender, tickets_for(batches) as tickets:
        answer(copy_of(receiver), sender, lengths, batches, tickets)

        assert receiver.recv() == {0: [1, 2], 1: [], 2: [3]}
    assert ended == [0]
    with pytest.raises(SystemExit):
        handlers[signal.SIGTERM]()


def test_a_child_without_a_parent_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    receiver, sender = Pipe(duplex=False)
    batches = [["a"] * 100_000]  # more than a pipe takes

    with sender, tickets_for(batches) as tickets, pytest.raises(BrokenPipeError):
        answer(receiver, sender, lengths, batches, tickets)
    assert ended == [0]


SIBLINGS = """
import os, sys, time
from microsite.workers import delegate, join, split

os.sched_getaffinity = lambda _: {0, 1}
wait = delegate(lambda items: [time.sleep(1) or item for item in items], ["done"], 1)
share = split(2)
if not share.is_parent:
    sys.exit(1)
print(join(share, ok=True), *wait())
"""
GRANDCHILD = """
import os, subprocess, sys, time
from pathlib import Path
from microsite.workers import delegate

os.sched_getaffinity = lambda _: {0, 1}
command = ["sh", "-c", "echo $$ > number.new; mv number.new number; exec sleep 600"]
delegate(lambda items: [subprocess.run(command) for _ in items], [0], 1)
while not Path("number").exists():
    time.sleep(0.01)
"""


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script]
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    return subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, check=False
    )


def test_a_child_that_fails_ends_no_other(tmp_path: Path) -> None:
    result = run(SIBLINGS, tmp_path)

    assert (result.stdout, result.stderr) == ("False done\n", "")


def test_nothing_that_a_child_has_started_outlives_its_parent(tmp_path: Path) -> None:
    result = run(GRANDCHILD, tmp_path)

    assert result.stderr == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "number").read_text()), 0)


def test_what_others_have_taken_is_not_done_again() -> None:
    batches = [["a"], ["bb"], ["ccc"]]

    with tickets_for(batches) as tickets:
        os.read(tickets.fileno(), 1)

        assert taken(lengths, batches, tickets) == {1: [2], 2: [3]}
        assert taken(lengths, batches, tickets) == {}


@pytest.mark.usefixtures("cores")
def test_a_parent_learns_that_its_children_are_well() -> None:
    share = split(3)

    if not share.is_parent:
        join(share, ok=True)
    assert share.count == 3
    assert join(share, ok=True)


@pytest.mark.usefixtures("cores")
def test_a_parent_learns_that_a_child_has_failed() -> None:
    share = split(2)

    if not share.is_parent:
        join(share, ok=False)
    assert not join(share, ok=True)


@pytest.mark.usefixtures("cores")
def test_a_process_with_several_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)

    assert split(3) == Share(0, 1)


@pytest.mark.usefixtures("cores")
def test_only_linux_copies_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.delattr(os, "sched_getaffinity")

    assert split(3) == Share(0, 1)


@pytest.mark.usefixtures("cores")
def test_a_child_takes_its_own_share_and_fails_unless_it_gets_to_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_exit: list[Callable[[], None]] = []
    ended: list[int] = []
    monkeypatch.setattr("atexit.register", at_exit.append)
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(os, "fork", lambda: 0)

    assert split(3) == Share(1, 3)

    for act in at_exit:
        act()
    assert ended == [1]


@pytest.mark.parametrize("status", [0, 1])
def test_a_child_ends_with_its_status(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)

    join(Share(1, 2), ok=not status)

    assert ended == [status]


@pytest.mark.usefixtures("cores")
def test_no_child_outlives_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    at_exit: list[tuple[Callable[[Sequence[int]], None], Sequence[int]]] = []
    monkeypatch.setattr("atexit.register", lambda *call: at_exit.append(call))
    share = split(2)
    if not share.is_parent:
        join(share, ok=True)

    for wait, children in at_exit:
        wait(children)

    with pytest.raises(ChildProcessError):
        os.waitpid(share.children[0], 0)


@pytest.mark.usefixtures("cores")
def test_children_that_were_waited_for_are_not_waited_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_exit: list[tuple[Callable[[Sequence[int]], None], Sequence[int]]] = []
    monkeypatch.setattr("atexit.register", lambda *call: at_exit.append(call))
    share = split(2)
    join(share, ok=True)

    [(wait, children)] = at_exit

    wait(children)
