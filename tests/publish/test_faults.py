"""Whatever happens to a publisher, what is online is one whole version or the other."""

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from microsite.publish.manifest import NAME, digests, parse
from publish.commands import MICROSITE, command, run
from publish.conftest import Version

KILLS = 32
MOUNTING = ("unshare", "--map-root-user", "--mount")


def online(folder: Path, *versions: Version) -> Version:
    """Return the version that is online below `folder`; it must be whole."""
    current = folder / "current"
    manifest = parse((current / NAME).read_text(encoding="utf-8"), str(current))
    assert digests(current) == manifest.files
    [found] = [v for v in versions if v.pages.items() <= manifest.files.items()]
    return found


def test_a_publisher_killed_at_any_moment_leaves_a_whole_site(
    first: Version, second: Version, tmp_path: Path
) -> None:
    target = tmp_path / "srv"
    first.publish(str(target))
    start = time.monotonic()
    second.publish(str(target))
    whole = time.monotonic() - start
    chance = random.Random(7)  # noqa: S311 - reproducible, not secret

    for number in range(KILLS):
        version = (first, second)[number % 2]
        words = command(
            "publish", "--to", str(target), "--site", str(version.site), root=version.root
        )
        with subprocess.Popen(
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as publisher:
            time.sleep(whole * chance.uniform(0.2, 1))
            os.killpg(publisher.pid, signal.SIGKILL)
        online(target, first, second)
        if number % 4 == 3:
            version.publish(str(target))
            assert online(target, first, second) == version


WAYS = {
    "full": "mount -t tmpfs -o size=8m tmpfs {target}",
    "limited": """printf '#!/bin/sh\\nulimit -f 8192\\nexec {rsync} "$@"\\n' > {folder}/rsync
        chmod +x {folder}/rsync; export PATH={folder}:$PATH""",
}
"""How to have no room for the copy; the second needs no right at all, only a smaller file."""


def can_mount() -> bool:
    """Tell whether this machine lets everybody mount something of their own."""
    words = [*MOUNTING, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("wanted", WAYS)
def test_a_full_disk_leaves_the_old_site(
    first: Version, second: Version, tmp_path: Path, wanted: str
) -> None:
    way = wanted if can_mount() else "limited"
    target = tmp_path / "srv"
    target.mkdir()
    large = tmp_path / "large"
    shutil.copytree(second.site, large)
    (large / "large.bin").write_bytes(random.Random(1).randbytes(8 << 20))  # noqa: S311 - no secret
    publish, verify = f"{MICROSITE} publish --to {target}", f"{MICROSITE} verify {target}/current"
    script = f"""set -e
        {WAYS[way].format(target=target, folder=tmp_path, rsync=shutil.which("rsync"))}
        {publish} --site {first.site} --root {first.root}
        ! {publish} --site {large} --root {second.root}
        {verify}
        {publish} --site {second.site} --root {second.root}
        {verify}"""

    done = subprocess.run(
        [*(MOUNTING if way == "full" else ()), "sh", "-c", script],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "线上的网站没有动" in done.stderr
    assert "Traceback" not in done.stderr
    assert ("No space left on device" in done.stderr) == (way == "full")


def test_two_publishers_at_once_leave_one_whole_version(
    first: Version, second: Version, tmp_path: Path
) -> None:
    target = tmp_path / "srv"
    publishers = [
        subprocess.Popen(
            command(
                "publish", "--to", str(target), "--site", str(version.site), root=version.root
            ),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for version in (first, second, first, second)
    ]
    codes = [publisher.wait() for publisher in publishers]
    for publisher in publishers:
        assert publisher.stderr is not None
        publisher.stderr.close()

    online(target, first, second)
    assert 0 in codes
    whole = [*(target / "releases").glob("[0-9]*")]
    assert 1 <= len(whole) <= codes.count(0)  # who finds its version online adds none
    assert all(parse((r / NAME).read_text(), "").files == digests(r) for r in whole)
    assert not [*(target / "releases").glob(".*")]


def test_a_destination_that_vanishes_is_told_and_made_anew(
    first: Version, second: Version, tmp_path: Path
) -> None:
    target = tmp_path / "srv"
    first.publish(str(target))
    shutil.rmtree(target)
    target.write_text("", encoding="utf-8")

    failed = run("publish", "--to", str(target), "--site", str(second.site), root=second.root)
    target.unlink()
    second.publish(str(target))

    assert failed.returncode == 1
    assert "没有做成" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert online(target, first, second) == second


def test_an_older_site_does_not_replace_a_newer(
    first: Version, second: Version, tmp_path: Path
) -> None:
    target = tmp_path / "srv"
    second.publish(str(target), SOURCE_DATE_EPOCH=str(int(time.time()) + 3600))

    refused = run("publish", "--to", str(target), "--site", str(first.site), root=first.root)

    assert refused.returncode == 1
    assert "比这一份新" in refused.stderr
    assert online(target, first, second) == second


@pytest.mark.parametrize("fault", ["content", "site"])
def test_what_is_wrong_is_never_published(first: Version, tmp_path: Path, fault: str) -> None:
    root, site, target = tmp_path / "root", tmp_path / "site", tmp_path / "srv"
    shutil.copytree(first.root, root)
    shutil.copytree(first.site, site)
    first.publish(str(target))
    if fault == "content":
        (root / "data/tags.yml").write_text("community: {titel: 社区}\n", encoding="utf-8")
    else:
        (site / "about/index.html").unlink()

    refused = run("publish", "--to", str(target), "--site", str(site), root=root)

    assert refused.returncode == 1
    assert "没有发布" in refused.stderr
    assert online(target, first) == first
