"""Work shared among the cores by copies of this process.

Where a process cannot be copied safely, since it has several threads as the preview has, or since
it does not run on Linux, it does all the work itself.
"""

import atexit
import gc
import os
import sys
import threading
from bisect import bisect_left
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from typing import TypeAlias, TypeVar

T = TypeVar("T")
R = TypeVar("R")

Work: TypeAlias = Callable[[Sequence[T]], list[R]]
Weigh: TypeAlias = Callable[[T], float]

MOST = 4
"""More processes than this wait for the disk, not for a core."""


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
        ends = list(accumulate(map(weigh, work), initial=0))
        start, end = (
            bisect_left(ends, ends[-1] * number / self.count)
            for number in (self.number, self.number + 1)
        )
        return work[start:end]


def spread(
    work: Work[T, R], items: Sequence[T], worth: int, weigh: Weigh[T] = _alike
) -> Callable[[], list[R]]:
    """Start `work` on `items` in several processes; return what does the rest and has it all.

    Only results are sent from process to process, so that they alone have to be pickled.

    Args:
        work: Is done once more in this process if another one fails.
        items: In the order of the results.
        worth: How many items are worth a process of their own.
        weigh: Returns how much work an item is, compared with the others.
    """
    own, *others = _batches(items, _processes(len(items) // worth), weigh)
    answers = [_start(work, batch) for batch in others]
    return lambda: [*work(own), *(result for answer in answers for result in answer())]


def delegate(
    work: Work[T, R], items: Sequence[T], worth: int, weigh: Weigh[T] = _alike
) -> Callable[[], list[R]]:
    """Start `work` as `spread` does, for a process that has other things to do meanwhile."""
    count = _processes(len(items) // worth + 1) - 1
    if not count:
        return lambda: work(items)
    answers = [_start(work, batch) for batch in _batches(items, count, weigh)]
    return lambda: [result for answer in answers for result in answer()]


def _batches(items: Sequence[T], count: int, weigh: Weigh[T]) -> list[Sequence[T]]:
    return [Share(number, count).of(items, weigh) for number in range(count)]


def _start(work: Work[T, R], batch: Sequence[T]) -> Callable[[], list[R]]:
    """Let a copy of this process do the work; return what waits for the results."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=answer, args=(sender, work, batch), daemon=True)
    child.start()
    sender.close()

    def wait() -> list[R]:
        with receiver:
            try:
                results: list[R] = receiver.recv()
            except (EOFError, OSError):  # whatever the child has met, it will be met here
                results = work(batch)
        child.join()
        return results

    return wait


def answer(sender: Connection, work: Work[T, R], batch: Sequence[T]) -> None:
    """Do the work of a child and send the results; if that fails, end in silence."""
    gc.freeze()  # as in `split`
    try:
        sender.send(work(batch))
    finally:
        os._exit(0)


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
            return Share(number, count)
        children.append(child)
    atexit.register(_outlive, children)
    return Share(0, count, tuple(children))


def join(share: Share, *, ok: bool) -> bool:
    """End a child, telling whether it was `ok`; in the parent, return whether all were."""
    gc.unfreeze()
    if not share.is_parent:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0 if ok else 1)
    statuses = [os.waitpid(child, 0)[1] for child in share.children]
    return ok and not any(statuses)


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
