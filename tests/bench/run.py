"""Compare this project's build with plain Material on the same stories: `make bench`.

Material has its nav reduced to one page and no search. Ours builds the records as well, with every
list, board, calendar, feed and data file; `--audit` adds the audit of it all. Both run in turn,
several times; ratios are of medians.
"""

import argparse
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from generator import generate

from build_site import ROOT

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk would be measured otherwise
MATERIAL = """\
site_name: Material
theme: {name: material, language: zh, font: false}
plugins: []
nav: [{Home: index.md}]
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, unrecognized_links: ignore}}
"""


def main() -> None:
    """Build every size with both, and print a table of medians, ratios and growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[250, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None)
    parser.add_argument("--audit", action="store_true")
    options = parser.parse_args()
    audit = "yes" if options.audit else "no"
    ours: dict[int, float] = {}
    print("| stories + records | this project (s) | Material alone (s) | ratio | pages |")
    print("|---:|---:|---:|---:|---:|")
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            projects = prepare(Path(folder), size)
            times: dict[str, list[float]] = {name: [] for name in projects}
            for round_ in range(options.rounds + 1):
                for name, project in projects.items():
                    times[name].append(timed(project, f"site-{round_}", audit))
            # The first round compiles Python code as well.
            ours[size], other = (median(times[name][1:]) for name in ("ours", "material"))
            pages = sum(1 for _ in (projects["ours"] / "site-1").rglob("*.html"))
        print(f"| {size} | {ours[size]:.2f} | {other:.2f} | {ours[size] / other:.2f} | {pages} |")
    if len(ours) > 1:
        small, large = min(ours), max(ours)
        growth = math.log(ours[large] / ours[small]) / math.log(large / small)
        print(f"\nGrowth exponent from {small} to {large}: {growth:.2f} (1 is linear)")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"Largest memory of any build: {peak:.0f} MB")


def prepare(folder: Path, size: int) -> dict[str, Path]:
    """Write the same content once for each builder."""
    ours, material = folder / "ours", folder / "material"
    generate(ours, size, size)
    shutil.copytree(ROOT / "hooks", ours / "hooks")
    shutil.copytree(ROOT / "docs/assets", ours / "docs/assets", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", ours)
    shutil.copytree(ours / "docs/stories", material / "docs/stories")
    (material / "docs/index.md").write_text("# Material\n", encoding="utf-8")
    (material / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    return {"ours": ours, "material": material}


def timed(project: Path, target: str, audit: str) -> float:
    """Return the seconds of one build into a new folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", target]
    variables = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "", "SITE_AUDIT": audit}
    start = time.perf_counter()
    subprocess.run(command, cwd=project, env={**os.environ, **variables}, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
