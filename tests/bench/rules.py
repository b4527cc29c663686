"""Compare judging words with reading the same files: `python tests/bench/rules.py`.

Reading is decoding every file and parsing its YAML with libyaml, front matter included.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from generator import generate

from judging import RULES
from microsite.content.load import read_site
from microsite.content.problems import Problem
from microsite.content.reader import Source
from microsite.rules.editorial import editorial_problems

ROUNDS = 5
SIZES = ((500, 2500), (1000, 5000))


def main() -> None:
    """Print the times and their ratio for two sizes."""
    print("| stories | records | reading (s) | judging (s) | ratio | problems |")
    print("|---:|---:|---:|---:|---:|---:|")
    for stories, records in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "project"
            generate(root, stories, records)
            sources = read_site(root).sources
            files = [root / source.path for source in sources]
            read, judged = [], []
            for _ in range(ROUNDS):
                read.append(timed(partial(parse_all, files)))
                judged.append(timed(partial(judge, sources)))
            found = len(judge(sources))
        reading, judging = median(read), median(judged)
        ratio = judging / reading
        print(f"| {stories} | {records} | {reading:.2f} | {judging:.2f} | {ratio:.2f} | {found} |")


def judge(sources: Iterable[Source]) -> list[Problem]:
    """Return all that is wrong with the words of the files."""
    return [*editorial_problems(sources, RULES)]


def parse_all(files: Iterable[Path]) -> list[object]:
    """Return what the YAML of the files holds."""
    return [parse(file) for file in files]


def parse(file: Path) -> object:
    """Return what the YAML of a file holds."""
    text = file.read_text(encoding="utf-8")
    front = text.split("---\n", 2)[1] if file.suffix == ".md" else text
    return yaml.load(front, Loader=yaml.CSafeLoader)


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that `act` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
