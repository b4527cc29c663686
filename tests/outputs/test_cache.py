"""What is kept from build to build."""

import os
from pathlib import Path

import pytest

from microsite.kept import STALE
from microsite.outputs.cache import SUM, UNFINISHED, Cache

FILES = {"a": b"1", "b": b"2"}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def age(path: Path) -> None:
    """Let a file or folder look as if it had been written long ago."""
    then = path.stat().st_mtime - 2 * STALE
    os.utime(path, (then, then))


def test_what_was_kept_is_there(cache: Cache) -> None:
    cache.keep("key", FILES)

    assert cache.has("key", FILES)
    assert cache.path("key", "b").read_bytes() == b"2"


def test_what_was_not_kept_is_not_there(cache: Cache) -> None:
    cache.keep("key", FILES)

    assert not cache.has("other", FILES)
    assert not cache.has("key", ["a"])


def test_a_damaged_file_is_as_if_it_had_never_been(cache: Cache) -> None:
    cache.keep("key", FILES)

    cache.path("key", "a").write_bytes(b"x")

    assert not cache.has("key", FILES)


def test_a_lost_file_is_as_if_none_had_been(cache: Cache) -> None:
    cache.keep("key", FILES)

    cache.path("key", "a").unlink()

    assert not cache.has("key", FILES)


def test_a_damaged_sum_is_none(cache: Cache) -> None:
    cache.keep("key", FILES)

    cache.path("key", SUM).write_bytes(b"\xff")

    assert not cache.has("key", FILES)


def test_whoever_is_stopped_half_way_leaves_nothing_that_counts(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(path: Path, target: Path) -> None:
        if target.name == "b":
            raise KeyboardInterrupt
        os.replace(path, target)  # noqa: PTH105 - the method itself is replaced

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        cache.keep("key", FILES)

    assert cache.path("key", "a").is_file()
    assert not cache.has("key", FILES)
    monkeypatch.undo()
    cache.keep("key", FILES)
    assert cache.has("key", FILES)


def test_cleaning_deletes_what_is_no_longer_wanted(cache: Cache) -> None:
    cache.keep("old", FILES)
    cache.keep("key", FILES)
    half = cache.folder / f"{UNFINISHED}x"
    half.write_bytes(b"x")
    for path in cache.folder.iterdir():
        age(path)

    cache.clean({"key"})

    assert [path.name for path in cache.folder.iterdir()] == ["key"]


def test_cleaning_leaves_what_another_build_may_be_writing(cache: Cache) -> None:
    cache.keep("new", FILES)

    cache.clean(set())

    assert cache.has("new", FILES)


def test_there_is_nothing_to_clean_before_anything_was_kept(cache: Cache) -> None:
    cache.clean(set())

    assert not cache.folder.exists()
