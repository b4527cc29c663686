"""No page scrolls sideways: on the smallest phones, enlarged, or with larger letters."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser import chromium
from browser.conftest import FLAGS, Open
from browser.kinds import KINDS, Kinds
from browser.reader import Reader
from browser.test_accessibility import MEASURES

READERS = {
    "320 px": (Reader(width=320), 100),
    "320 px, for elders": (Reader(width=320, elder=True), 100),
    "1280 px at 200 %": (Reader(width=640, height=400, pixels=2), 100),
    "1280 px at 200 %, for elders": (Reader(width=640, height=400, pixels=2, elder=True), 100),
    "the largest letters of WeChat": (Reader(width=360, wechat=True), 150),
    "letters of 200 %": (Reader(), 200),
}
LARGEST = "--blink-settings=defaultFontSize=32"
LARGER = "percent => document.documentElement.style.fontSize = percent + '%'"
TABS = """() => {
  const { position, blockSize } = getComputedStyle(document.querySelector(".ms-tabs"));
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  return position === "static" || parseFloat(blockSize) < parseFloat(scrollPaddingTop);
}"""
"""Whether the tabs leave what is scrolled to in sight."""


@pytest.fixture(scope="module")
def enlarged(browser: Browser, served: str, at_root: str) -> Iterator[Page]:
    """Return a page on a small phone whose owner has set letters of 200 % in the browser."""
    large = browser.browser_type.launch(
        executable_path=chromium.executable(),
        args=[*FLAGS, LARGEST],
        env=dict[str, str | float | bool](chromium.variables()),
    )
    with large, Reader(width=320).arrive(large, (served, at_root)) as context:
        yield context.new_page()


@pytest.mark.parametrize("kind", KINDS)
def test_the_largest_letters_find_room_on_a_phone(enlarged: Page, kinds: Kinds, kind: str) -> None:
    for address in kinds[kind]:
        enlarged.goto(address)
        enlarged.evaluate(MEASURES)

        assert enlarged.evaluate("measures.overflow()") == [], address
        assert enlarged.evaluate(TABS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("reader", "percent"), READERS.values(), ids=READERS)
def test_no_page_scrolls_sideways(
    read_as: Open, kinds: Kinds, kind: str, reader: Reader, percent: int
) -> None:
    page = read_as(reader)
    for address in kinds[kind]:
        page.goto(address)
        page.evaluate(MEASURES)
        if percent > 100:
            page.evaluate(LARGER, percent)

        assert page.evaluate("measures.overflow()") == [], address
