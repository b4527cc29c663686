"""Whatever happens to who publishes to an object store, no page lacks what it names."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit.sites import HEAD
from microsite.audit.page import parse
from microsite.publish.manifest import NAME, Manifest, Origin, digests
from microsite.publish.store import Store
from publish.test_store import bucket

__all__ = ["bucket"]

KILLS = 12
PAGES = 12
TO = "store:bucket/site"
PUBLISH = """
import sys
from pathlib import Path
from microsite.publish.manifest import parse
from microsite.publish.store import Store
folder = Path(sys.argv[2])
manifest = parse((folder / "manifest.json").read_text(encoding="utf-8"), "")
Store(sys.argv[1]).publish(folder, manifest, sys.argv[3], 2)
"""


def site(folder: Path, digest: str) -> Path:
    """Write a site of which every page names a style and a picture that no other version has."""
    for path in (f"assets/css/site-{digest}.css", f"assets/pictures/a-{digest}-480.jpg"):
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(digest, encoding="utf-8")
    body = f'<img src="../assets/pictures/a-{digest}-480.jpg" alt="">'
    style = f'<link rel="stylesheet" href="../assets/css/site-{digest}.css">'
    for number in range(PAGES):
        page = folder / f"p{number}/index.html"
        page.parent.mkdir()
        page.write_text(f"{HEAD}{style}</head><body>{body}</body></html>", encoding="utf-8")
    manifest = Manifest(Origin("", 1, "demo"), digests(folder))
    (folder / NAME).write_text(manifest.text(), encoding="utf-8")
    return folder


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    return site(tmp_path / "old", "00000000"), site(tmp_path / "new", "11111111")


def publishing(version: Path, number: int) -> list[str]:
    """Return the command that publishes a version in a process of its own."""
    return [sys.executable, "-c", PUBLISH, TO, str(version), f"20260101T{number:06}Z-a"]


def lacking(live: Path) -> list[str]:
    """Return what pages name that are online, and is not."""
    pages = [parse(str(page), page.read_text(encoding="utf-8")) for page in live.rglob("*.html")]
    assert len(pages) == PAGES
    return [
        f"{page.path}: {one.target}"
        for page in pages
        for one in page.references
        if one.use == "resource" and not Path(page.path).parent.joinpath(one.target).exists()
    ]


def test_a_publisher_killed_at_any_moment_leaves_no_page_without_what_it_names(
    bucket: Path, versions: tuple[Path, Path]
) -> None:
    live = bucket / "site/live"
    subprocess.run(publishing(versions[0], 0), check=True)
    start = time.monotonic()
    subprocess.run(publishing(versions[1], 1), check=True)
    whole = time.monotonic() - start
    chance = random.Random(7)  # noqa: S311 - reproducible, not secret

    for number in range(2, KILLS + 2):
        words = publishing(versions[number % 2], number)
        with subprocess.Popen(words, start_new_session=True) as one:
            time.sleep(whole * chance.uniform(0.3, 1))
            os.killpg(one.pid, signal.SIGKILL)
        assert lacking(live) == []
        known = Store(TO).manifest("live")
        assert known is None or known.files == digests(live), "a manifest tells the truth"

    subprocess.run(publishing(versions[0], KILLS + 2), check=True)
    newest = Store(TO).newest()
    assert newest is not None
    assert digests(live) == digests(versions[0]) == newest.files
    assert (live / NAME).read_bytes() == (versions[0] / NAME).read_bytes()


def test_a_store_that_goes_away_is_told_and_filled_anew(
    bucket: Path, versions: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(publishing(versions[0], 0), check=True)
    with monkeypatch.context() as gone:
        gone.setenv("RCLONE_CONFIG_STORE_ENDPOINT", "http://127.0.0.1:9")
        gone.setenv("RCLONE_RETRIES", "1")
        gone.setenv("RCLONE_LOW_LEVEL_RETRIES", "1")
        failed = subprocess.run(
            publishing(versions[1], 1), capture_output=True, text=True, check=False
        )
    subprocess.run(publishing(versions[1], 2), check=True)

    assert "没有做成" in failed.stderr
    assert digests(bucket / "site/live") == digests(versions[1])
