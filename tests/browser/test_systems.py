"""What a reader's system or program asks for: less motion, its own colours, paper, WeChat."""

import pytest
from playwright.sync_api import expect

from browser.conftest import Open
from browser.kinds import KINDS, Kinds
from browser.reader import Reader

MOVING = """
() => [...document.querySelectorAll("*")].filter((element) => {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
  const moves = transitionDuration.split(",").some((text) => parseFloat(text) > 0.01);
  return moves || animationName !== "none" || scrollBehavior === "smooth";
}).map((element) => element.className)
"""
MARKS = """
selector => [...document.querySelectorAll(selector)].filter((element) => {
  const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
  return borderTopStyle === "none" || parseFloat(borderTopWidth) < 1;
}).map((element) => element.className)
"""
BARS = """
() => [...document.querySelectorAll(".ms-bar__value")].map((bar) => getComputedStyle(bar).fill)
"""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_for_those_who_ask(read_as: Open, kinds: Kinds, kind: str) -> None:
    page = read_as(Reader(is_calm=True))
    page.goto(kinds[kind][0])

    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("prefers", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "series", "figures", "month"])
def test_marks_stay_in_forced_colors(read_as: Open, kinds: Kinds, kind: str, prefers: str) -> None:
    reader = Reader(forced_colors=True, prefers="dark" if prefers == "dark" else "light")
    page = read_as(reader)
    page.goto(kinds[kind][0])

    assert page.evaluate(MARKS, ".ms-button, .ms-badge, .ms-cell, .ms-card, .ms-panel") == []
    text = page.evaluate("() => getComputedStyle(document.body).color")
    assert set(page.evaluate(BARS)) <= {text}


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_the_text_and_no_controls(read_as: Open, kinds: Kinds, kind: str) -> None:
    page = read_as(Reader(prefers="dark"))
    page.goto(kinds[kind][0])
    page.emulate_media(media="print")

    expect(page.locator("h1")).to_be_visible()
    assert page.locator("main").inner_text().strip()
    assert not page.locator("nav:visible, button:visible").all_inner_texts()
    page.emulate_media(media="screen")


@pytest.mark.parametrize("kind", ["event", "story", "subscribe"])
def test_wechat_is_told_what_to_do(open_as: Open, kinds: Kinds, kind: str) -> None:
    page = open_as(Reader(width=390, wechat=True))
    page.goto(kinds[kind][0])

    expect(page.locator(".ms-wechat").first).to_contain_text("右上角")
    expect(page.locator(".ms-wechat").first).to_be_visible()


def test_letters_have_the_size_that_wechat_gives_them(open_as: Open, kinds: Kinds) -> None:
    page = open_as(Reader(width=390, wechat=True))
    page.goto(kinds["story"][0])

    forced = "element => getComputedStyle(element).getPropertyValue('-webkit-text-size-adjust')"
    assert page.locator("html").evaluate(forced) == "auto"
    assert page.locator("body").evaluate(forced) == "auto"


def test_other_browsers_are_not_told_about_wechat(open_as: Open, kinds: Kinds) -> None:
    page = open_as(Reader(width=390))
    page.goto(kinds["event"][0])

    expect(page.locator(".ms-wechat").first).to_be_hidden()
