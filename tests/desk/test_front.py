"""What a browser is answered in a preview, as the standard for such servers has it."""

from pathlib import Path

import pytest

from asking import Ask, asking
from microsite.desk.front import SLOT
from microsite.desk.preview import AttemptError, Preview

CSS = {"tokens.css": ":root{}", "reset.css": "a{}"}
SITE = {
    "index.html": f"首页{SLOT}",
    "404.html": f"找不到{SLOT}",
    "events/a/index.html": f"活动{SLOT}",
    "events.ics": "BEGIN",
    "assets/x.pf_index": "索引",
}


def fail() -> None:
    raise AttemptError("写错了")


@pytest.fixture
def css(tmp_path: Path) -> Path:
    folder = tmp_path / "css"
    folder.mkdir()
    for name, text in CSS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    preview = Preview(tmp_path)
    with preview.attempt():
        room = preview.room(tmp_path)
        for url, text in SITE.items():
            (room / url).parent.mkdir(parents=True, exist_ok=True)
            (room / url).write_text(text, encoding="utf-8")
    return preview


@pytest.fixture
def ask(preview: Preview, css: Path) -> Ask:
    return asking(preview, css)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/", "首页[panel /]"),
        ("/index.html", "首页[panel /]"),
        ("/events/a/", "活动[panel /]"),
        ("/events.ics", "BEGIN"),
        ("/desk/", "[desk /]"),
        ("/desk/handbook/", "[handbook /]"),
        ("/desk/assets/tokens.css", ":root{}"),
    ],
)
def test_pages_have_a_panel_and_the_desk_is_there(ask: Ask, path: str, text: str) -> None:
    answer = ask(path)

    assert answer.status == "200 OK"
    assert answer.text == text


@pytest.mark.parametrize(
    ("path", "type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/events.ics", "text/calendar; charset=utf-8"),
        ("/assets/x.pf_index", "application/octet-stream"),
        ("/desk/now", "text/plain; charset=utf-8"),
        ("/desk/assets/preview.js", "text/javascript; charset=utf-8"),
        ("/desk/assets/panel.css", "text/css; charset=utf-8"),
    ],
)
def test_every_answer_says_what_it_is_and_must_not_be_kept(ask: Ask, path: str, type: str) -> None:
    answer = ask(path)

    assert answer.headers["Content-Type"] == type
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/events/a", "/events/a/"),
        ("/desk", "/desk/"),
        ("/desk/handbook", "/desk/handbook/"),
    ],
)
def test_a_folder_without_a_slash_is_found(ask: Ask, path: str, location: str) -> None:
    answer = ask(path)

    assert answer.status == "302 Found"
    assert answer.headers["Location"] == location


@pytest.mark.parametrize(
    "path",
    ["/nothing/", "/../css/tokens.css", "/events/a/../x", "/\0", "/住建"],
)
def test_no_other_address_leads_anywhere(ask: Ask, path: str) -> None:
    answer = ask(path)

    assert answer.status == "404 Not Found"
    assert answer.text == "找不到[panel /]"


def test_a_file_that_is_gone_is_not_found(ask: Ask, tmp_path: Path) -> None:
    next(tmp_path.rglob("events.ics")).unlink()

    assert ask("/events.ics").status == "404 Not Found"


def test_a_page_that_cannot_be_made_says_why_and_the_others_stay(
    preview: Preview, css: Path, tmp_path: Path
) -> None:
    def broken() -> bytes:
        raise AttemptError("模板写错了")

    with preview.attempt():
        (preview.room(tmp_path / "again")).mkdir(parents=True)
        preview.offer({"a/index.html": broken, "b/index.html": "好".encode})
    ask = asking(preview, css)

    assert ask("/a/").status == "500 Internal Server Error"
    assert ask("/a/").text == "[blank /]"
    assert ask("/b/").text == "好"


def test_a_site_may_be_below_a_path(preview: Preview, css: Path) -> None:
    ask = asking(preview, css, "/zhujian/")

    assert ask("/").headers["Location"] == "/zhujian/"
    assert ask("/zhujian/").text == "首页[panel /zhujian/]"
    assert ask("/zhujian/desk").headers["Location"] == "/zhujian/desk/"


@pytest.mark.parametrize("path", ["/", "/events/a/", "/events.ics"])
def test_without_a_site_every_address_leads_to_the_desk(
    css: Path, tmp_path: Path, path: str
) -> None:
    preview = Preview(tmp_path)
    with preview.attempt():
        fail()

    answer = asking(preview, css)(path)

    assert answer.status == "200 OK"
    assert answer.text == "[blank /]"


def test_pages_can_tell_that_they_are_out_of_date(preview: Preview, ask: Ask) -> None:
    assert ask("/desk/now").text == preview.sight.id
