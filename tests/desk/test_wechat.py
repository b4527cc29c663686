"""A story as it will be in WeChat, in the preview."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from asking import Ask, asking
from conftest import Project
from microsite.desk.preview import Preview
from microsite.desk.sight import Sight, findings
from microsite.desk.views import panel
from microsite.desk.wechat import WECHAT, WechatView, story_of, wechat_file, wechat_view
from microsite.verdict import verdict
from small_project import NOW, Files
from wechat.packing import LONG_TITLE, STORY, story
from wechat.test_writer import LAMP, PICTURES

URL = "stories/2026/community-orders/"
FRONT = "cover: lamp.jpg\ncover_alt: 路灯\n"
WITH_PICTURES: Files = {STORY: story(f"正文。\n\n{LAMP}\n", FRONT), **PICTURES}


def sight_of(root: Path) -> Sight:
    return Sight({}, findings(root, verdict(root, NOW, drafts=True)))


def shown(sight: Sight, url: str = URL) -> WechatView:
    found = story_of(sight, url)
    assert found
    return wechat_view(sight, found)


def test_a_story_is_shown_with_its_mark_as_a_draft(project: Project) -> None:
    view = shown(sight_of(project({})))

    assert (view.url, view.title) == (URL, "【草稿】党员下社区怎么点单")
    assert "复制到公众号" in view.main
    assert "不得发布" in view.main


def test_what_wechat_would_not_take_is_told_on_it(project: Project) -> None:
    root = project({STORY: story("正文。").replace("党员下社区怎么点单", LONG_TITLE)})

    page = LexborHTMLParser(shown(sight_of(root)).main)

    assert "公众号的标题最多 32 个字" in page.css("[role=alert]")[1].text()


def test_its_pictures_are_made_when_they_are_asked_for(project: Project) -> None:
    sight = sight_of(project(WITH_PICTURES))
    found = story_of(sight, URL)
    assert found

    assert (wechat_file(sight, found, "图1.jpg") or b"").startswith(b"\xff\xd8")
    assert (wechat_file(sight, found, "封面-1比1.jpg") or b"").startswith(b"\xff\xd8")
    assert wechat_file(sight, found, "图2.jpg") is None


def test_the_panel_of_a_story_leads_to_it(project: Project) -> None:
    sight = sight_of(project({}))

    assert panel(sight, URL).wechat == f"{WECHAT}{URL}"
    assert panel(sight, "about/").wechat == ""


def test_while_there_are_errors_the_last_good_one_is_shown(
    project: Project, tmp_path: Path
) -> None:
    root = project({})
    preview = Preview(tmp_path / "hooks")
    for text in (None, "community：{}\n"):
        if text:
            (root / "data/tags.yml").write_text(text, encoding="utf-8")
        with preview.attempt():
            preview.room(tmp_path / "site").mkdir(parents=True)
            preview.judge(root, verdict(root, NOW, drafts=True))

    assert shown(preview.sight).title == "【草稿】党员下社区怎么点单"


@pytest.fixture
def ask(project: Project, tmp_path: Path) -> Ask:
    """Return a function that asks a preview of a story with pictures."""
    root = project(WITH_PICTURES)
    (tmp_path / "css").mkdir()
    preview = Preview(tmp_path / "hooks")
    with preview.attempt():
        room = preview.room(tmp_path / "site")
        room.mkdir(parents=True)
        (room / "404.html").touch()
        preview.judge(root, verdict(root, NOW, drafts=True))
    return asking(preview, tmp_path / "css")


TYPES: Mapping[str, str] = {
    "": "text/html; charset=utf-8",
    "图1.jpg": "image/jpeg",
    "封面-2.35比1.jpg": "image/jpeg",
}


@pytest.mark.parametrize("name", TYPES)
def test_the_preview_answers_with_page_and_pictures(ask: Ask, name: str) -> None:
    answer = ask(f"/{WECHAT}{URL}{name}")

    assert (answer.status, answer.headers["Content-Type"]) == ("200 OK", TYPES[name])


@pytest.mark.parametrize("path", ["stories/2026/none/", f"{URL}图9.jpg", f"{URL}../x", "", "x"])
def test_no_other_address_of_it_leads_anywhere(ask: Ask, path: str) -> None:
    assert ask(f"/{WECHAT}{path}").status == "404 Not Found"


def test_a_picture_that_is_gone_is_not_found(ask: Ask, tmp_path: Path) -> None:
    for file in (tmp_path / "project/.cache/pictures").rglob("*.jpg"):
        file.unlink()

    assert ask(f"/{WECHAT}{URL}图1.jpg").status == "404 Not Found"
