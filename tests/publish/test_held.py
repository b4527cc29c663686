"""What has been taken back does not come again by itself."""

import shutil
import subprocess
from pathlib import Path

import pytest

from microsite.cli import main
from microsite.publish import releases as placed
from microsite.publish.held import HELD, held_after, refuse_held
from microsite.publish.manifest import NAME, Manifest, Origin, digests
from microsite.publish.place import Place, PlaceError
from microsite.publish.store import Store
from publish.conftest import Version
from publish.test_store import bucket

__all__ = ["bucket"]

BY = ("-c", "user.name=x", "-c", "user.email=x@x.example")


def made_of(commit: str) -> Manifest:
    return Manifest(Origin(commit, 1, "demo"), {})


def fail(*_: object) -> None:
    raise PlaceError("broken")


def commit(version: Version, folder: Path) -> Version:
    """Return a version whose project is a repository of one commit."""
    root = folder / "project"
    shutil.copytree(version.root, root)
    for words in (
        ["init", "--quiet"],
        ["add", "."],
        [*BY, "commit", "--quiet", "--message", version.site.parent.name],
    ):
        subprocess.run(["git", "-C", str(root), *words], check=True)
    return Version(root, version.site)


def site(folder: Path, commit: str) -> tuple[Path, Manifest, str]:
    """Return what publishing wants of a site of one page."""
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(commit, encoding="utf-8")
    manifest = Manifest(Origin(commit, 1, "demo"), digests(folder))
    (folder / NAME).write_text(manifest.text(), encoding="utf-8")
    return folder, manifest, f"2026010{len(commit)}T000000Z-{commit}"


def test_a_machine_keeps_what_was_taken_back(tmp_path: Path) -> None:
    place = Place(str(tmp_path / "srv"))
    place.prepare()
    for commit in ("a", "bb"):
        placed.publish(place, *site(tmp_path / "site", commit), 5)
    placed.roll_back(place)

    with pytest.raises(PlaceError, match="上的提交 bb 是退回去的"):
        placed.publish(place, *site(tmp_path / "site", "bb"), 5)

    assert placed.held(place) == {"bb"}
    placed.publish(place, *site(tmp_path / "site", "ccc"), 5)
    assert placed.held(place) == set()


@pytest.mark.parametrize("kept", ["bb", "bb-dirty"])
@pytest.mark.parametrize("given", ["bb", "bb-dirty"])
def test_files_that_had_been_changed_free_no_commit(kept: str, given: str) -> None:
    with pytest.raises(PlaceError, match="上的提交 bb 是退回去的"):
        refuse_held(frozenset({kept}), made_of(given), "x")


def test_publishing_again_that_fails_lifts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(str(tmp_path / "srv"))
    place.prepare()
    for commit in ("a", "bb"):
        placed.publish(place, *site(tmp_path / "site", commit), 5)
    placed.roll_back(place)
    with monkeypatch.context() as broken:
        broken.setattr(placed, "_check", fail)
        with pytest.raises(PlaceError, match="broken"):
            placed.publish(place, *site(tmp_path / "site", "bb"), 5, again=True)

    assert placed.held(place) == {"bb"}
    placed.publish(place, *site(tmp_path / "site", "bb"), 5, again=True)
    assert placed.held(place) == set()


def test_a_store_that_fails_to_publish_again_lifts_nothing(
    bucket: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store("store:bucket/site")
    for commit in ("a", "bb"):
        store.publish(*site(tmp_path / "site", commit), 5)
    store.roll_back()
    monkeypatch.setattr(Store, "_switch", fail)

    with pytest.raises(PlaceError, match="broken"):
        store.publish(*site(tmp_path / "site", "bb"), 5, again=True)

    assert (bucket / "site" / HELD).read_text(encoding="utf-8") == "bb"


def test_a_store_takes_back_what_was_broken_off(bucket: Path, tmp_path: Path) -> None:
    store = Store("store:bucket/site")
    for commit in ("a", "bb"):
        store.publish(*site(tmp_path / "site", commit), 5)
    (bucket / "site/live" / NAME).unlink()

    assert store.roll_back() == "20260101T000000Z-a"
    assert store.held() == {"bb"}
    assert (bucket / "site/live/index.html").read_text(encoding="utf-8") == "a"


def test_a_store_keeps_what_was_taken_back(bucket: Path, tmp_path: Path) -> None:
    store = Store("store:bucket/site")
    for commit in ("a", "bb"):
        store.publish(*site(tmp_path / "site", commit), 5)
    store.roll_back()

    with pytest.raises(PlaceError, match="上的提交 bb 是退回去的"):
        store.publish(*site(tmp_path / "site", "bb"), 5)

    assert (bucket / "site" / HELD).read_text(encoding="utf-8") == "bb"
    store.publish(*site(tmp_path / "site", "bb"), 5, again=True)
    assert store.held() == set()


def test_what_was_taken_back_is_published_if_somebody_says_so(
    first: Version, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = Place(str(tmp_path / "srv"))
    version = commit(first, tmp_path / "a")
    words = ["publish", "--to", str(place), "--site", str(first.site)]
    words += ["--root", str(version.root)]
    place.prepare()
    placed.publish(place, *site(tmp_path / "site", "a"), 5)
    main([*words, "--keep", "2"])
    main(["rollback", "--to", str(place)])
    said = capsys.readouterr().out

    refused = main(words)
    reason = capsys.readouterr().err
    allowed = main([*words, "--again"])

    assert "不会再自动发布" in said
    assert (refused, allowed) == (1, 0)
    assert "git revert" in reason
    assert "--again" in reason


@pytest.mark.parametrize(
    ("held", "leaves", "comes", "after"),
    [
        ("", "b", "a", "b"),
        ("c", "b", "a", "bc"),
        ("bc", None, "b", "c"),
        ("b", None, "b", ""),
        ("", "b", "b", "b"),
        ("", "", "", ""),
        ("", "b-dirty", "a", "b"),
        ("b", None, "b-dirty", ""),
    ],
)
def test_going_back_holds_a_commit_and_going_forth_frees_it(
    held: str, leaves: str | None, comes: str, after: str
) -> None:
    left = None if leaves is None else made_of(leaves)

    assert held_after(frozenset(held), left, made_of(comes)) == set(after)


def test_what_is_not_known_holds_nothing() -> None:
    assert held_after(frozenset("a"), None, None) == {"a"}
