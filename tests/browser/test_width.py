"""No page scrolls sideways: on the smallest phones, enlarged, or with larger letters."""

import pytest

from browser.conftest import Open
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
LARGER = "percent => document.documentElement.style.fontSize = percent + '%'"


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
