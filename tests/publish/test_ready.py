"""A site that was finished and tested before is published as it is, or not at all."""

import json
import shutil
from pathlib import Path

import pytest

from microsite.cli import main
from microsite.publish.manifest import NAME, digests, parse
from publish.conftest import Version
from publish.test_held import commit


@pytest.fixture
def release(first: Version, tmp_path: Path) -> Version:
    """Return a finished site, and the repository of which it was made."""
    version = commit(first, tmp_path / "repository")
    version.publish(str(tmp_path / "srv"))
    shutil.copytree(tmp_path / "srv/current", tmp_path / "release")
    return Version(version.root, tmp_path / "release")


def publish(version: Version, to: Path) -> int:
    words = ["publish", "--to", str(to), "--site", str(version.site)]
    return main([*words, "--root", str(version.root)])


def test_a_finished_site_is_published_byte_for_byte(release: Version, tmp_path: Path) -> None:
    code = publish(release, tmp_path / "far")

    there = tmp_path / "far/current"
    assert code == 0
    assert digests(there) == digests(release.site)
    assert (there / NAME).read_bytes() == (release.site / NAME).read_bytes()


def test_a_finished_site_is_audited_all_the_same(
    release: Version, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (release.site / "about/index.html").unlink()
    manifest = parse((release.site / NAME).read_text(encoding="utf-8"), "")
    value = json.loads(manifest.text())
    value["files"] = dict(digests(release.site))
    (release.site / NAME).write_text(json.dumps(value), encoding="utf-8")

    code = publish(release, tmp_path / "far")

    assert code == 1
    assert "[audit-link]" in capsys.readouterr().err


def test_a_finished_site_that_was_changed_is_refused(
    release: Version, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (release.site / "index.html").open("a", encoding="utf-8") as page:
        page.write("<!-- 改 -->")
    (release.site / "more.txt").touch()

    code = publish(release, tmp_path / "far")

    said = capsys.readouterr().err
    assert code == 1
    assert "不同：index.html" in said
    assert "多出：more.txt" in said
    assert not (tmp_path / "far").exists()


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [("commit", "0" * 40, "它的提交是 0000"), ("mode", "production", "它的模式是 production")],
)
def test_a_finished_site_of_another_project_is_refused(  # noqa: PLR0913, PLR0917 - a table
    release: Version,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    key: str,
    value: str,
    reason: str,
) -> None:
    manifest = json.loads((release.site / NAME).read_text(encoding="utf-8"))
    (release.site / NAME).write_text(json.dumps({**manifest, key: value}), encoding="utf-8")

    code = publish(release, tmp_path / "far")

    assert code == 1
    assert reason in capsys.readouterr().err
    assert not (tmp_path / "far").exists()
