"""先审后发: what is not signed as it is leaves no trace in anything that is published."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from build_site import build, one, parsed
from drawing import drawn
from signing import sign
from small_project import BASE

Copy = Callable[[Path], Path]
STORY = "docs/stories/2026/new-bulb.md"
EVENTS = "data/events/2026-01.yml"
ABOUT = "docs/about.md"
RECORDS = "data/pictures.yml"
PICTURE = "docs/assets/pictures/only-here.png"
FORM = "docs/assets/files/only-here-form.txt"
TOP = "docs/assets/only-here-table.txt"
TRACES = (b"new-bulb", "换灯记".encode(), "楼道灯亮了".encode(), b"only-here")
EVENT_TRACES = (b"20260131-rural-visit", "结对走访".encode())


@pytest.fixture
def root(copy: Copy) -> Path:
    """Return a project with one story more: with a cover, a form, and links to and from it."""
    root = copy(BASE)
    (root / PICTURE).write_bytes(drawn(format="PNG"))
    add(root, RECORDS, "only-here.png: {kind: drawing, credit: 示例·only-here}\n")
    (root / FORM).parent.mkdir()
    (root / FORM).write_text("表格", encoding="utf-8")
    (root / TOP).write_text("对照表", encoding="utf-8")
    (root / "docs/assets/files/only-here-idle.txt").write_text("没人用", encoding="utf-8")
    (root / STORY).write_text(
        "---\ntitle: 换灯记\nseries: theme-day\npublished: 2026-02-10 09:00\nsummary: 一件小事。\n"
        "source: 市住建局\ncover: only-here.png\ncover_alt: 楼道里的一盏灯\n---\n"
        "楼道灯亮了。\n\n[下载表格](../../assets/files/only-here-form.txt)、"
        "[对照表](../../assets/only-here-table.txt)\n",
        encoding="utf-8",
    )
    add(
        root, ABOUT, "\n见[换灯](stories/2026/new-bulb.md)、[走访](event:20260131-rural-visit)。\n"
    )
    change(root, "data/series/theme-day.yml", "summary", "guide: new-bulb\nsummary")
    sign(root)
    return root


def add(root: Path, path: str, text: str) -> None:
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def published(root: Path, target: Path) -> Mapping[str, bytes]:
    """Return every published file, its name at its beginning."""
    result = build(root, target)
    assert result.returncode == 0, result.stderr
    names = {file: file.relative_to(target).as_posix() for file in target.rglob("*")}
    return {
        name: name.encode() + b"\n" + file.read_bytes()
        for file, name in names.items()
        if file.is_file()
    }


def holding(files: Mapping[str, bytes], traces: tuple[bytes, ...]) -> dict[str, list[bytes]]:
    found = {name: [one for one in traces if one in data] for name, data in files.items()}
    return {name: some for name, some in found.items() if some}


def test_what_is_signed_is_everywhere(root: Path, tmp_path: Path) -> None:
    found = holding(published(root, tmp_path / "site"), TRACES)

    assert {
        "stories/2026/new-bulb/index.html",
        "index.html",
        "about/index.html",
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "open-data/stories.json",
        "open-data/stories.csv",
        "series/theme-day/index.html",
        "assets/files/only-here-form.txt",
        "assets/only-here-table.txt",
    } <= found.keys()
    assert "assets/files/only-here-idle.txt" not in found
    assert any(name.startswith("assets/pictures/only-here") for name in found)


def test_a_letter_more_and_the_story_is_nowhere(root: Path, tmp_path: Path) -> None:
    change(root, STORY, "楼道灯亮了。", "楼道灯亮了！")

    found = holding(published(root, tmp_path / "site"), TRACES)

    assert not found


def test_another_picture_of_the_same_name_and_the_story_is_nowhere(
    root: Path, tmp_path: Path
) -> None:
    (root / PICTURE).write_bytes(drawn(format="PNG", width=90))

    found = holding(published(root, tmp_path / "site"), TRACES)

    assert not found


def test_one_byte_more_in_a_form_and_neither_story_nor_form_is_anywhere(
    root: Path, tmp_path: Path
) -> None:
    (root / FORM).write_bytes((root / FORM).read_bytes() + b"\n")

    found = holding(published(root, tmp_path / "site"), TRACES)

    assert not found


def test_a_form_of_a_page_stays_whatever_becomes_of_the_story(root: Path, tmp_path: Path) -> None:
    add(root, ABOUT, "\n[表格](assets/files/only-here-form.txt)\n")
    change(root, STORY, "楼道灯亮了。", "楼道灯亮了！")

    found = holding(published(root, tmp_path / "site"), TRACES)

    assert found.keys() == {"about/index.html", "assets/files/only-here-form.txt"}


def test_another_credit_and_the_story_is_nowhere(root: Path, tmp_path: Path) -> None:
    change(root, RECORDS, "示例·only-here", "示例·only-here-too")

    found = holding(published(root, tmp_path / "site"), TRACES)

    assert not found


def test_white_space_changes_nothing(root: Path, tmp_path: Path) -> None:
    before = published(root, tmp_path / "before")
    file = root / STORY
    text = file.read_text(encoding="utf-8").replace("\n", "  \r\n").replace("---  \r", "---\r")
    file.write_bytes(f"{text}\r\n\r\n".encode())

    after = published(root, tmp_path / "after")

    assert holding(after, TRACES).keys() == holding(before, TRACES).keys()


def test_an_unsigned_story_is_nowhere(root: Path, tmp_path: Path) -> None:
    signed = (root / STORY).read_text(encoding="utf-8").splitlines(keepends=True)
    unsigned = "".join(line for line in signed if "step: 终审" not in line)
    (root / STORY).write_text(unsigned, encoding="utf-8")

    found = holding(published(root, tmp_path / "site"), TRACES)

    assert not found


def test_a_changed_event_is_nowhere(root: Path, tmp_path: Path) -> None:
    change(root, EVENTS, "title: 结对走访", "title: 结对走访青禾村")

    found = holding(published(root, tmp_path / "site"), EVENT_TRACES)

    assert not found


def test_what_is_withdrawn_leaves_its_reason_and_nothing_else(root: Path, tmp_path: Path) -> None:
    change(
        root, STORY, "review:", "withdrawn: {on: 2026-02-12, by: 科长, reason: 数字有误}\nreview:"
    )
    change(root, STORY, "hash: ", "hash: 作废")

    files = published(root, tmp_path / "site")

    page = parsed(tmp_path / "site")["stories/2026/new-bulb/index.html"]
    text = one(page, "main").text()
    others = {
        name: data for name, data in files.items() if not name.startswith("stories/2026/new-bulb/")
    }
    assert "2026年2月12日撤下" in text
    assert "数字有误" in text
    assert "科长" not in text
    assert one(page, "meta[name=robots]").attributes["content"] == "noindex"
    assert not holding({"page": files["stories/2026/new-bulb/index.html"]}, TRACES[1:])
    assert not holding(others, TRACES)


def test_what_was_withdrawn_is_nowhere_once_the_withdrawal_is_deleted(
    root: Path, tmp_path: Path
) -> None:
    change(root, STORY, "hash: ", "hash: 作废")

    found = holding(published(root, tmp_path / "site"), TRACES)

    assert not found


def test_a_story_for_tomorrow_is_nowhere_today(root: Path, tmp_path: Path) -> None:
    text = (
        (root / STORY).read_text(encoding="utf-8").replace("2026-02-10 09:00", "2099-02-10 09:00")
    )
    (root / STORY).unlink()
    (root / "docs/stories/2099").mkdir()
    (root / "docs/stories/2099/new-bulb.md").write_text(text, encoding="utf-8")
    change(root, ABOUT, "stories/2026/new-bulb.md", "stories/2099/new-bulb.md")
    sign(root, date(2026, 1, 5))

    found = holding(published(root, tmp_path / "site"), TRACES)

    assert not found


def test_a_correction_is_told_on_the_page_and_in_the_feeds(root: Path, tmp_path: Path) -> None:
    note = "灯的数量原写作两盏，应为一盏"
    change(root, STORY, "review:", f"corrections: [{{on: 2026-02-12, note: {note}}}]\nreview:")
    sign(root)

    found = holding(published(root, tmp_path / "site"), (note.encode(),))

    expected = {
        "stories/2026/new-bulb/index.html",
        "feed.xml",
        "feed.json",
        "open-data/stories.json",
    }
    assert expected <= found.keys()
