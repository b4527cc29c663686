"""Before a reader leaves for a site that is not the government's, the page says so."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.reader import Reader

STORY = "stories/2026/theme-day/"
ELSEWHERE = "https://git.example/"


@pytest.fixture
def story(browser: Browser, served: str) -> Iterator[Page]:
    """Return a story, in a world where every other site is one line of text."""

    def answer(route: Route) -> None:
        route.fulfill(body="another site")

    with Reader(width=390).arrive(browser, [served]) as context:
        context.route(lambda url: not url.startswith(served), answer)
        page = context.new_page()
        page.goto(served + STORY)
        yield page


def test_a_link_to_another_site_asks_first_and_staying_is_possible(story: Page) -> None:
    story.locator(f"a[href^='{ELSEWHERE}']").first.click()

    dialog = story.get_by_role("dialog", name="您将离开本网站")
    expect(dialog).to_contain_text("git.example")
    dialog.get_by_role("button", name="留在本站").click()
    expect(dialog).to_be_hidden()
    assert story.url.endswith(STORY)


def test_escape_stays_too_and_the_next_link_asks_again(story: Page) -> None:
    link = story.locator(f"a[href^='{ELSEWHERE}']").first
    link.press("Enter")
    story.keyboard.press("Escape")
    expect(story.get_by_role("dialog")).to_be_hidden()
    expect(link).to_be_focused()

    link.press("Enter")

    expect(story.get_by_role("dialog", name="您将离开本网站")).to_be_visible()


def test_going_on_leads_there(story: Page) -> None:
    with story.expect_request(f"{ELSEWHERE}**"):
        story.locator(f"a[href^='{ELSEWHERE}']").first.click()
        story.get_by_role("button", name="继续访问").click()


def test_a_government_site_opens_without_asking(story: Page) -> None:
    with story.expect_request("https://beian.miit.gov.cn/**"):
        story.locator("footer a[href^='https://beian.miit.gov.cn']").click()


def test_a_link_opened_in_a_tab_of_its_own_does_not_ask(story: Page) -> None:
    with story.context.expect_page():
        story.locator(f"a[href^='{ELSEWHERE}']").first.click(modifiers=["ControlOrMeta"])

    expect(story.get_by_role("dialog")).to_be_hidden()
