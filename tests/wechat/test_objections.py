"""What WeChat would not take is told at its place, before anything is copied."""

from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Project
from drawing import drawn
from microsite.content.problems import Problem
from microsite.verdict import verdict
from microsite.wechat.objections import objections
from microsite.wechat.package import packages
from signing import sign
from small_project import BASE, NOW, Files
from wechat.packing import ID, OLD, STORY, judged, story
from wechat.test_writer import LAMP, PICTURES

BUREAU = (BASE / "data/bureau.yml").read_text(encoding="utf-8")


def found(root: Path) -> list[Problem]:
    sign(root, OLD)
    seen, site = judged(root)
    return [*objections(packages(root, site, site.stories.values()), seen.reading)]


def told(root: Path) -> list[str]:
    return list(map(str, found(root)))


def with_story(old: str, new: str) -> Files:
    text = (BASE / STORY).read_text(encoding="utf-8")
    assert old in text
    return {STORY: text.replace(old, new)}


def test_what_fits_is_not_objected_to(project: Project) -> None:
    assert told(project({})) == []


@pytest.mark.parametrize(
    ("old", "most", "place", "told_of"),
    [
        ("党员下社区怎么点单", 32, "2:8", ("标题", "wechat-title")),
        ("示例·供稿岗", 16, "7:9", ("作者", "wechat-author")),
        ("从点单到办结。", 128, "5:10", ("摘要", "wechat-digest")),
    ],
    ids=["title", "author", "digest"],
)
def test_what_is_too_long_is_told_where_it_is_written(
    project: Project, old: str, most: int, place: str, told_of: tuple[str, str]
) -> None:
    name, code = told_of
    root = project(with_story(old, "字" * (most + 1)))

    told_first = told(root)
    file = root / STORY
    file.write_text(file.read_text("utf-8").replace("字" * most, "字" * (most - 1)), "utf-8")

    message = f"公众号的{name}最多 {most} 个字，这里有 {most + 1} 个，请缩短"
    assert told_first == [f"{STORY}:{place}: {message} [{code}]"]
    assert told(root) == []


def test_without_an_author_the_source_is_what_is_too_long(project: Project) -> None:
    text = "source: 市住建局\nauthor: 示例·供稿岗"

    assert told(project(with_story(text, f"source: {'字' * 17}"))) == [
        f"{STORY}:6:9: 公众号的作者最多 16 个字，这里有 17 个，请缩短 [wechat-author]"
    ]


def test_the_mark_of_a_sample_counts(project: Project) -> None:
    path = "docs/stories/2026/lecture.md"
    text = (BASE / path).read_text(encoding="utf-8").replace("一堂防水课", "课" * 29)

    [one] = found(project({path: text}))

    assert one.message.startswith("公众号的标题（含“【示例】”）最多 32 个字，这里有 33 个")


def test_a_very_long_story_is_told_at_its_first_line(project: Project) -> None:
    root = project({STORY: story("第一段。\n\n" + "长。\n\n" * 600)})

    [one] = found(root)

    lines = (root / STORY).read_text("utf-8").split("\n")
    assert (one.path, one.column, one.code) == (STORY, 1, "wechat-body")
    assert lines[one.line - 1] == "第一段。"
    assert "要少于 20000 个字符、1 MB" in one.message


def test_markup_that_wechat_would_drop_is_told(project: Project) -> None:
    root = project({})
    sign(root, OLD)
    seen, site = judged(root)
    [package] = packages(root, site, [site.stories[ID]])
    odd = replace(package, article=replace(package.article, html="<div>字</div>"))

    [one] = objections([odd], seen.reading)

    assert (one.code, one.level) == ("wechat-markup", "error")


def test_one_picture_too_many_is_told_where_it_stands(project: Project) -> None:
    door = "![门](../../assets/pictures/door.png)"
    files = {STORY: story(f"{LAMP}\n\n{door}"), **PICTURES}
    files["data/bureau.yml"] = f"{BUREAU}wechat: {{pictures: 1}}\n"

    [one] = found(project(files))

    assert (one.path, one.column, one.code) == (STORY, 6, "wechat-pictures")
    assert "第 2 张" in one.message


def test_a_picture_that_is_too_large_is_told_where_it_stands(project: Project) -> None:
    files = {STORY: story(f"字。\n\n{LAMP}"), **PICTURES}
    root = project(files)
    sign(root, OLD)
    seen, site = judged(root)
    [package] = packages(root, site, [site.stories[ID]])
    [file] = package.pictures.values()
    file.write_bytes(drawn() + bytes(10 * 1024 * 1024))

    [one] = objections([package], seen.reading)

    assert (one.path, one.column, one.code) == (STORY, 9, "wechat-picture-large")
    assert "公众号一张最多 10 MB" in one.message


def test_a_file_that_is_unreadable_by_now_is_got_over(project: Project) -> None:
    root = project({})
    sign(root, OLD)
    _, site = judged(root)
    made = [*packages(root, site, site.stories.values())]
    (root / STORY).write_bytes(b"\xff")
    reading = verdict(root, NOW).reading

    assert objections(made, reading) == ()


@pytest.mark.parametrize(("at_build", "levels"), [("true", ["warning"]), ("false", [])])
def test_where_stories_go_out_at_build_it_is_a_warning(
    project: Project, at_build: str, levels: list[str]
) -> None:
    files = with_story("党员下社区怎么点单", "字" * 33)
    files = {**files, "data/bureau.yml": f"{BUREAU}wechat: {{at_build: {at_build}}}\n"}
    root = project(files)
    sign(root, OLD)

    seen, _ = judged(root)

    assert [one.level for one in seen.problems if one.code == "wechat-title"] == levels
