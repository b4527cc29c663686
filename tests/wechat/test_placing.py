"""Packages in folders and zips: whole or not at all, and nothing of others is lost."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from microsite.wechat.package import Package
from microsite.wechat.placing import PlacingError, mirror, place
from wechat.packing import ID, Pack
from wechat.test_writer import LAMP, PICTURES

NAMES = {"article.html", "copy.html", "title.txt", "author.txt", "digest.txt", "link.txt"}


@pytest.fixture
def package(pack: Pack) -> Package:
    return pack(f"正文。\n\n{LAMP}\n", PICTURES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out/wechat"


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_holds_all_that_the_editor_needs(package: Package, folder: Path) -> None:
    target = place(package, folder)

    assert target == folder / ID
    assert names(target) == {*NAMES, "图1.jpg"}
    assert (target / "article.html").read_text(encoding="utf-8") == package.article.html
    assert (target / "title.txt").read_text(encoding="utf-8") == "党员下社区怎么点单"
    assert (target / "author.txt").read_text(encoding="utf-8") == "示例·供稿岗"
    assert (target / "digest.txt").read_text(encoding="utf-8") == "从点单到办结。"
    assert (target / "link.txt").read_text(encoding="utf-8") == package.link


def test_a_zip_holds_the_same_and_is_always_the_same(package: Package, folder: Path) -> None:
    first = place(package, folder, is_zip=True).read_bytes()

    target = place(package, folder, is_zip=True)

    assert target.read_bytes() == first
    with zipfile.ZipFile(target) as archive:
        assert set(archive.namelist()) == {f"{ID}/{name}" for name in (*NAMES, "图1.jpg")}
    assert [path.name for path in folder.iterdir()] == [f"{ID}.zip"]


def test_a_draft_is_kept_apart(package: Package, folder: Path) -> None:
    assert place(replace(package, state="待终审"), folder).name == f"{ID}-草稿"


def test_what_was_exported_before_gives_way(package: Package, folder: Path) -> None:
    place(package, folder)
    (folder / ID / "图9.jpg").touch()

    target = place(package, folder)

    assert names(target) == {*NAMES, "图1.jpg"}
    assert [path.name for path in folder.iterdir()] == [ID]


@pytest.mark.parametrize(
    ("other", "is_zip"),
    [("", False), ("", True), (f"/{ID}/z", False), (f"/{ID}.zip/z", True), (f"/{ID}", False)],
)
def test_nothing_of_others_is_lost(
    package: Package, folder: Path, other: str, *, is_zip: bool
) -> None:
    file = Path(f"{folder}{other}")
    file.parent.mkdir(parents=True)
    file.write_text("别的", encoding="utf-8")

    with pytest.raises(PlacingError, match="里有别的东西"):
        place(package, folder, is_zip=is_zip)

    assert file.read_text(encoding="utf-8") == "别的"


@pytest.mark.parametrize(("other", "is_zip"), [(f"/{ID}/z", True), (f"/{ID}.zip/z", False)])
def test_what_is_not_in_the_way_stays(
    package: Package, folder: Path, other: str, *, is_zip: bool
) -> None:
    file = Path(f"{folder}{other}")
    file.parent.mkdir(parents=True)
    file.touch()

    target = place(package, folder, is_zip=is_zip)

    assert target.exists()
    assert file.exists()


def test_half_a_package_is_never_there(package: Package, folder: Path) -> None:
    place(package, folder)
    before = {path: path.read_bytes() for path in (folder / ID).iterdir()}
    broken = replace(package, pictures={"图1.jpg": folder / "none.jpg"}, title="新的标题")

    with pytest.raises(FileNotFoundError):
        place(broken, folder)

    assert {path: path.read_bytes() for path in (folder / ID).iterdir()} == before
    assert [path.name for path in folder.iterdir()] == [ID]


def test_a_mirror_holds_these_and_no_other(package: Package, folder: Path) -> None:
    other = replace(package, story=package.story.model_copy(update={"title": "甲"}))
    mirror([package], folder)
    (folder / ID).rename(folder / "withdrawn")

    mirror([other], folder)

    assert {path.name for path in folder.iterdir()} == {ID}
    assert names(folder / ID) == {*NAMES, "图1.jpg"}


def test_a_mirror_may_be_empty(folder: Path) -> None:
    mirror([], folder)

    assert [*folder.iterdir()] == []


@pytest.mark.parametrize("other", ["", "/x.txt", "/community-orders/x.txt"])
def test_a_mirror_takes_nothing_away_from_others(
    package: Package, folder: Path, other: str
) -> None:
    file = Path(f"{folder}{other}")
    file.parent.mkdir(parents=True)
    file.write_text("别的", encoding="utf-8")

    with pytest.raises(PlacingError, match="里有别的东西"):
        mirror([package], folder)

    assert file.read_text(encoding="utf-8") == "别的"
