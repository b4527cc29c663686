"""The browser and the server themselves: what they show, and that they notice what goes wrong."""

import http.client
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import Open
from browser.reader import Reader, Trouble
from browser.server import serving


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a site of a few files, beside something that is no part of it."""
    (tmp_path / "secret.txt").write_text("no")
    site = tmp_path / "site"
    (site / "inside").mkdir(parents=True)
    (site / "404.html").write_text("lost")
    (site / "inside/index.html").write_text("a page " * 100)
    (site / "events.ics").write_text("BEGIN:VCALENDAR")
    (site / "index.pagefind").write_bytes(b"\x1f\x8b")
    return site


@contextmanager
def fetch(base: str, path: str, **headers: str) -> Iterator[http.client.HTTPResponse]:
    """Ask for a path as it stands: other clients tidy it up first."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=10)
    with closing(connection):
        connection.request("GET", path, headers=headers)
        yield connection.getresponse()


@pytest.mark.parametrize(
    ("path", "status", "type_"),
    [
        ("/sub/inside/", 200, "text/html; charset=utf-8"),
        ("/sub/inside/?q=1", 200, "text/html; charset=utf-8"),
        ("/sub/inside", 301, None),
        ("/sub/events.ics", 200, "text/calendar; charset=utf-8"),
        ("/sub/index.pagefind", 200, "application/octet-stream"),
        ("/sub/missing", 404, "text/html; charset=utf-8"),
        ("/inside/", 404, "text/html; charset=utf-8"),
        ("/sub/../../secret.txt", 404, "text/html; charset=utf-8"),
        ("/sub/%2e%2e/secret.txt", 404, "text/html; charset=utf-8"),
    ],
)
def test_the_server_answers_like_a_real_one(
    small: Path, path: str, status: int, type_: str | None
) -> None:
    with serving(small, "/sub/") as base, fetch(base, path) as answer:
        assert (answer.status, answer.getheader("Content-Type")) == (status, type_)
        assert b"no" not in answer.read()


def test_text_is_compressed_for_those_who_understand_it(small: Path) -> None:
    with serving(small) as base, fetch(base, "/inside/", **{"Accept-Encoding": "gzip"}) as answer:
        assert answer.getheader("Content-Encoding") == "gzip"
        assert len(answer.read()) < 100


def test_chinese_is_shown_in_the_font_of_the_tests(page: Page, served: str) -> None:
    page.goto(served)

    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    title = session.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": title})["fonts"]
    assert {font["familyName"] for font in fonts} == {"Noto Sans SC"}


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("console.error('broken')", "broken"),
        ("setTimeout(() => { throw new Error('thrown') })", "thrown"),
        ("fetch('missing.json')", "404"),
        ("fetch('http://192.0.2.1/').catch(() => 0)", "another host"),
    ],
)
def test_what_goes_wrong_on_a_page_is_noticed(
    browser: Browser, served: str, script: str, complaint: str
) -> None:
    with Reader().arrive(browser, [served]) as context:
        trouble = Trouble(context, [served])
        page = context.new_page()
        page.route("http://192.0.2.1/", lambda route: route.abort())
        page.goto(served)
        page.evaluate(f"() => {{ {script} }}")
        for _ in range(100):
            if not any(complaint in one for one in trouble):
                page.wait_for_timeout(50)

    assert complaint in "\n".join(trouble)


def test_a_reader_comes_with_choices_made_before(open_as: Open, served: str) -> None:
    page = open_as(Reader(width=390, scheme="dark", elder=True, is_calm=True, wechat=True))
    page.goto(served)

    assert page.evaluate("innerWidth") == 390
    assert page.evaluate("[localStorage.scheme, localStorage.elder]") == ["dark", "1"]
    assert page.evaluate("matchMedia('(prefers-reduced-motion)').matches")
    assert "MicroMessenger" in page.evaluate("navigator.userAgent")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
