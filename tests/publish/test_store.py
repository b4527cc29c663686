"""An object store: rclone against a server that speaks S3, on this machine."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from microsite.cli import main
from microsite.publish.manifest import PRECOMPRESSED, Manifest, Origin, digests
from microsite.publish.place import PlaceError
from microsite.publish.store import Store
from ports import free_ports, wait_for
from publish.commands import run
from publish.conftest import Version

RCLONE = str(Path(sys.executable).parent / "rclone")


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Serve a folder as the bucket of an S3 server, and yield it."""
    folder = tmp_path / "s3" / "bucket"
    folder.mkdir(parents=True)
    [port] = free_ports(1)
    settings = {
        "RCLONE_CONFIG": str(tmp_path / "rclone.conf"),
        "RCLONE_CONFIG_STORE_TYPE": "s3",
        "RCLONE_CONFIG_STORE_PROVIDER": "Rclone",
        "RCLONE_CONFIG_STORE_ENDPOINT": f"http://127.0.0.1:{port}",
        "RCLONE_CONFIG_STORE_ACCESS_KEY_ID": "key",
        "RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY": "secret",
    }
    (tmp_path / "rclone.conf").touch()
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    server = [RCLONE, "serve", "s3", "--addr", f"127.0.0.1:{port}", "--auth-key", "key,secret"]
    with subprocess.Popen([*server, str(folder.parent)], stderr=subprocess.DEVNULL) as process:
        wait_for(port, process, lambda: f"no answer at {port}")
        yield folder
        process.terminate()


def live(bucket: Path) -> dict[str, str]:
    return dict(digests(bucket / "site/live"))


def wanted(version: Version) -> dict[str, str]:
    return {p: d for p, d in version.pages.items() if not p.endswith(PRECOMPRESSED)}


def test_a_site_is_published_changed_and_rolled_back(
    bucket: Path, first: Version, second: Version
) -> None:
    first.publish("store:bucket/site")
    before = live(bucket)
    second.publish("store:bucket/site")
    after = live(bucket)

    done = run("rollback", "--to", "store:bucket/site")

    assert done.returncode == 0, done.stderr
    assert wanted(first).items() <= before.items()
    assert wanted(second).items() <= after.items()
    assert live(bucket) == before
    listed = run("releases", "--to", "store:bucket/site").stdout.splitlines()
    assert [line[0] for line in listed] == ["→", " "]


def test_publishing_and_going_back_say_what_is_online(
    bucket: Path, first: Version, second: Version, capsys: pytest.CaptureFixture[str]
) -> None:
    to = ["--to", "store:bucket/site"]
    for version in (first, second, second):
        words = ["--site", str(version.site), "--root", str(version.root), "--again"]
        main(["publish", *to, *words])
    main(["rollback", *to])
    main(["releases", *to])

    said = capsys.readouterr().out.splitlines()
    assert [line[:3] for line in said[:3]] == ["已发布", "已发布", "没有变"]
    assert said[3].startswith("现在线上是 ")
    assert [line[0] for line in said[4:]] == ["→", " "]
    assert wanted(first).items() <= live(bucket).items()


def test_a_release_of_a_store_may_be_named(bucket: Path, first: Version) -> None:
    first.publish("store:bucket/site")
    assert live(bucket)
    store = Store("store:bucket/site")
    [name] = store.releases()

    assert store.roll_back(name) == name
    assert store.current() == name


def test_only_so_many_releases_are_kept(bucket: Path, first: Version, second: Version) -> None:
    for version in (first, second, first):
        version.publish("store:bucket/site", "--keep", "2")

    assert len([*(bucket / "site/releases").iterdir()]) == 2


def test_a_file_that_is_gone_is_gone_from_what_is_online(
    bucket: Path, first: Version, tmp_path: Path
) -> None:
    store = Store("store:bucket/site")
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "manifest.json"):
        (folder / name).write_text(name, encoding="utf-8")
    manifest = Manifest(Origin("abc", 1, "demo"), {})
    store.publish(folder, manifest, "20260101T000000Z-a", 3)
    (folder / "b.txt").unlink()

    dropped = store.publish(folder, manifest, "20260102T000000Z-b", 1)

    assert live(bucket).keys() == {"a.txt"}
    assert dropped == ("20260101T000000Z-a",)
    assert first.pages


def test_a_store_without_releases_has_nothing_to_go_back_to(bucket: Path) -> None:
    with pytest.raises(PlaceError, match="一个也没有"):
        Store("store:bucket/site").roll_back()

    assert not [*bucket.iterdir()]


def test_a_machine_without_rclone_is_told_of_it(
    bucket: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(bucket))

    with pytest.raises(PlaceError, match="apt-get install rclone"):
        Store("store:bucket/site").releases()


def test_a_store_that_cannot_be_reached_is_told(
    bucket: Path,
    first: Version,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RCLONE_CONFIG_STORE_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("RCLONE_RETRIES", "1")
    monkeypatch.setenv("RCLONE_LOW_LEVEL_RETRIES", "1")

    words = ["publish", "--to", "store:bucket/site", "--site", str(first.site)]
    code = main([*words, "--root", str(first.root)])

    assert code == 1
    assert "没有做成" in capsys.readouterr().err
    assert not [*bucket.iterdir()]
