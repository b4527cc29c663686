"""What is not published, and what publishing keeps in mind."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build_site import build
from microsite.audit.addresses import read_published
from microsite.cli import main
from microsite.publish.manifest import NAME, parse
from microsite.publish.prepare import origin
from publish.conftest import Version
from real import make_real
from signing import sign
from small_project import NOW

Publish = Callable[..., int]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "srv"


@pytest.fixture
def publish(target: Path) -> Publish:
    return lambda root, *more: main(["publish", "--to", str(target), "--root", str(root), *more])


@pytest.fixture
def copied(first: Version, tmp_path: Path) -> Version:
    root, site = tmp_path / "root", tmp_path / "site"
    shutil.copytree(first.root, root)
    shutil.copytree(first.site, site)
    return Version(root, site)


def releases(target: Path) -> list[str]:
    return sorted(folder.name for folder in (target / "releases").iterdir())


def signed_and_real(root: Path) -> None:
    """Make a project one of a bureau that there is, signed by its own people."""
    make_real(root)
    with (root / "data/bureau.yml").open("a", encoding="utf-8") as settings:
        settings.write("search: false\n")
    sign(root)
    for file in [*root.glob("data/**/*.yml"), *root.glob("docs/**/*.md")]:
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"by: 示例·", "by: ", text), encoding="utf-8")


def test_what_is_online_already_makes_no_new_release(
    first: Version, target: Path, publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(first.root, "--site", str(first.site))
    before = releases(target)
    capsys.readouterr()

    code = publish(first.root, "--site", str(first.site))

    assert (code, releases(target)) == (0, before)
    assert capsys.readouterr().out == "没有变化，没有新版本\n"


def test_a_project_is_built_and_published(
    copied: Version, target: Path, publish: Publish, capfd: pytest.CaptureFixture[str]
) -> None:
    code = publish(copied.root)

    assert (code, capfd.readouterr().err) == (0, "")
    manifest = parse((target / "current" / NAME).read_text(encoding="utf-8"), "")
    assert copied.pages.keys() <= manifest.files.keys()


def test_content_with_errors_is_not_published(
    copied: Version, target: Path, publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    tags = copied.root / "data/tags.yml"
    tags.write_text("community: {titel: 社区}\n", encoding="utf-8")

    code = publish(copied.root)

    assert (code, target.exists()) == (1, False)
    assert "data/tags.yml:1:13" in capsys.readouterr().err


def test_a_site_with_faults_is_not_published(
    copied: Version, target: Path, publish: Publish, capsys: pytest.CaptureFixture[str]
) -> None:
    (copied.site / "about/index.html").unlink()

    code = publish(copied.root, "--site", str(copied.site))

    assert (code, releases(target)) == (1, [])
    assert "没有发布" in capsys.readouterr().err


def test_a_real_site_keeps_the_addresses_it_had(
    copied: Version,
    publish: Publish,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    signed_and_real(copied.root)
    monkeypatch.setenv("SITE_MODE", "production")
    shutil.rmtree(copied.site)
    built = build(copied.root, copied.site)
    assert built.returncode == 0, built.stderr

    code = publish(copied.root, "--site", str(copied.site))

    assert code == 0, capsys.readouterr().err
    assert "about/" in read_published(copied.root)
    assert "请提交" in capsys.readouterr().out


def test_the_commit_is_told_where_there_is_one(
    copied: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = origin(copied.root, NOW, "demo").commit
    monkeypatch.setenv("PATH", "")

    assert (outside, origin(copied.root, NOW, "demo").commit) == ("", "")
