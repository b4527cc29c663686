"""Compare `check` with reading and parsing the same files: `make bench-check`.

`check` is the verdict on a project and its printing; reading is decoding every file and parsing
its YAML with libyaml, front matter included. Both run in turn, several times, with the same
seldom search for garbage that the command line asks for; ratios are of medians. Work is the time
of all cores together: what it would take on one. The sentences are those of real prose, with as
many different words as editors use.
"""

import argparse
import gc
import math
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from io import StringIO
from pathlib import Path
from statistics import median
from typing import NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

import generator

from build_site import ROOT
from microsite.content.values import SHANGHAI
from microsite.environment import collect_garbage_seldom
from microsite.verdict import verdict

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk would be measured otherwise
NOW = datetime(2026, 11, 27, 9, tzinfo=SHANGHAI)


def main() -> None:
    """Print times, ratios and growth for projects of several sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[250, 500, 1000, 2000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--records", type=int, default=5, help="for each story")
    parser.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None)
    options = parser.parse_args()
    collect_garbage_seldom()
    print(f"Cores: {len(os.sched_getaffinity(0))}\n")
    print(
        "| stories | records | parse (s) | check (s) | ratio | worst | of work | again | found |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    times = {
        size: measured(size, size * options.records, options.rounds, options.folder)
        for size in options.sizes
    }
    small, large = min(times), max(times)
    if small < large:
        growth = math.log(times[large] / times[small]) / math.log(large / small)
        print(f"\nGrowth exponent of check from {small} to {large}: {growth:.2f} (1 is linear)")


def measured(stories: int, records: int, rounds: int, parent: Path | None) -> float:
    """Print the times of a project of that size; return how long `check` takes."""
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        root = Path(folder) / "project"
        prepare(root, stories, records)
        files = sorted((*root.glob("data/**/*.yml"), *root.glob("docs/**/*.md")))
        found = check(root)
        times = [
            (
                timed(lambda: parse_all(files)),
                timed(lambda: check(root)),
                timed(lambda: check(root, is_first=False)),
            )
            for _ in range(rounds)
        ]
    parse, own, again = (median(some[n].elapsed for some in times) for n in range(3))
    worst = max(one.elapsed / other.elapsed for other, one, _ in times)
    work = median(one.work / other.work for other, one, _ in times)
    ratios = f"{own / parse:.2f} | {worst:.2f} | {work:.2f} | {again / parse:.2f}"
    print(f"| {stories} | {records} | {parse:.2f} | {own:.2f} | {ratios} | {found} |", flush=True)
    return own


def prepare(root: Path, stories: int, records: int) -> None:
    """Write a project of real sentences, judged by the real table of words."""
    sentences = [*real_sentences()]
    generator.generate(root, stories, records, sentence=lambda chance: chance.choice(sentences))
    shutil.copy(ROOT / "data/wording.yml", root / "data")


def real_sentences() -> Iterable[str]:
    """Return the sentences without markup of the site and of the prose that tests judge."""
    for file in sorted((*ROOT.glob("docs/stories/**/*.md"), *ROOT.glob("tests/prose/*.md"))):
        body = file.read_text(encoding="utf-8").split("---\n", 2)[-1]
        for line in body.split("\n"):
            if re.match("[一-鿿]", line) and not re.search(r"[\[\]`*“”‘’:#|]", line):
                yield from re.findall("[^。\n]*[一-鿿]。", line)


def check(root: Path, *, is_first: bool = True) -> int:
    """Judge the project and print what is wrong with it; return in how many places.

    Nothing is known to the first check of a project; the next one knows what was clean.
    """
    if is_first:
        shutil.rmtree(root / ".cache", ignore_errors=True)
    problems = verdict(root, NOW).problems
    print(*problems, sep="\n", file=StringIO())
    return len(problems)


def parse_all(files: Sequence[Path]) -> list[object]:
    """Return what the YAML of the files holds."""
    return [parse(file) for file in files]


def parse(file: Path) -> object:
    """Return what the YAML of a file holds."""
    text = file.read_text(encoding="utf-8")
    front = text.split("---\n", 2)[1] if file.suffix == ".md" else text
    return yaml.load(front, Loader=yaml.CSafeLoader)


class Times(NamedTuple):
    """How many seconds something has taken."""

    elapsed: float
    work: float
    """Of all processes."""


def timed(act: Callable[[], object]) -> Times:
    """Return the seconds that `act` takes, with the garbage of others out of the way."""
    gc.collect()
    start, before = time.perf_counter(), worked()
    act()
    return Times(time.perf_counter() - start, worked() - before)


def worked() -> float:
    """Return how many seconds the cores have worked for this process and its children."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
