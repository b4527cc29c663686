"""Compare this project's build with others' of the same stories: `make bench`.

All build in turn, several times, and anew each time; ratios are of medians. Memory is looked at in
a first round, which is not timed and lets Python keep the code that it compiles. Ours builds the
records as well, with every list, board, calendar, feed and data file.
"""

import argparse
import math
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import BUILDERS, Builder, prepare
from gauge import Peak, Times, peak, timed

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk would be measured otherwise
SITE = "site"
COLUMNS = (
    "stories",
    "builder",
    "median (s)",
    "fastest–slowest",
    "ours ÷ this",
    "of all cores (s)",
    "ours ÷ this",
    "pages",
    "ms a page",
    "files",
    "MB",
    "largest process (MB)",
    "all at once (MB)",
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a build has left."""

    pages: int
    files: int
    size: float
    """In MB."""


@dataclass(frozen=True, slots=True)
class Result:
    """One builder at one size."""

    times: Sequence[Times]
    memory: Peak | None
    made: Made

    @property
    def middle(self) -> float:
        """The median of the times."""
        return median(one.elapsed for one in self.times)

    @property
    def work(self) -> float:
        """The median of the work of all cores, in seconds."""
        return median(one.work for one in self.times)


Results = Mapping[int, Mapping[str, Result]]
"""By size and builder."""


def main() -> None:
    """Build every size with all builders, and print tables of medians, ratios and growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[250, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--builders", nargs="+", choices=BUILDERS, default=[*BUILDERS])
    parser.add_argument("--as-pages", action="store_true", help="let others show the records, too")
    parser.add_argument("--no-memory", action="store_true", help="leave out the first round")
    parser.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None)
    options = parser.parse_args()
    print(f"| {' | '.join(COLUMNS)} |\n|---:|---|{'---:|' * (len(COLUMNS) - 2)}")
    results: dict[int, Mapping[str, Result]] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            projects = prepared(Path(folder), size, options.builders, as_pages=options.as_pages)
            results[size] = measured(projects, options.rounds, with_memory=not options.no_memory)
        print_size(size, results[size])
    if len(results) > 1:
        print_growth(results)


def prepared(
    folder: Path, size: int, names: Sequence[str], *, as_pages: bool
) -> dict[str, tuple[Builder, Path]]:
    """Write the same content for each builder."""
    ours = prepare(folder / "ours", size)
    projects: dict[str, tuple[Builder, Path]] = {}
    for name in names:
        builder = BUILDERS[name]
        root = ours if builder.is_ours else folder / name
        builder.prepare(root, ours, as_pages)
        projects[name] = (builder, root)
    return projects


def measured(
    projects: Mapping[str, tuple[Builder, Path]], rounds: int, *, with_memory: bool
) -> dict[str, Result]:
    """Build with all in turn, once for the memory and then for the times."""
    memory: dict[str, Peak] = {}
    made: dict[str, Made] = {}
    times: dict[str, list[Times]] = {name: [] for name in projects}
    for name, (builder, root) in projects.items() if with_memory else ():
        clear(root)
        memory[name] = peak(builder.command(SITE), root, builder.environment)
    for _ in range(rounds):
        for name, (builder, root) in projects.items():
            clear(root)
            times[name].append(timed(builder.command(SITE), root, builder.environment))
            made[name] = left(root / SITE)
    return {name: Result(times[name], memory.get(name), made[name]) for name in projects}


def clear(root: Path) -> None:
    """Delete what an earlier build has made or kept."""
    for name in (SITE, ".cache", "resources"):
        shutil.rmtree(root / name, ignore_errors=True)


def left(site: Path) -> Made:
    """Return what there is of a site."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return Made(pages, len(files), sum(path.stat().st_size for path in files) / 1e6)


def print_size(size: int, results: Mapping[str, Result]) -> None:
    """Print a line for each builder."""
    ours = results.get("ours")
    for name, one in results.items():
        times = [time.elapsed for time in one.times]
        cells = (
            str(size),
            BUILDERS[name].title,
            f"{one.middle:.2f}",
            f"{min(times):.2f}–{max(times):.2f}",
            f"{ours.middle / one.middle:.2f}" if ours else "",
            f"{one.work:.2f}",
            f"{ours.work / one.work:.2f}" if ours else "",
            str(one.made.pages),
            f"{one.middle / one.made.pages * 1000:.2f}",
            str(one.made.files),
            f"{one.made.size:.1f}",
            f"{one.memory.largest:.0f}" if one.memory else "",
            f"{one.memory.together:.0f}" if one.memory else "",
        )
        print(f"| {' | '.join(cells)} |", flush=True)


def print_growth(results: Results) -> None:
    """Print for each builder how its time grows from the smallest to the largest size."""
    small, large = min(results), max(results)
    print(f"\n| builder | growth exponent from {small} to {large} (1 is linear) |\n|---|---:|")
    for name in results[small]:
        ratio = results[large][name].middle / results[small][name].middle
        print(f"| {BUILDERS[name].title} | {math.log(ratio) / math.log(large / small):.2f} |")


if __name__ == "__main__":
    main()
