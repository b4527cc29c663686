"""Which addresses are kept, and how."""

from pathlib import Path

from microsite.audit.addresses import lasting, read_published, write_published

ADDRESSES = ["stories/", "", "assets/css/site-0123abcd.css", "404.html", "feed.xml", "search/x.js"]


def test_what_changes_with_its_content_is_not_kept() -> None:
    assert lasting([*ADDRESSES, "sitemap-1.xml"]) == ["", "feed.xml", "stories/"]


def test_addresses_are_added_and_never_lost(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    first = write_published(tmp_path, ["stories/", "old/"])

    second = write_published(tmp_path, ADDRESSES)

    assert (first, second) == (2, 2)
    assert read_published(tmp_path) == ("", "feed.xml", "old/", "stories/")


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()

    assert write_published(tmp_path, []) == 0
    assert not [*(tmp_path / "data").iterdir()]


def test_a_project_that_keeps_none_has_none(tmp_path: Path) -> None:
    assert read_published(tmp_path) == ()
