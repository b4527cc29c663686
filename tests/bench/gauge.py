"""How long a command takes, and how much memory it and all that it starts have at once."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.05
KIB = 1024


@dataclass(frozen=True, slots=True)
class Times:
    """How many seconds something has taken."""

    elapsed: float
    work: float
    """Of all cores."""


def timed(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Times:
    """Return how long `command` takes; it must succeed."""
    start = time.perf_counter()
    process = _started(command, folder, variables)
    _, status, used = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    _succeed(process)
    return Times(elapsed, used.ru_utime + used.ru_stime)


@dataclass(frozen=True, slots=True)
class Peak:
    """The most memory at any moment, in MB."""

    largest: float
    """Of one process, with what it has in common with others."""
    together: float
    """Of all processes, with what they have in common counted once."""


def peak(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Peak:
    """Return how much memory `command` takes; being looked at, it is slower than otherwise."""
    process = _started(command, folder, variables)
    largest, together = 0, 0
    while process.poll() is None:
        found = [sizes(one) for one in family(process.pid)]
        largest = max(largest, *(resident for resident, _ in found))
        together = max(together, sum(own for _, own in found))
        time.sleep(PAUSE)
    _succeed(process)
    return Peak(largest / KIB, together / KIB)


def _started(
    command: Sequence[str], folder: Path, variables: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=folder, env=variables, stdout=subprocess.DEVNULL)


def _succeed(process: subprocess.Popen[bytes]) -> None:
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)


def family(process: int) -> Iterator[int]:
    """Return a process and all that it has started, and so on."""
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


def sizes(process: int) -> tuple[int, int]:
    """Return the memory of a process in KiB, and its part of it if shared memory is divided."""
    found = {"Rss": 0, "Pss": 0}
    with suppress(OSError):  # it may have ended
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            name, _, rest = line.partition(":")
            if name in found:
                found[name] = int(rest.split()[0])
    return found["Rss"], found["Pss"]
