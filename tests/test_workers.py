"""Sharing work among processes."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import TypeAlias

import pytest

from microsite.workers import Share, Work, answer, delegate, join, split, spread, taken

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


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("start", [spread, delegate])
def test_what_another_process_fails_to_do_is_done_in_this_one(start: Start) -> None:
    here = os.getpid()

    def lengths_here(texts: Iterable[str]) -> list[int]:
        done = []
        for text in texts:
            assert os.getpid() == here
            done.append(len(text))
        return done

    finish = start(lengths_here, ["a"] * 50, 10)
    time.sleep(0.2)  # for others to take work with which they fail

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
def test_a_child_does_all_its_work_itself() -> None:
    here = os.getpid()

    def processes(texts: Iterable[str]) -> list[tuple[int, int]]:
        own = os.getpid()
        return [
            (own, 1 if own == here else len({*spread(pids, [text] * 50, 10)()})) for text in texts
        ]

    finish = delegate(processes, ["a"] * 50, 10)
    time.sleep(0.2)  # for others to take work
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
    receiver, sender = Pipe(duplex=False)
    batches = [["a", "bb"], [], ["ccc"]]

    with receiver, sender, tickets_for(batches) as tickets:
        answer(sender, lengths, batches, tickets)

        assert receiver.recv() == {0: [1, 2], 1: [], 2: [3]}
    assert ended == [0]


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
def test_a_child_takes_its_own_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: 0)

    assert split(3) == Share(1, 3)


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
