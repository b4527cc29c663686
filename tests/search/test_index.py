"""The index: the same for the same records, made once, or a reason why there is none."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from build_site import ROOT
from microsite.search.index import CACHE, IndexingError, index
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


def test_only_what_the_search_reads_is_published(root: Path) -> None:
    folder = index(RECORDS, root)

    assert {file.name.partition(".")[0] for file in folder.iterdir()} == {
        "pagefind",
        "pagefind-entry",
        "wasm",
        "filter",
        "fragment",
        "index",
    }


def test_an_index_is_made_once(root: Path) -> None:
    folder = index(RECORDS, root)
    (folder / "mark").touch()

    assert (index(RECORDS, root) / "mark").exists()


def test_another_index_takes_the_place_of_the_last(root: Path) -> None:
    index(RECORDS, root)

    folder = index(RECORDS[:1], root)

    assert [*(root / CACHE).iterdir()] == [folder]


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
    monkeypatch.setenv("PAGEFIND_EXTENDED_BINARY_PATH", "/bin/false")

    with pytest.raises(IndexingError, match="搜索没有生成，请运行 npm ci"):
        index(RECORDS, root)

    assert not [*(root / CACHE).iterdir()]
