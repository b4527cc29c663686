"""An editor before the preview: pages renew themselves, and the desk can be read by everyone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.reader import Reader, Trouble
from browser.test_accessibility import MEASURES, violations
from previewing import Served, preview_of
from signing import REVIEW
from small_project import BASE

EVENTS = "data/events/2026-01.yml"
EVENT = "events/20260131-rural-visit/"
STORY = "docs/stories/2026/lecture.md"
LECTURE = "stories/2026/lecture/"
PATIENCE = 60_000
"""Milliseconds for a build on a busy machine."""
READERS = {
    "light-390": Reader(width=390),
    "light-1280": Reader(),
    "dark-390": Reader(width=390, prefers="dark"),
    "elder-390": Reader(width=390, elder=True),
}
Look = Callable[[Reader], Page]


@pytest.fixture
def served(copy: Callable[[Path], Path]) -> Iterator[Served]:
    """Return a preview with a story that is not signed, and a record that is broken since."""
    root = copy(BASE)
    file = root / STORY
    file.write_text(REVIEW.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    with preview_of(root) as served:
        served.change(EVENTS, "title: 结对走访", "titel: 结对走访")
        served.until("desk/", lambda answer: "titel" in answer.text)
        yield served


@pytest.fixture
def look(browser: Browser, served: Served) -> Iterator[Look]:
    """Return a function that gives a page to an editor; nothing may go wrong on any of them."""
    troubles: list[Trouble] = []

    def arrive(reader: Reader) -> Page:
        context = reader.arrive(browser, (served.address,))
        troubles.append(Trouble(context, (served.address,)))
        return context.new_page()

    yield arrive
    assert not [complaint for trouble in troubles for complaint in trouble]


def test_an_open_page_tells_of_a_problem_and_of_its_end(served: Served, look: Look) -> None:
    page = look(Reader(width=390))
    page.goto(served.address + EVENT)
    panel = page.get_by_role("complementary", name="预览提示")

    expect(panel).to_contain_text("titel")
    served.change(EVENTS, "titel: 结对走访", "title: 结对走访")
    expect(panel).to_contain_text("没有错误", timeout=PATIENCE)
    expect(panel).not_to_contain_text("titel")


def test_the_panel_leads_to_the_desk_and_the_desk_back(served: Served, look: Look) -> None:
    page = look(Reader(width=390))
    page.goto(served.address + LECTURE)

    page.get_by_role("link", name="编辑工作台").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("编辑工作台")
    page.get_by_role("link", name="看这一页").first.click()

    expect(page.get_by_role("complementary", name="预览提示")).to_contain_text("titel")


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_what_editors_see_is_accessible(served: Served, look: Look, reader: Reader) -> None:
    page = look(reader)
    found: dict[str, list[str]] = {}
    for url in ("desk/", "desk/handbook/", EVENT, LECTURE, "stories/"):
        page.goto(served.address + url)
        page.evaluate(MEASURES)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found[url] = violations(page)
        found[url] += page.evaluate("measures.smallTargets(44)") if "desk" in url else []
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[url] += ["too wide"] if wide else []

    assert not {url: some for url, some in found.items() if some}
