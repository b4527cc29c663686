"""The square card, which only WeChat is meant to look at."""

import pytest
from playwright.sync_api import expect

from browser.conftest import Open
from browser.reader import Reader

STORY = "stories/2026/theme-day/"


@pytest.mark.parametrize(
    "reader", [Reader(), Reader(width=390, wechat=True)], ids=["computer", "wechat"]
)
def test_a_reader_neither_sees_nor_fetches_it(open_as: Open, served: str, reader: Reader) -> None:
    page = open_as(reader)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(served + STORY)
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")

    expect(page.locator("img").first).to_be_hidden()
    assert asked
    assert not [address for address in asked if "/assets/cards/" in address]
