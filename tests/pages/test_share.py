"""How a link to a page is shown elsewhere."""

from datetime import date
from pathlib import Path

import pytest

from microsite.cards.cards import Card, Cards
from microsite.content.site import Site
from microsite.pages.all import all_views
from microsite.pages.share import Share, share
from variations import SITE_URL

HOME, SERIES = (Card(f"assets/cards/{name}.png", f"{name}-s.png", name) for name in ("h", "s"))
CARDS = Cards(Path(), {"": HOME, "series/lecture-hall/": SERIES})


def of(site: Site, url: str, cards: Cards = CARDS) -> Share:
    view = next(view for view in all_views(site, date(2026, 2, 15)) if view.url == url)
    return share(view, site, cards)


def test_a_story_is_an_article(site: Site) -> None:
    found = of(site, "stories/2026/lecture/")

    assert (found.kind, found.published, found.section, found.tags) == (
        "article",
        "2026-02-01T10:00:00+08:00",
        "先锋 · 担当作为",
        ("培训", "社区"),
    )


def test_any_other_page_is_a_page_of_a_website(site: Site) -> None:
    found = of(site, "about/")

    assert (found.kind, found.published, found.section, found.tags) == ("website", "", "", ())


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("stories/2026/lecture/", "【示例】一堂防水课"),
        ("stories/2026/community-orders/", "党员下社区怎么点单"),
        ("events/20260105-orders-lamp/", "【示例】路灯不亮"),
        ("stories/", "全部故事"),
    ],
)
def test_what_is_made_up_is_marked(site: Site, url: str, title: str) -> None:
    assert of(site, url).title == title


@pytest.mark.parametrize(
    ("url", "card"),
    [("about/", HOME), ("series/lecture-hall/", SERIES), ("stories/2026/lecture/", SERIES)],
)
def test_a_page_without_a_card_of_its_own_is_shown_with_the_nearest(
    site: Site, url: str, card: Card
) -> None:
    found = of(site, url)

    assert (found.card, found.image) == (card, SITE_URL + card.url)


def test_without_cards_there_is_no_picture(site: Site) -> None:
    found = of(site, "about/", Cards(Path()))

    assert (found.card, found.image) == (None, "")


def test_addresses_are_absolute(site: Site) -> None:
    assert of(site, "about/").url == f"{SITE_URL}about/"
