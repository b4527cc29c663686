"""The machine on which releases lie."""

import subprocess
from pathlib import Path

import pytest

from microsite.publish import place as module
from microsite.publish.destination import destination
from microsite.publish.manifest import NAME, Manifest, Origin, digests
from microsite.publish.place import Place, PlaceError
from microsite.publish.releases import current, publish, releases

ORIGIN = Origin("abc", 1, "demo")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(str(tmp_path / "srv"))
    place.prepare()
    return place


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("x", encoding="utf-8")
    return folder


def manifest(site: Path) -> Manifest:
    listed = Manifest(ORIGIN, digests(site))
    (site / NAME).write_text(listed.text(), encoding="utf-8")
    return listed


def test_another_machine_is_reached_by_the_settings_given(tmp_path: Path) -> None:
    place = destination("web@host:/srv", tmp_path / "config")

    assert isinstance(place, Place)
    settings, host, script = place.command("true")[-3:]
    assert (settings, host) == (str(tmp_path / "config"), "web@host")
    assert script == "set -eu; cd /srv; true"


def test_a_copy_that_lacks_a_file_does_not_go_online(place: Place, site: Path) -> None:
    listed = manifest(site)
    (site / "index.html").unlink()

    with pytest.raises(PlaceError, match="没有做成"):
        publish(place, site, listed, "20260101T000000Z-a", 3)

    assert (current(place), releases(place)) == (None, ())


def test_a_copy_with_a_file_too_many_does_not_go_online(place: Place, site: Path) -> None:
    listed = manifest(site)
    (site / "more.html").touch()

    with pytest.raises(PlaceError, match="有 2 个文件，应有 1 个"):
        publish(place, site, listed, "20260101T000000Z-a", 3)

    assert (current(place), releases(place)) == (None, ())


def test_an_older_site_does_not_replace_a_newer(place: Place, site: Path) -> None:
    listed = manifest(site)
    publish(place, site, listed, "20260101T000000Z-a", 3)
    older = Manifest(Origin("abc", 0, "demo"), listed.files)

    with pytest.raises(PlaceError, match="比这一份新"):
        publish(place, site, older, "20260102T000000Z-a", 3)


def test_who_publishes_at_the_same_time_waits_and_then_is_told(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0)

    with place.locked(), pytest.raises(PlaceError, match="另一次发布占用"), place.locked():
        pass  # pragma: no cover


def test_a_program_that_is_missing_is_told(
    place: Place, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(PlaceError, match="apt-get install rsync"):
        place.send(site, "releases/x", [])


def test_a_machine_that_does_not_answer_is_told() -> None:
    far = Place("/srv", "nowhere.invalid", ("ssh", "-o", "BatchMode=yes"))

    with pytest.raises(PlaceError, match="没有做成"):
        far.prepare()


def test_files_are_sent_to_another_machine_through_its_shell(tmp_path: Path, site: Path) -> None:
    shell = tmp_path / "shell"
    shell.write_text('#!/bin/sh\nshift\nexec sh -c "$*"\n', encoding="utf-8")
    shell.chmod(0o755)
    far = Place(str(tmp_path / "far"), "host", (str(shell),))
    far.prepare()

    far.send(site, "releases/x", [])

    assert (tmp_path / "far/releases/x/index.html").read_text(encoding="utf-8") == "x"
    assert subprocess.run(far.command("pwd"), capture_output=True, check=True).stdout
