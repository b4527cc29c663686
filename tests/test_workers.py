"""Sharing work among processes."""

import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing import Pipe
from typing import TypeAlias

import pytest

from microsite.workers import Share, Work, answer, delegate, join, split, spread

Start: TypeAlias = Callable[[Work[str, int], Sequence[str], int], Callable[[], list[int]]]


@pytest.fixture
def cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend to a machine of three cores, and to be the only thread."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2})
    monkeypatch.setattr("threading.active_count", lambda: 1)


def lengths(texts: Sequence[str]) -> list[int]:
    return [len(text) for text in texts]


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

    def lengths_here(texts: Sequence[str]) -> list[int]:
        assert os.getpid() == here
        return lengths(texts)

    assert start(lengths_here, ["a"] * 50, 10)() == [1] * 50


@pytest.mark.usefixtures("cores")
def test_a_child_does_all_its_work_itself() -> None:
    here = os.getpid()

    def lengths_there(texts: Sequence[str]) -> list[int]:
        assert os.getpid() != here
        return spread(lengths, texts, 10)()

    assert delegate(lengths_there, ["a"] * 50, 10)() == [1] * 50


@pytest.mark.usefixtures("cores")
def test_an_error_of_another_process_is_raised_in_this_one() -> None:
    def unwritable(_: Sequence[str]) -> list[int]:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        delegate(unwritable, ["a"] * 50, 10)()


def test_a_child_sends_its_results_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    receiver, sender = Pipe(duplex=False)

    with receiver, sender:
        answer(sender, lengths, ["a", "bb"])

        assert receiver.recv() == [1, 2]
    assert ended == [0]


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
