"""Stories and records filled in at `/admin/`: they come out as editors would have typed them."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from browser.filling import Editor
from browser.server import serving
from forms.gitlab import Repository, gitlab
from forms.project import ADMIN, write_forms
from microsite.content.values import SHANGHAI
from microsite.verdict import verdict
from small_project import BASE

UNSIGNED = {"review-unsigned", "coverage-stage"}
"""Nobody has signed it, and an event stands for long where it stands: nothing is wrong."""
TALL = ViewportSize(width=1280, height=3000)
"""Fields beyond the screen are not there yet."""
NO_BACKUP = """
localStorage["sveltia-cms.prefs"] ??= JSON.stringify({ useDraftBackup: false });
"""
"""Or the CMS would ask whether to go on where another test has ended."""
BODY = "他说**“改造”**好，`9:30`  \n再换一行。\n\n- 一\n\n看[系列](series:theme-day)。"
STORY = """\
---
title: 测试：“表单”写的故事
series: theme-day
published: 2026-02-14 09:30
summary: 摘要一句
source: 市住建局
tags: [培训]
sample: true
---

"""
RECORD = """\
20260130-form:
  series: community-orders
  title: 楼道灯不亮
  start: 2026-01-30 09:00
  branches: [property]
  fields:
    need: "123"
  stages:
    点单: 2026-01-30
  sample: true
"""


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Return the addresses that were asked for and answered."""
    return []


@pytest.fixture(scope="module")
def editor(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, asked: list[str]
) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("forms")
    repository = Repository(folder / "repository")
    shutil.copytree(BASE, repository.folder, ignore=shutil.ignore_patterns(".cache"))
    repository.start()
    with gitlab(repository) as host:
        write_forms(BASE, folder / "site", ADMIN.model_copy(update={"host": host}))
        with serving(folder / "site", "/zhujian/") as address:
            context = browser.new_context(
                locale="zh-CN", timezone_id="Asia/Shanghai", viewport=TALL
            )
            context.add_init_script(NO_BACKUP)
            page = context.new_page()
            page.on("response", lambda response: asked.append(response.url))
            found = Editor(page, f"{address}admin/", repository)
            found.sign_in()
            yield found
            context.close()
            assert not [url for url in asked if not url.startswith((address, host, "blob:"))]


def codes(root: Path, path: str) -> set[str]:
    """Return what `microsite check` says of a file."""
    found = verdict(root, datetime(2026, 2, 15, 12, tzinfo=SHANGHAI)).problems
    return {problem.code for problem in found if problem.path == path}


def test_a_story_is_written(editor: Editor) -> None:
    editor.open("stories/new")
    editor.type("title", "测试：“表单”写的故事")
    editor.choose("series", "主题党日")
    editor.type("published", "2026-02-14T09:30")
    editor.type("summary", "摘要一句")
    editor.type("source", "市住建局")
    editor.choose("tags", "培训")
    editor.field("sample").get_by_role("switch").click()
    editor.type("body", BODY)
    editor.address_as("表单")
    editor.save()
    editor.complains("只能用小写英文字母")
    editor.address_as("form-story")
    editor.keep()

    root = editor.merged()

    path = "docs/stories/2026/form-story.md"
    assert (root / path).read_text(encoding="utf-8") == f"{STORY}{BODY}\n"
    assert codes(root, path) <= UNSIGNED


def test_what_is_missing_is_refused_for_review(editor: Editor) -> None:
    editor.open("stories/new")
    editor.type("title", "还没有写完")
    editor.type("published", "2026-02-14T09:30")
    editor.address_as("unfinished")
    editor.keep()
    editor.open("stories/entries/2026/unfinished")
    editor.set_state("审核中")
    editor.open("stories/entries/2026/unfinished")
    editor.stands("草稿")
    assert editor.repository.requests[-1].labels == {"sveltia-cms/draft"}

    editor.choose("series", "主题党日")
    editor.type("summary", "摘要一句")
    editor.type("source", "市住建局")
    editor.type("body", BODY)
    editor.keep()
    editor.open("stories/entries/2026/unfinished")
    editor.set_state("审核中")

    editor.stands("审核中")
    assert editor.repository.requests[-1].labels == {"sveltia-cms/pending_review"}


def test_a_story_is_changed_and_nothing_else(editor: Editor) -> None:
    path = "docs/stories/2026/community-orders.md"
    before = (BASE / path).read_text(encoding="utf-8")
    editor.open("stories/entries/2026/community-orders")
    editor.type("summary", "从点单到办结，一步一步。")
    editor.keep()

    root = editor.merged()

    expected = before.replace("从点单到办结。", "从点单到办结，一步一步。")
    assert (root / path).read_text(encoding="utf-8") == expected


def test_a_record_is_written_between_others(editor: Editor) -> None:
    path = "data/events/2026-01.yml"
    before = (BASE / path).read_text(encoding="utf-8")
    editor.open("events/entries/2026-01")
    editor.add_event("党员下社区")
    editor.type("entries.0.id", "20260130")
    editor.type("entries.0.title", "楼道灯不亮")
    editor.type("entries.0.start", "2026年1月30日")
    editor.choose("entries.0.branches", "物业科支部")
    editor.type("entries.0.fields.need", "123")
    editor.field("entries.0.stages").get_by_role("checkbox").click()
    editor.type("entries.0.stages.点单", "2026-01-30")
    editor.field("entries.0.sample").get_by_role("switch").click()
    editor.save()
    editor.complains("应是 8 位日期")
    editor.complains("应当像：2023-04-21 15:00")
    editor.type("entries.0.id", "20260130-form")
    editor.type("entries.0.start", "2026-01-30 09:00")
    editor.keep()

    root = editor.merged()

    begin, mark, end = before.partition("20260131-")
    assert (root / path).read_text(encoding="utf-8") == f"{begin}{RECORD}{mark}{end}"
    assert codes(root, path) <= UNSIGNED


def test_what_the_form_cannot_know_is_refused_by_the_check(editor: Editor) -> None:
    editor.open("events/entries/2026-02")
    editor.add_event("主题党日")
    editor.type("entries.0.id", "20260301-late")
    editor.type("entries.0.title", "写错了月份")
    editor.type("entries.0.start", "2026-03-01")
    editor.keep()

    root = editor.merged()

    assert "event-month" in codes(root, "data/events/2026-02.yml")


def test_a_record_is_deleted_and_the_others_stay(editor: Editor) -> None:
    path = "data/events/2026-02.yml"
    before = (editor.repository.check_out() / path).read_text(encoding="utf-8")
    editor.open("events/entries/2026-02")
    editor.field("entries").get_by_role("button", name="移除").last.click()
    editor.keep()

    root = editor.merged()

    after = (root / path).read_text(encoding="utf-8")
    assert before.startswith(after.rstrip("\n"))
    assert len(after) < len(before)


def test_a_story_is_deleted(editor: Editor) -> None:
    editor.open("stories/entries/2026/lecture")
    editor.button("更多|选项").click()
    editor.page.get_by_role("menuitem", name="删除").click()
    editor.page.get_by_role("alertdialog").get_by_role("button", name="删除").click()
    expect(editor.page.get_by_text("已标记为待删除")).to_be_visible()

    root = editor.merged()

    assert not (root / "docs/stories/2026/lecture.md").exists()
