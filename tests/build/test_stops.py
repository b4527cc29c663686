"""Builds that must stop: the old site stays as it was, and the reason is told."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from build_site import ROOT, build
from small_project import BASE

Copy = Callable[[Path], Path]
REMINDER = re.compile(
    r"\[(?:(?:freshness|coverage)-[a-z]+|picture-unused|file-unlinked|repost-official)\]$"
)


def old_site(root: Path) -> Path:
    """Return the folder of a site built earlier."""
    site = root / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    return site


@pytest.mark.parametrize(
    ("path", "text", "complaint"),
    [
        ("data/tags.yml", "community：{}\n", "data/tags.yml:1:1: "),
        (
            "docs/events.md",
            "---\ntitle: 甲\nsummary: 乙\n---\n",
            "docs/events.md:1:1: 网址 /events/",
        ),
        ("docs/stories/2026/x.md", "正文", "docs/stories/2026/x.md:1:1: 第一行应是"),
        ("docs/feed.xml", "<feed/>", "docs/feed.xml:1:1: 这个文件不会被读取"),
    ],
)
def test_bad_content_leaves_the_old_site_alone(
    copy: Copy, path: str, text: str, complaint: str
) -> None:
    root = copy(BASE)
    site = old_site(root)
    (root / path).write_text(text, encoding="utf-8")

    result = build(root, site)

    assert result.returncode == 1
    assert complaint in result.stderr
    assert "Traceback" not in result.stderr
    assert [file.name for file in site.rglob("*")] == ["index.html"]


def test_all_problems_are_told_at_once(copy: Copy, tmp_path: Path) -> None:
    root = copy(BASE)
    for path in ("data/places.yml", "data/tags.yml", "docs/about.md"):
        (root / path).write_text("甲", encoding="utf-8")

    result = build(root, tmp_path / "site")

    told = [line for line in result.stderr.splitlines() if ":1:1: " in line]
    assert [line.partition(":1:1:")[0] for line in told] == [
        "data/places.yml",
        "data/tags.yml",
        "docs/about.md",
    ]


def test_a_value_that_a_template_lacks_stops_the_build(copy: Copy, tmp_path: Path) -> None:
    root = copy(BASE)
    template = root / "hooks/templates/views/event.html"
    template.write_text(template.read_text(encoding="utf-8") + "{{ view.nonsense }}", "utf-8")

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    assert "nonsense" in result.stderr


def forking(root: Path) -> None:
    """Let a copy of the project use several processes for the little that it has to do."""
    adapter = root / "hooks/main.py"
    source = adapter.read_text(encoding="utf-8")
    changed = source.replace("WORTH_A_PROCESS = 150", "WORTH_A_PROCESS = 1")
    assert changed != source
    adapter.write_text(changed, encoding="utf-8")


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_page_that_fails_in_another_process_stops_the_build(copy: Copy, tmp_path: Path) -> None:
    root = copy(BASE)
    forking(root)
    append(root / "hooks/templates/views/tag.html", "{{ view.nonsense }}")  # among the last pages

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    assert "nonsense" in result.stderr
    assert len(os.sched_getaffinity(0)) == 1 or "有页面没有生成" in result.stderr


def test_a_warning_in_another_process_stops_a_strict_build(copy: Copy, tmp_path: Path) -> None:
    root = copy(BASE)
    forking(root)
    adapter = root / "hooks/main.py"
    warning = """    if view.template == "tag":
        logging.getLogger("mkdocs.x").warning("a warning")
"""
    source = adapter.read_text(encoding="utf-8")
    changed = source.replace("    page.toc = ", f"{warning}    page.toc = ")
    adapter.write_text(changed, encoding="utf-8")

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    assert "a warning" in result.stderr


@pytest.mark.parametrize("epoch", ["abc", "9" * 30])
def test_a_day_that_is_none_is_explained(copy: Copy, tmp_path: Path, epoch: str) -> None:
    result = build(copy(BASE), tmp_path / "site", SOURCE_DATE_EPOCH=epoch)

    assert result.returncode == 1
    assert "SOURCE_DATE_EPOCH 应是秒数" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_nav_that_leads_nowhere_is_explained(copy: Copy, tmp_path: Path) -> None:
    root = copy(BASE)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("figures/index.md", "numbers.md")
    settings.write_text(text, encoding="utf-8")

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    assert "没有这个页面" in result.stderr


def test_a_style_that_is_not_there_is_explained(copy: Copy, tmp_path: Path) -> None:
    root = copy(BASE)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("css/tokens.css", "css/tokns.css")
    settings.write_text(text, encoding="utf-8")

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    assert "没有这些文件：assets/css/tokns.css" in result.stderr


def test_a_script_that_is_not_there_stops_the_build(copy: Copy, tmp_path: Path) -> None:
    root = copy(BASE)
    (root / "docs/assets/js/dates.js").unlink()

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    assert "assets/js/dates.js" in result.stderr


def test_a_build_says_nothing_unexpected(copy: Copy, tmp_path: Path) -> None:
    result = build(copy(BASE), tmp_path / "site")

    # The content is as old as it is, reposts a paper and has pictures to spare.
    told = [line for line in result.stderr.splitlines() if not REMINDER.search(line)]
    assert result.returncode == 0
    assert "\n".join(told).count("INFO") == 3
    assert "Warning" not in result.stderr


def test_written_pages_may_link_to_headings_and_stories(copy: Copy, tmp_path: Path) -> None:
    root = copy(BASE)
    link = "\n## 小节\n\n[甲](about.md#谁在办)、[乙](#小节)、[丙](stories/2026/lecture.md)\n"
    append(root / "docs/index.md", link)

    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr


def test_a_search_that_cannot_be_made_leaves_the_old_site_alone(copy: Copy) -> None:
    root = copy(BASE)
    site = old_site(root)
    settings = root / "data/bureau.yml"
    settings.write_text(settings.read_text("utf-8").replace("search: false", ""), "utf-8")

    result = build(root, site)

    assert result.returncode == 1
    assert "请在项目文件夹里运行 npm ci" in result.stderr
    assert "Traceback" not in result.stderr
    assert [file.name for file in site.rglob("*")] == ["index.html"]


def test_a_search_that_fails_on_the_way_stops_the_build(copy: Copy, tmp_path: Path) -> None:
    root = copy(BASE)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    settings = root / "data/bureau.yml"
    settings.write_text(settings.read_text("utf-8").replace("search: false", ""), "utf-8")

    result = build(root, tmp_path / "site", PAGEFIND_EXTENDED_BINARY_PATH="/bin/false")

    assert result.returncode == 1
    assert "搜索没有生成" in result.stderr
    assert "Traceback" not in result.stderr
