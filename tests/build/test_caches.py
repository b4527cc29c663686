"""Whatever has become of what earlier builds have kept, the same site comes of it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from build_site import ROOT, build
from microsite.kept import STALE
from microsite.publish.manifest import digests
from small_project import BASE

EPOCH = "1795752000"
CACHES = {"cards", "search", "templates", "words"}
"""Pictures have a cache, too, and tests of their own."""


def built(root: Path) -> dict[str, object]:
    """Return what a build makes."""
    result = build(root, root / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert result.returncode == 0, result.stderr
    return dict(digests(root / "site"))


@pytest.fixture
def root(copy: Callable[[Path], Path]) -> Path:
    """Return a small project that uses every cache."""
    folder = copy(BASE)
    bureau = folder / "data/bureau.yml"
    text = bureau.read_text(encoding="utf-8")
    text = text.replace("search: false", "search: true")
    bureau.write_text(text.replace("share_cards: false", "share_cards: true"), encoding="utf-8")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


def files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def test_damaged_caches_are_as_if_they_had_never_been(root: Path) -> None:
    first = built(root)
    caches = root / ".cache"
    assert {folder.name for folder in caches.iterdir()} == CACHES
    for path in files(caches):
        path.unlink() if path.parent.name == "cards" else halve(path)

    again = built(root)

    assert again == first


def test_what_is_not_used_any_more_goes_and_what_is_used_stays(root: Path) -> None:
    first = built(root)
    caches = root / ".cache"
    used = {path.relative_to(caches) for path in files(caches)}
    for name in CACHES:
        (caches / name / ".unfinished-x").write_bytes(b"of a killed build")
    for path in (entry for name in CACHES for entry in (caches / name).iterdir()):
        os.utime(path, (time.time() - 2 * STALE,) * 2)

    again = built(root)

    assert again == first
    assert {path.relative_to(caches) for path in files(caches)} == used


@pytest.mark.parametrize("moment", ["search", "templates"])
def test_a_build_that_was_killed_spoils_nothing(root: Path, moment: str) -> None:
    first = built(root)
    shutil.rmtree(root / ".cache")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(root / "site")]
    variables = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    killed = subprocess.Popen(command, cwd=root, env=variables, start_new_session=True)
    while not (root / ".cache" / moment).exists() and killed.poll() is None:
        time.sleep(0.001)

    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()

    assert built(root) == first
