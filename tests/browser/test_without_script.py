"""Without JavaScript everything can be read and reached, and nothing is there in vain."""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open
from browser.kinds import KINDS, Kinds
from browser.reader import Reader
from build_site import ROOT

PLAIN = Reader(width=390, script=False)
TOKENS = """
names => {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
}
"""


def follow(page: Page, part: str) -> None:
    """Go where the first link of the text leads whose address holds `part`."""
    page.locator(f"#main a[href*='{part}']:visible").first.click()
    expect(page).to_have_url(re.compile(re.escape(part)))
    expect(page.locator("h1")).to_be_visible()


def test_a_reader_gets_from_the_home_page_to_everything(open_as: Open, served: str) -> None:
    page = open_as(PLAIN)
    page.goto(served)

    follow(page, "columns/")
    follow(page, "series/")
    follow(page, "events/20")
    page.locator(".ms-tabs a[href$='events/']").click()
    follow(page, "events/20")
    page.locator(".ms-tabs a[href$='stories/']").click()
    follow(page, "stories/20")

    expect(page.locator("#main p").first).to_be_visible()


def test_the_menu_opens_on_the_phone(open_as: Open, served: str) -> None:
    page = open_as(PLAIN)
    page.goto(served)

    page.locator("summary", has_text="菜单").click()
    page.locator(".ms-drawer a[href$='places/']").click()

    expect(page.locator("h1")).to_have_text("地点")


@pytest.mark.parametrize(
    ("kind", "selector"),
    [
        ("series", ".ms-lane .ms-ticket__link"),
        ("series", ".ms-grid td"),
        ("month", ".ms-calendar td a"),
        ("figures", ".ms-bar"),
    ],
)
def test_boards_grids_calendars_and_charts_are_there(
    read_as: Open, kinds: Kinds, kind: str, selector: str
) -> None:
    page = read_as(PLAIN)

    found = 0
    for address in kinds[kind]:
        page.goto(address)
        found += page.locator(f"{selector}:visible").count()

    assert found > 5


def test_who_prefers_dark_gets_all_that_the_switch_gives(open_as: Open, served: str) -> None:
    styles = (ROOT / "docs/assets/css/tokens.css").read_text(encoding="utf-8")
    names = ["color-scheme", *set(re.findall(r"--ms-[\w-]+(?=:)", styles))]

    def tokens(reader: Reader) -> Mapping[str, str]:
        page = open_as(reader)
        page.goto(served)
        values: Mapping[str, str] = page.evaluate(TOKENS, names)
        return values

    dark = tokens(Reader(script=False, prefers="dark"))

    assert dark == tokens(Reader(scheme="dark"))
    assert dark != tokens(Reader(script=False))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_shown_that_does_nothing(read_as: Open, kinds: Kinds, kind: str) -> None:
    page = read_as(PLAIN)
    for address in kinds[kind]:
        page.goto(address)

        assert not page.locator("button:visible, [role=button]:visible").all_inner_texts()
