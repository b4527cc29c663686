"""What a reader does without a mouse, key by key."""

import re

from playwright.sync_api import Page, expect

from browser.conftest import Open
from browser.kinds import Kinds
from browser.reader import Reader

EVENT = "#main a[href*='/20'], #main a[href^='20']"
EARLIER = ".ms-neighbours__link:not(.ms-neighbours__link--later)"
LATER = ".ms-neighbours__link--later"
BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"
FRAMES = """
globalThis.frames_ = [];
(function frame() {
  if (document.body?.querySelector("main")) {
    frames_.push(`${getComputedStyle(document.body).backgroundColor}
      ${getComputedStyle(document.documentElement).fontSize}`);
  }
  requestAnimationFrame(frame);
})();
"""
"""Keeps what every frame looks like, from the first that shows the page."""


def tab_to(page: Page, selector: str) -> str:
    """Press Tab until what `selector` finds has the focus; return its text."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return page.locator(":focus").inner_text()
    raise AssertionError(f"no way to {selector} on {page.url}")


def choose(page: Page, selector: str) -> None:
    """Switch something on by keyboard, and go to another page."""
    tab_to(page, selector)
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "true")
    page.add_init_script(FRAMES)
    tab_to(page, ".ms-tabs__link[href$='stories/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/")
    page.wait_for_function("frames_.length > 2")


def test_the_first_key_leads_past_the_header(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("跳到正文")
    expect(skip).to_be_in_viewport()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_an_event_is_opened_from_the_home_page(page: Page, served: str) -> None:
    page.goto(served)
    tab_to(page, ".ms-tabs__link[href$='events/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/")
    title = tab_to(page, EVENT)

    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/events/20\d{6}-[^/]+/$"))
    expect(page.locator("h1")).to_contain_text(title)


def test_a_story_is_found_from_any_page(page: Page, served: str) -> None:
    page.goto(f"{served}about/")
    tab_to(page, "header a[href$='search/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/")
    tab_to(page, "input[type=search]")
    page.keyboard.type("楼道灯坏了找谁")
    expect(page.locator(".ms-results a").first).to_be_visible()
    title = tab_to(page, ".ms-results a")

    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text(title)


def test_the_calendar_is_paged_through(page: Page, kinds: Kinds) -> None:
    page.goto(kinds["month"][0])
    assert "上一个" in tab_to(page, EARLIER)
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(kinds["month"][0])
    assert "下一个" in tab_to(page, LATER)

    page.keyboard.press("Enter")

    expect(page).to_have_url(kinds["month"][0])


def test_dark_is_switched_on_and_remembered_without_a_flash(page: Page, served: str) -> None:
    page.goto(served)
    light = page.evaluate(BACKGROUND)

    choose(page, ".ms-scheme")

    dark = page.evaluate(BACKGROUND)
    assert dark != light
    assert {frame.split("\n")[0] for frame in page.evaluate("frames_")} == {dark}


def test_elder_mode_is_switched_on_and_remembered_without_a_flash(page: Page, served: str) -> None:
    page.goto(served)

    choose(page, ".ms-elder")

    assert {frame.split()[-1] for frame in page.evaluate("frames_")} == {"24px"}


def test_the_menu_opens_and_shuts(open_as: Open, served: str) -> None:
    page = open_as(Reader(width=390))
    page.goto(served)
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_be_visible()
    expect(page.locator(":focus")).to_have_text("首页")

    page.keyboard.press("Escape")

    expect(page.locator(".ms-menu")).not_to_have_attribute("open", "")
    assert page.evaluate("document.activeElement.matches('summary')")
