"""Packages in folders and zips: whole or not at all, and nothing of others is lost."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from microsite.wechat.package import Package
from microsite.wechat.placing import UNFINISHED, WRITTEN, PlacingError, mirror, place
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
    withdrawn = replace(package, story=package.story.model_copy(update={"id": "withdrawn"}))
    mirror([package, withdrawn], folder)

    mirror([other], folder)

    assert {path.name for path in folder.iterdir()} == {ID, WRITTEN}
    assert names(folder / ID) == {*NAMES, "图1.jpg"}


def test_a_mirror_may_be_empty(folder: Path) -> None:
    mirror([], folder)

    assert [path.name for path in folder.iterdir()] == [WRITTEN]


@pytest.mark.parametrize(
    "other", ["", "/x.txt", "/community-orders/x.txt", "/a-草稿/copy.html", "/.git/config"]
)
def test_a_mirror_takes_nothing_away_from_others(
    package: Package, folder: Path, other: str
) -> None:
    file = Path(f"{folder}{other}")
    file.parent.mkdir(parents=True)
    file.write_text("别的", encoding="utf-8")

    with pytest.raises(PlacingError, match="里有别的东西"):
        mirror([package], folder)

    assert file.read_text(encoding="utf-8") == "别的"


def test_what_was_put_into_a_mirror_later_is_not_lost(package: Package, folder: Path) -> None:
    mirror([package], folder)
    by_hand = place(replace(package, state="待终审"), folder)

    with pytest.raises(PlacingError, match="里有别的东西"):
        mirror([package], folder)

    assert names(by_hand) == {*NAMES, "图1.jpg"}


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db"])
def test_what_systems_leave_is_in_nobodys_way(package: Package, folder: Path, name: str) -> None:
    mirror([package], folder)
    (folder / name).touch()
    (folder / ID / name).touch()

    assert place(package, folder) == folder / ID
    (folder / ID / name).touch()
    mirror([package], folder)

    assert (folder / ID / "copy.html").is_file()


@pytest.mark.parametrize("is_there", [True, False])
def test_what_was_there_comes_back_if_the_new_cannot_take_its_place(
    package: Package, folder: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    if is_there:
        place(package, folder)
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise PermissionError(13, "in use", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError):
        place(replace(package, title="新的标题"), folder)

    assert [path.name for path in folder.iterdir()] == [ID] * is_there
    if is_there:
        title = (folder / ID / "title.txt").read_text(encoding="utf-8")
        assert title == package.title


def test_what_a_run_cut_short_left_is_put_right_by_the_next(
    package: Package, folder: Path
) -> None:
    for number, old in enumerate(("lost", ID)):
        stale = folder / f"{UNFINISHED}{number}/old/{old}"
        stale.mkdir(parents=True)
        (stale / "title.txt").touch()
    place(package, folder)

    place(package, folder, is_zip=True)

    assert {path.name for path in folder.iterdir()} == {ID, f"{ID}.zip", "lost"}
    assert names(folder / "lost") == {"title.txt"}
    assert names(folder / ID) == {*NAMES, "图1.jpg"}


def test_what_is_unfinished_lies_in_the_folder_of_exports(
    package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    rename = Path.rename

    def watched(path: Path, target: Path) -> Path:
        seen.append(path.parent.parent)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", watched)
    mirror([package], tmp_path / "wechat/已发布")

    assert seen == [tmp_path / "wechat"]
