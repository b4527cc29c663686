"""How long the renditions of new pictures take on one core and on all: `make bench-pictures`.

Photographs of 12 megapixels are drawn with noise, which is the worst that an encoder can meet.
Each round makes all renditions anew on one core, then on all, then again with what was kept.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).parents[1]))

import build_site  # noqa: F401 - puts `hooks` on the path
from microsite.content.picture_files import read_pictures
from microsite.content.pictures import Picture, Use
from microsite.outputs.pictures import CACHE, picture_problems

WIDTH, HEIGHT = 4000, 3000


def main() -> None:
    """Print the medians of all rounds and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    cores = os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        pictures = drawn(root / "docs", options.count)

        def make() -> None:
            assert not [*picture_problems(root, pictures)]

        one, all, again = [], [], []
        for _ in range(options.rounds):
            os.sched_setaffinity(0, {min(cores)})
            one.append(timed(root, make))
            os.sched_setaffinity(0, cores)
            all.append(timed(root, make))
            again.append(timed(root, make, is_new=False))
    alone, together = median(one), median(all)
    print("| pictures | cores | one core (s) | all cores (s) | ratio | again (s) |")
    print("|---:|---:|---:|---:|---:|---:|")
    times = f"{alone:.2f} | {together:.2f} | {alone / together:.2f} | {median(again):.4f}"
    print(f"| {options.count} | {len(cores)} | {times} |")


def drawn(docs: Path, count: int) -> list[Picture]:
    """Return pictures that look as noisy as photographs, each another one."""
    docs.mkdir()
    names = [f"{number}.jpg" for number in range(count)]
    for number, name in enumerate(names):
        noise = Image.effect_noise((WIDTH, HEIGHT), 40 + number)
        noise.filter(ImageFilter.GaussianBlur(2)).convert("RGB").save(docs / name, quality=90)
    found = read_pictures(docs, {name: (Use("docs/index.md", 1, 1),) for name in names})
    return [one for one in found.values() if isinstance(one, Picture)]


def timed(root: Path, act: Callable[[], None], *, is_new: bool = True) -> float:
    """Return the seconds that `act` takes, by default with nothing kept from before."""
    if is_new:
        shutil.rmtree(root / CACHE, ignore_errors=True)
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
