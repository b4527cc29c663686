"""The index: the same for the same records, made once, or a reason why there is none."""

import hashlib
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from build_site import ROOT
from microsite.kept import STALE
from microsite.search.index import CACHE, SUM, IndexingError, index, start_indexing
from microsite.search.records import Record

RECORDS = (
    Record("story", "stories/2026/a/", "旧改", "楼道灯", "people", "renewal", ("chunhui",)),
    Record("event", "events/b/", "点单", "修灯", day=date(2026, 1, 5), sample=True),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a project that has what npm brings."""
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_same_records_make_the_same_bytes(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/node_modules").symlink_to(ROOT / "node_modules")

    first, second = index(RECORDS, root), index(RECORDS, tmp_path / "other")

    assert fingerprint(first) == fingerprint(second)


def test_only_what_the_search_reads_is_published_and_its_licence(root: Path) -> None:
    folder = index(RECORDS, root)

    assert {file.name.partition(".")[0] for file in folder.iterdir()} == {
        "pagefind",
        "pagefind-entry",
        "wasm",
        "filter",
        "fragment",
        "index",
        "LICENSE",
    }


def age(path: Path) -> None:
    then = path.stat().st_mtime - 2 * STALE
    os.utime(path, (then, then))


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the making of an index fail."""
    monkeypatch.setenv("PAGEFIND_EXTENDED_BINARY_PATH", "/bin/false")


def test_an_index_is_made_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = index(RECORDS, root)
    forbid(monkeypatch)

    assert index(RECORDS, root) == folder


@pytest.mark.parametrize("name", ["index/pagefind.js", "index/pagefind-entry.json", SUM])
def test_a_damaged_index_is_made_anew(name: str, root: Path) -> None:
    folder = index(RECORDS, root)
    whole = fingerprint(folder.parent)

    for damage in (Path.unlink, lambda path: path.write_bytes(b"x")):
        damage(folder.parent / name)

        assert fingerprint(index(RECORDS, root).parent) == whole


def test_an_index_that_another_build_may_be_using_stays(root: Path) -> None:
    first = index(RECORDS, root)

    second = index(RECORDS[:1], root)

    assert first.is_dir()
    assert second.is_dir()


def test_an_index_of_long_ago_and_what_a_killed_build_has_left_go(root: Path) -> None:
    left = root / CACHE / "tmpkilled"
    left.mkdir(parents=True)
    age(index(RECORDS, root).parent)
    age(left)

    folder = index(RECORDS[:1], root).parent

    assert [*(root / CACHE).iterdir()] == [folder]


def test_an_index_in_use_is_not_of_long_ago(root: Path) -> None:
    folder = index(RECORDS, root)
    age(folder.parent)

    index(RECORDS, root)
    index(RECORDS[:1], root)

    assert folder.is_dir()


def test_another_build_may_have_put_the_same_there(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def late(path: Path, target: Path) -> Path:
        shutil.copytree(path, target)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", late)

    assert index(RECORDS, root).is_dir()


def test_a_folder_that_cannot_be_written_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", fail)

    with pytest.raises(IndexingError, match=r"Permission denied.*\.cache/search 能否写"):
        index(RECORDS, root)


def test_without_pagefind_the_command_to_type_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexingError, match="npm ci"):
        index(RECORDS, tmp_path)


def test_without_node_it_is_told_what_to_install(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(IndexingError, match="请安装 Node 20"):
        index(RECORDS, root)


def test_a_failure_of_pagefind_is_told_and_leaves_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid(monkeypatch)

    with pytest.raises(IndexingError, match=r"Node 是不是 20 .*npm ci"):
        index(RECORDS, root)

    assert not [*(root / CACHE).iterdir()]


def test_an_index_made_meanwhile_in_another_process_is_the_same(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr("threading.active_count", lambda: 1)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/node_modules").symlink_to(ROOT / "node_modules")
    reader, writer = os.pipe()

    def make() -> tuple[Record, ...]:
        os.write(writer, b"%10d" % os.getpid())
        return RECORDS

    wait = start_indexing(make, root)
    maker = int(os.read(reader, 10))
    os.close(reader)
    os.close(writer)

    assert fingerprint(wait()) == fingerprint(index(RECORDS, tmp_path / "other"))
    assert maker != os.getpid()


def test_a_failure_meanwhile_is_told_to_who_waits(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid(monkeypatch)
    wait = start_indexing(lambda: RECORDS, root)

    with pytest.raises(IndexingError, match=r"Node 是不是 20 .*npm ci"):
        wait()


def test_what_is_missing_is_told_before_anything_is_begun(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(IndexingError, match="请安装 Node 20"):
        start_indexing(lambda: RECORDS, root)
    with pytest.raises(IndexingError, match="npm ci"):
        start_indexing(lambda: RECORDS, root / "elsewhere")
