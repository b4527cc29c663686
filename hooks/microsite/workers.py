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
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST = 4
"""More processes than this wait for the disk, not for a core."""


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

    def of(self, work: Sequence[T], weigh: Callable[[T], float]) -> Sequence[T]:
        """Return a run of the pieces, about as heavy as that of every other process."""
        ends = list(accumulate(map(weigh, work), initial=0))
        start, end = (
            bisect_left(ends, ends[-1] * number / self.count)
            for number in (self.number, self.number + 1)
        )
        return work[start:end]


def spread(
    work: Callable[[Sequence[T]], list[R]], items: Sequence[T], worth: int
) -> Callable[[], list[R]]:
    """Start `work` on `items`, in batches and in several processes; return what waits for the end.

    Args:
        work: A function that can be pickled.
        items: In the order of the results.
        worth: How many items are worth a process of their own.
    """
    count = _processes(len(items) // worth)
    if count == 1:
        return lambda: work(items)
    size = -(-len(items) // count)
    pool = ProcessPoolExecutor(count, mp_context=get_context("fork"))
    futures = [pool.submit(work, items[at : at + size]) for at in range(0, len(items), size)]

    def wait() -> list[R]:
        with pool:
            return [result for future in futures for result in future.result()]

    return wait


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
    if threading.active_count() > 1 or sys.platform != "linux":
        return 1
    return max(1, min(most, MOST, len(os.sched_getaffinity(0))))
