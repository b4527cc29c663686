"""Real builds by MkDocs, of this project and of copies with other content."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from microsite.content.gate import gated
from microsite.content.load import read_site
from microsite.content.review import states
from microsite.content.site import Site
from microsite.content.values import SHANGHAI

ROOT = Path(__file__).parents[1]
Pages = dict[str, LexborHTMLParser]


def build(root: Path, target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as `make site` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    # The day of the build is that of the run: whatever depends on it must hold on any day.
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(
        command, cwd=root, env=variables, capture_output=True, text=True, check=False
    )


def shown() -> Site:
    """Return what the public sees of this project's content."""
    reading = read_site(ROOT)
    assert reading.site
    return gated(reading.site, states(reading, datetime.now(SHANGHAI), "demo"), drafts=False)


def parsed(target: Path) -> Pages:
    """Return every page of a built site by its path."""
    return {
        page.relative_to(target).as_posix(): LexborHTMLParser(page.read_text(encoding="utf-8"))
        for page in sorted(target.rglob("*.html"))
    }


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    """Return the first element that `selector` finds; there must be one."""
    node = page.css_first(selector)
    assert node is not None, selector
    return node
