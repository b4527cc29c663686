"""How soon a preview shows what an editor has saved: `make bench-preview`.

One story of many is changed again and again; each time is from saving it to the new page served,
which is asked for when the preview says that there is something new, as pages do.
Building the same content once, from the same command line, stands beside it.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import AUDITED, prepare
from gauge import timed

from microsite.desk.front import NOW
from previewing import Served, preview_of

PAUSE = 0.02


def main() -> None:
    """Print, for every size, the time of a build, and the median and the worst of the changes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 5000])
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    print("| stories + records | build (s) | change shown, median (s) | worst (s) | ratio |")
    print("|---:|---:|---:|---:|---:|")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = prepare(Path(folder) / "ours", size)
            build = timed(AUDITED.command("site"), project, AUDITED.environment).elapsed
            with preview_of(project) as served:
                times = [changed(served, number) for number in range(options.rounds + 1)]
        # The first change finds nothing remembered.
        middle, worst = median(times[1:]), max(times[1:])
        print(f"| {size} | {build:.2f} | {middle:.2f} | {worst:.2f} | {middle / build:.3f} |")


def changed(served: Served, number: int) -> float:
    """Return the seconds from saving a story to seeing it."""
    story = sorted((served.root / "docs/stories").rglob("*.md"))[number]
    url = f"stories/{story.parent.name}/{story.stem}/"
    text = story.read_text(encoding="utf-8")
    mark = f"第{number}次改动"
    seen = served.get(NOW).text
    start = time.perf_counter()
    story.write_text(f"{text}\n{mark}。\n", encoding="utf-8")
    while mark not in served.get(url).text:
        while seen == (seen := served.get(NOW).text):
            time.sleep(PAUSE)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
