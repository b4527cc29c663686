"""Every kind of page obeys WCAG 2.2 A and AA and best practices, for every reader."""

from typing import TypedDict

import pytest
from playwright.sync_api import Page

from browser.conftest import Open
from browser.kinds import KINDS, Kinds
from browser.reader import Reader
from build_site import ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
MEASURES = (ROOT / "tests/browser/measures.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
READERS = {
    "light-390": Reader(width=390),
    "light-1280": Reader(),
    "elder-390": Reader(width=390, elder=True),
    "elder-1280": Reader(elder=True),
    "dark-390": Reader(width=390, prefers="dark"),
    "dark-1280": Reader(prefers="dark"),
    "dark-elder-390": Reader(width=390, prefers="dark", elder=True),
}
everyone = pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
every_layout = pytest.mark.parametrize("reader", [*READERS.values()][:4], ids=[*READERS][:4])
every_kind = pytest.mark.parametrize("kind", KINDS)


class Violation(TypedDict):
    """One rule broken, as axe tells it."""

    id: str
    nodes: list[dict[str, str]]


def violations(page: Page, *more: str) -> list[str]:
    """Return the rules that `page` breaks, each with the first place; `more` rules are on too."""
    page.evaluate(AXE)
    rules = {rule: {"enabled": True} for rule in ("target-size", *more)}
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules}
    found: list[Violation] = page.evaluate(
        "options => axe.run(options).then(result => result.violations)",
        {**options, "resultTypes": ["violations"]},
    )
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


@every_kind
def test_every_kind_of_page_is_built(kinds: Kinds, kind: str) -> None:
    assert kinds[kind]


def test_every_page_is_of_a_known_kind(kinds: Kinds) -> None:
    assert set(kinds) == set(KINDS)


@everyone
@every_kind
def test_every_kind_of_page_is_accessible(
    read_as: Open, kinds: Kinds, kind: str, reader: Reader
) -> None:
    page = read_as(reader)
    more = ["color-contrast-enhanced"] if reader.elder else []
    for address in kinds[kind]:
        page.goto(address)

        assert violations(page, *more) == [], address


def test_a_page_that_is_not_accessible_is_found_out(page: Page, served: str) -> None:
    page.goto(served)
    page.evaluate("document.querySelector('main').innerHTML = '<img src=\"assets/favicon.svg\">'")

    broken = {one.split(":")[0] for one in violations(page)}

    assert {"image-alt", "page-has-heading-one"} <= broken


@every_layout
@every_kind
def test_targets_are_large_enough(read_as: Open, kinds: Kinds, kind: str, reader: Reader) -> None:
    page = read_as(reader)
    for address in kinds[kind]:
        page.goto(address)
        page.evaluate(MEASURES)

        assert page.evaluate(f"measures.smallTargets({60 if reader.elder else 44})") == []


def test_a_target_that_is_too_small_is_found_out(page: Page, served: str) -> None:
    page.goto(served)
    page.evaluate(MEASURES)
    page.evaluate("document.querySelector('main').innerHTML = '<p><a href=\"./\">小</a></p>'")

    assert "小" in "".join(page.evaluate("measures.smallTargets(44)"))


@every_layout
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("kind", ["home", "series", "story", "month"])
def test_the_focus_is_always_seen(
    open_as: Open, kinds: Kinds, kind: str, key: str, reader: Reader
) -> None:
    page = open_as(reader)
    page.goto(kinds[kind][0])
    page.evaluate(MEASURES)
    page.evaluate("scrollTo(0, document.body.scrollHeight)" if "+" in key else "0")
    seen = 0
    page.keyboard.press(key)
    while (wrong := page.evaluate("measures.hiddenFocus()")) is not None:
        assert wrong == []
        seen += 1
        page.keyboard.press(key)

    assert seen > 10


def test_a_focus_that_is_covered_is_found_out(page: Page, served: str) -> None:
    page.goto(served)
    page.evaluate(MEASURES)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div class=over></div>')")
    page.add_style_tag(content=".over { position: fixed; inset: 0; z-index: 99 }")

    page.keyboard.press("Tab")

    assert "is under div.over" in "".join(page.evaluate("measures.hiddenFocus()"))
