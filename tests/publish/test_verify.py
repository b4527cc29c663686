"""What is there is compared with what should be, file by file."""

import shutil
from pathlib import Path

import pytest

from microsite.publish.manifest import NAME, ManifestError, parse
from publish.commands import run
from publish.conftest import Version


@pytest.fixture(scope="module")
def published(first: Version, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("published") / "srv"
    first.publish(str(target))
    return target / "current"


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    shutil.copytree(published, tmp_path / "copy")
    return tmp_path / "copy"


def test_what_was_published_is_what_is_there(published: Path) -> None:
    done = run("verify", str(published))

    assert (done.returncode, done.stdout) == (0, "")


def test_every_difference_is_named(copy: Path) -> None:
    (copy / "about/index.html").write_text("", encoding="utf-8")
    (copy / "feed.xml").unlink()
    (copy / "new.html").write_text("", encoding="utf-8")

    done = run("verify", str(copy))

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "不同：about/index.html",
        "缺少：feed.xml",
        "多出：new.html",
    ]


def test_another_manifest_can_be_compared_with(copy: Path, published: Path) -> None:
    (copy / NAME).unlink()

    done = run("verify", str(copy), "--manifest", str(published / NAME))

    assert done.returncode == 0


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"files": 1}', '{"files": {}, "versions": []}'])
def test_what_is_no_manifest_is_told(text: str) -> None:
    with pytest.raises(ManifestError, match="somewhere"):
        parse(text, "somewhere")


def test_a_folder_without_a_manifest_is_told(tmp_path: Path) -> None:
    done = run("verify", str(tmp_path))

    assert done.returncode == 1
    assert NAME in done.stderr


def test_a_site_that_does_not_answer_is_told() -> None:
    done = run("verify", "http://127.0.0.1:9/")

    assert done.returncode == 1
    assert "核对不了" in done.stderr
