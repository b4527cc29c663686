"""How much a page asks of a slow line and a slow phone. Time is not judged here: bytes are."""

import pytest
from playwright.sync_api import Page

from browser.conftest import Open
from browser.kinds import Kinds
from browser.reader import Reader

PICTURES = ("image/avif", "image/webp", "image/jpeg", "image/png")
SHIFTS = """
globalThis.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => entry.value)))
  .observe({ type: "layout-shift", buffered: true });
"""


def loaded(page: Page, address: str) -> dict[str, int]:
    """Return the bytes that came over the line for a page, by address."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on(
        "Network.responseReceived",
        lambda event: names.__setitem__(event["requestId"], describe(event["response"])),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.__setitem__(event["requestId"], event["encodedDataLength"]),
    )
    page.goto(address, wait_until="networkidle")
    return {names[id]: size for id, size in sizes.items() if id in names}


def describe(response: dict[str, str]) -> str:
    return f"{response['mimeType']} {response['url']}"


def test_the_first_view_of_a_story_is_light(open_as: Open, kinds: Kinds) -> None:
    page = open_as(Reader(width=390))

    sizes = loaded(page, kinds["story"][0])

    without = {name: size for name, size in sizes.items() if not name.startswith(PICTURES)}
    assert len(without) >= 3, "the page, a style and a script at least"
    assert len(without) <= 12
    assert sum(without.values()) <= 130_000, without


@pytest.mark.parametrize("kind", ["home", "story", "series", "month", "event", "figures"])
def test_scripts_are_small(open_as: Open, kinds: Kinds, kind: str) -> None:
    sizes = loaded(open_as(Reader(width=390)), kinds[kind][0])

    scripts = {name: size for name, size in sizes.items() if "javascript" in name}
    assert scripts
    assert sum(scripts.values()) <= 12_000, scripts


@pytest.mark.parametrize("kind", ["home", "story", "series", "month"])
@pytest.mark.parametrize("elder", [False, True], ids=["all", "elders"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps_while_a_page_loads(
    open_as: Open, kinds: Kinds, kind: str, width: int, *, elder: bool
) -> None:
    page = open_as(Reader(width=width, elder=elder))
    page.add_init_script(SHIFTS)
    page.goto(kinds[kind][0], wait_until="networkidle")

    assert page.evaluate("shifts") == []
