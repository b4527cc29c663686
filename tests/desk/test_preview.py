"""The last good site stays, whatever the attempts since have come to."""

import os
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event, Thread
from threading import enumerate as enumerate_threads

import pytest

from conftest import Project
from microsite.content.problems import Problem
from microsite.desk.preview import AttemptError, Preview
from microsite.desk.sight import Make, findings
from microsite.verdict import verdict
from small_project import NOW

MONTH = "data/events/2026-01.yml"
DAY = NOW.date()


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    code = tmp_path / "hooks"
    code.mkdir()
    (code / "main.py").touch()
    return Preview(code)


def publish(preview: Preview, folder: Path, text: str) -> None:
    with preview.attempt():
        room = preview.room(folder)
        room.mkdir()
        (room / "index.html").write_text(text, encoding="utf-8")


def fail() -> None:
    raise AttemptError("写错了")


def test_what_was_told_before_is_not_told_again(preview: Preview) -> None:
    old, new = (Problem("docs/index.md", line, 1, "some-code", "有错") for line in (1, 2))

    assert preview.untold([old]) == [old]
    assert preview.untold([old, new]) == [new]
    assert preview.untold([new]) == []
    assert preview.untold([old]) == [old]


def test_nothing_is_shown_before_the_first_attempt(preview: Preview) -> None:
    assert not preview.is_ready.is_set()
    assert not preview.sight.site


def test_an_attempt_that_succeeds_is_shown(preview: Preview, tmp_path: Path) -> None:
    before = preview.sight.id

    publish(preview, tmp_path, "一")

    assert preview.is_ready.is_set()
    assert preview.sight.site["index.html"]().decode() == "一"
    assert preview.sight.id != before


def test_an_attempt_that_fails_leaves_the_site_before(preview: Preview, tmp_path: Path) -> None:
    publish(preview, tmp_path, "一")

    with preview.attempt():
        (preview.room(tmp_path)).mkdir()
        fail()

    assert preview.sight.failure == "写错了"
    assert preview.sight.site["index.html"]().decode() == "一"


def test_a_mistake_of_the_program_goes_on_and_is_told(preview: Preview, tmp_path: Path) -> None:
    publish(preview, tmp_path, "一")

    with pytest.raises(ZeroDivisionError), preview.attempt():
        _ = 1 / 0

    assert "程序本身出错" in preview.sight.failure
    assert preview.sight.site


def test_sites_that_are_not_shown_any_more_are_deleted(preview: Preview, tmp_path: Path) -> None:
    for text in "一二三四":
        publish(preview, tmp_path, text)
        with preview.attempt():
            (preview.room(tmp_path)).mkdir()
            fail()

    sites = [file.read_text(encoding="utf-8") for file in sorted(tmp_path.glob("*/index.html"))]
    assert sites == ["三", "四"]
    assert len([room for room in tmp_path.iterdir() if room.name.isdigit()]) == 2


def test_what_is_known_is_shown_after_the_attempt(preview: Preview, project: Project) -> None:
    root = project({"data/tags.yml": "community：{}\n"})

    with preview.attempt():
        preview.judge(root, verdict(root, NOW))
        fail()

    errors = [one for one in preview.sight.findings.problems if one.level == "error"]
    assert {one.path for one in errors} == {"data/tags.yml"}


def test_code_that_changed_since_the_start_is_noticed(preview: Preview, tmp_path: Path) -> None:
    publish(preview, tmp_path, "一")
    unchanged = preview.sight.has_new_code
    later = (tmp_path / "hooks/main.py").stat().st_mtime + 5
    os.utime(tmp_path / "hooks/main.py", (later, later))

    publish(preview, tmp_path, "二")

    assert not unchanged
    assert preview.sight.has_new_code


def test_a_file_that_is_gone_meanwhile_is_got_over(project: Project) -> None:
    root = project({})
    judged = verdict(root, NOW)
    (root / MONTH).unlink()

    found = findings(root, judged)

    told = [one for some in found.by_page.values() for one in some]
    assert MONTH in {one.path for one in found.problems}
    assert MONTH not in {one.path for one in told}


def test_only_files_that_changed_since_it_was_asked_are_news(
    preview: Preview, tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    (docs / "a").mkdir(parents=True)
    (docs / "a/b.md").write_text("一", encoding="utf-8")
    settings = tmp_path / "mkdocs.yml"
    settings.touch()
    paths = (docs, settings, tmp_path / "nothing")

    found = [preview.has_news(paths, DAY), preview.has_news(paths, DAY)]
    (docs / "a/.b.md.swp").touch()
    (docs / "gone").symlink_to("nowhere")
    found.append(preview.has_news(paths, DAY))
    (docs / "a/b.md").write_text("一二", encoding="utf-8")
    found.append(preview.has_news(paths, DAY))
    settings.unlink()
    found.append(preview.has_news(paths, DAY))

    found.append(preview.has_news(paths, DAY + timedelta(1)))

    assert found == [True, False, False, True, True, True]


def test_what_takes_long_is_added_later(preview: Preview, tmp_path: Path) -> None:
    may_end = Event()

    def later() -> Mapping[str, Make]:
        may_end.wait()
        return {"index.json": "找得到".encode}

    with preview.attempt():
        preview.room(tmp_path).mkdir()
        preview.offer({"a.html": lambda: b""}, later)
    at_first = set(preview.sight.site)
    may_end.set()
    for thread in preview_threads():
        thread.join()

    assert at_first == {"a.html"}
    assert set(preview.sight.site) == {"a.html", "index.json"}


def test_what_takes_long_is_left_alone_where_the_site_is_not_shown_any_more(
    preview: Preview, tmp_path: Path
) -> None:
    may_end, made = Event(), list[int]()

    def later(number: int) -> Mapping[str, Make]:
        may_end.wait()
        made.append(number)
        return {}

    for number in range(4):
        with preview.attempt():
            preview.room(tmp_path).mkdir()
            preview.offer({}, partial(later, number))
    may_end.set()
    for thread in preview_threads():
        thread.join()

    assert 3 in made
    assert len(made) <= 2


def preview_threads() -> list[Thread]:
    return [one for one in enumerate_threads() if one.name.startswith("preview")]
