"""Publish a large generated site, then a change of one story, then go back: `make bench-publish`.

All of it goes to a folder of this machine, through the command line as people use it. Going back
is measured several times, back and forth.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import prepare
from run import MEMORY

from publish.commands import run
from signing import sign

STORY = "docs/stories/2020"
COUNTS = {
    "files": r"：(\d+) 个文件；",
    "copied": r"传送 (\d+) 个文件",
    "bytes": r"共 (\d+) 字节",
}
"""What publishing tells."""


def main() -> None:
    """Print how much was copied each time, and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=2100, help="stories, and records")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        root, target = prepare(Path(folder) / "ours", options.size), Path(folder) / "srv"
        print("| release | pages | files | copied | bytes copied | seconds |")
        print("|---|---:|---:|---:|---:|---:|")
        publish(root, target, "first")
        story = next((root / STORY).glob("*.md"))
        with story.open("a", encoding="utf-8") as file:
            file.write("\n社区干部又到院里看了一次。\n")
        sign(root)
        publish(root, target, "one story changed")
        names = sorted(folder.name for folder in (target / "releases").iterdir())
        words = ("rollback", "--to", str(target))
        times = [timed(*words, names[number % 2]) for number in range(options.rounds)]
        seconds, worked = zip(*times, strict=True)
        print(f"\nRollback: median {median(seconds):.2f} s, slowest {max(seconds):.2f} s,")
        print(f"of which {median(worked):.2f} s on a processor: the rest is for others' work")
        print(f"On the disk: {size(target)}, one alone {size(target / 'releases' / names[0])}")


def publish(root: Path, target: Path, name: str) -> None:
    """Build, audit and publish, and print what was copied."""
    start = time.perf_counter()
    done = run("publish", "--to", str(target), root=root)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stderr)
    counts = [found[1] for it in COUNTS.values() if (found := re.search(it, done.stdout))]
    pages = sum(1 for _ in (target / "current").rglob("*.html"))
    print(f"| {name} | {pages} | {' | '.join(counts)} | {seconds:.1f} |", flush=True)


def timed(*words: str) -> tuple[float, float]:
    """Return the seconds that a command takes, and those of them on a processor."""
    start, before = time.perf_counter(), os.times()
    done = run(*words)
    if done.returncode:
        sys.exit(done.stderr)
    after = os.times()
    worked = after.children_user + after.children_system
    worked -= before.children_user + before.children_system
    return time.perf_counter() - start, worked


def size(folder: Path) -> str:
    """Return how much room a folder takes; what is linked counts once."""
    done = subprocess.run(["du", "-sh", str(folder)], capture_output=True, text=True, check=True)
    return done.stdout.split()[0]


if __name__ == "__main__":
    main()
