"""Measure the kinds of page that readers see most with Lighthouse: `make lighthouse`.

The site is built, served compressed on this machine, and loaded as Lighthouse does by default: by
a slow phone on a slow line. A page below the bars makes this fail.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import chromium
from browser.server import serving
from build_site import ROOT, build

BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = {
    "首页": ("index.html", ""),
    "带图片的故事": ("stories/*/*/index.html", "<picture"),
    "有看板的系列": ("series/*/index.html", 'class="ms-board"'),
    "有节奏表的系列": ("series/*/index.html", 'class="ms-grid"'),
    "月历": ("events/*/*/index.html", 'class="ms-calendar"'),
    "搜索": ("search/index.html", ""),
}
"""Where each kind of page lies, and the words that show that a page is one."""
DEBIAN = Path("/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage "
    "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'"
)
PATIENCE = 180


def main() -> None:
    """Print the scores of every page; exit with 1 if one misses its bar."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        result = build(ROOT, site)
        if result.returncode:
            sys.exit(result.stderr)
        print("| page |", " | ".join(BARS), "| address |")
        print("|---|" + "---:|" * len(BARS) + "---|")
        with serving(site) as address:
            misses = [name for name in PAGES if not measure(name, site, address)]
    if misses:
        sys.exit(f"below {BARS}: {', '.join(misses)}")


def measure(name: str, site: Path, address: str) -> bool:
    """Print a row of the table; tell whether all scores reach their bars."""
    url = find(site, *PAGES[name])
    found = scores(address + url)
    print(
        f"| {name} |", " | ".join(f"{found[bar]:.0f}" for bar in BARS), f"| /{url} |", flush=True
    )
    return all(found[bar] >= least for bar, least in BARS.items())


def find(site: Path, pattern: str, mark: str) -> str:
    """Return the address of the longest page that is of a kind."""
    texts = {page: page.read_text(encoding="utf-8") for page in site.glob(pattern)}
    page = max((page for page in texts if mark in texts[page]), key=lambda page: len(texts[page]))
    return page.relative_to(site).as_posix().removesuffix("index.html")


def scores(url: str) -> dict[str, float]:
    """Return what Lighthouse gives a page, of 100 in each category."""
    path, variables = DEBIAN, dict(os.environ)
    if not DEBIAN.is_file():
        path, variables = chromium.executable(), chromium.variables()
    command = [str(ROOT / "node_modules/.bin/lighthouse"), url, "--output=json", "--quiet"]
    command += [f"--only-categories={','.join(BARS)}", f"--chrome-flags={FLAGS}"]
    result = subprocess.run(
        command,
        env={**variables, "CHROME_PATH": str(path)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    categories = json.loads(result.stdout)["categories"]
    return {name: categories[name]["score"] * 100 for name in BARS}


if __name__ == "__main__":
    main()
