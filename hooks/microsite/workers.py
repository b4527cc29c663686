"""Work shared among the cores by copies of this process.

Where a process cannot be copied safely, since it has several threads as the preview has, or since
it does not run on Linux, it does all the work itself.
"""

import atexit
import gc
import os
import signal
import sys
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, islice, pairwise
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from typing import TypeAlias, TypeVar

T = TypeVar("T")
R = TypeVar("R")

Work: TypeAlias = Callable[[Iterable[T]], list[R]]
"""Makes one result of each item, in their order, before it asks for the next item."""
Done: TypeAlias = dict[int, list[R]]
"""Results by the number of their batch."""
Weigh: TypeAlias = Callable[[T], float]

MOST = 4
"""More processes than this wait for the disk, not for a core."""
BATCHES = 8
"""For each process; the more, the less does any of them wait at the end."""


def _alike(_: object) -> float:
    return 1


@dataclass(frozen=True, slots=True)
class Share:
    """What one of several processes does of the work; the first of them is the parent."""

    number: int
    count: int
    children: tuple[int, ...] = ()
    """Process ids, known to the parent alone."""

    @property
    def is_parent(self) -> bool:
        """Whether this is the process that was started from outside."""
        return self.number == 0

    def of(self, work: Sequence[T], weigh: Weigh[T]) -> Sequence[T]:
        """Return a run of the pieces, about as heavy as that of every other process."""
        return _runs(work, weigh, self.count)[self.number]


def spread(
    work: Work[T, R], items: Sequence[T], worth: int, weigh: Weigh[T] = _alike
) -> Callable[[], list[R]]:
    """Start `work` on `items` in several processes; return what does its part and has it all.

    Each process fetches a few items whenever it has done those before, so that none waits for a
    slower one. Only results are sent from process to process: they alone have to be pickled.

    Args:
        work: Is called in each process; what other ones failed to do is done in this one.
        items: In the order of the results.
        worth: How many items are worth a process of their own.
        weigh: Returns how much work an item is, compared with the others.
    """
    return _shared(work, items, _processes(len(items) // worth), weigh)


def delegate(
    work: Work[T, R], items: Sequence[T], worth: int, weigh: Weigh[T] = _alike
) -> Callable[[], list[R]]:
    """Start `work` as `spread` does, for a process that has other things to do meanwhile."""
    return _shared(work, items, _processes(len(items) // worth + 1), weigh)


def _shared(
    work: Work[T, R], items: Sequence[T], count: int, weigh: Weigh[T]
) -> Callable[[], list[R]]:
    if count == 1:
        return lambda: work(items)
    batches = _runs(items, weigh, min(count * BATCHES, len(items)))
    context = get_context("fork")
    tickets, given = context.Pipe(duplex=False)
    os.write(given.fileno(), bytes(range(len(batches))))
    given.close()
    answers = [_start(work, batches, tickets) for _ in range(1, count)]

    def wait() -> list[R]:
        with tickets:
            done = taken(work, batches, tickets)
        for answer in answers:
            done |= answer()
        if left := [number for number in range(len(batches)) if number not in done]:
            done |= _done(work, batches, left)
        return [result for number in range(len(batches)) for result in done[number]]

    return wait


def _runs(items: Sequence[T], weigh: Weigh[T], count: int) -> list[Sequence[T]]:
    """Return `items` in `count` runs about as heavy as each other."""
    ends = list(accumulate(map(weigh, items), initial=0))
    cuts = [bisect_left(ends, ends[-1] * number / count) for number in range(1, count)]
    return [items[start:end] for start, end in pairwise((0, *cuts, len(items)))]


def taken(work: Work[T, R], batches: Sequence[Sequence[T]], tickets: Connection) -> Done[R]:
    """Do the work of one batch for each ticket that is there; return what came of them."""
    # One byte is read at once or not at all, whoever else reads: no two get the same.
    numbers = iter(partial(os.read, tickets.fileno(), 1), b"")
    return _done(work, batches, (ticket[0] for ticket in numbers))


def _done(work: Work[T, R], batches: Sequence[Sequence[T]], numbers: Iterable[int]) -> Done[R]:
    order: list[int] = []

    def items() -> Iterator[T]:
        for number in numbers:
            order.append(number)
            yield from batches[number]

    results = iter(work(items()))
    return {number: [*islice(results, len(batches[number]))] for number in order}


def _start(
    work: Work[T, R], batches: Sequence[Sequence[T]], tickets: Connection
) -> Callable[[], Done[R]]:
    """Let a copy of this process do its part; return what waits for the results."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    parts = receiver, sender, work, batches, tickets
    child = context.Process(target=answer, args=parts, daemon=True)
    child.start()
    sender.close()

    def wait() -> Done[R]:
        with receiver:
            try:
                results: Done[R] = receiver.recv()
            except (EOFError, OSError):  # whatever the child has met, it will be met here
                results = {}
        child.join()
        return results

    return wait


def answer(
    receiver: Connection,
    sender: Connection,
    work: Work[T, R],
    batches: Sequence[Sequence[T]],
    tickets: Connection,
) -> None:
    """Do the part of a child and send the results; if that fails, end in silence.

    When it is ended from outside, what it has started ends as well.
    """
    receiver.close()  # or it would wait for ever to send, if the parent were killed
    gc.freeze()  # as in `split`
    signal.signal(signal.SIGTERM, _leave)
    try:
        sender.send(taken(work, batches, tickets))
    finally:
        os._exit(0)


def _leave(*_: object) -> None:
    sys.exit(1)


def split(most: int) -> Share:
    """Fork into at most `most` processes, and return the share of each."""
    count = _processes(most)
    gc.freeze()  # or looking for garbage would copy the memory that the processes have in common
    sys.stdout.flush()
    sys.stderr.flush()
    children: list[int] = []
    for number in range(1, count):
        child = os.fork()
        if child == 0:
            atexit.register(_fail)
            return Share(number, count)
        children.append(child)
    atexit.register(_outlive, children)
    return Share(0, count, tuple(children))


def join(share: Share, *, ok: bool) -> bool:
    """End a child, telling whether it was `ok`; in the parent, return whether all were."""
    gc.unfreeze()
    if not share.is_parent:
        _end(ok=ok)
    statuses = [os.waitpid(child, 0)[1] for child in share.children]
    return ok and not any(statuses)


def _end(*, ok: bool) -> None:
    """End a child here and now: the other children of its parent are not for it to end."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0 if ok else 1)


def _fail() -> None:
    """End a child that did not get as far as `join`."""
    _end(ok=False)


def _outlive(children: Sequence[int]) -> None:
    """Wait for children that nobody has waited for, so that none of them writes after the end."""
    for child in children:
        with suppress(ChildProcessError):
            os.waitpid(child, 0)


def _processes(most: int) -> int:
    """Return how many processes to use, this one included: at most `most`, and at least one."""
    if threading.active_count() > 1 or sys.platform != "linux" or parent_process():
        return 1
    return max(1, min(most, MOST, len(os.sched_getaffinity(0))))
