"""What pages say to machines."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from microsite.cards.cards import Card
from microsite.content.bureau import Contact
from microsite.content.pictures import Picture
from microsite.content.site import Site
from microsite.pages.all import all_views
from microsite.pages.stories import StoryView
from microsite.pages.structured import script_text, structured
from microsite.pages.things import event_status
from variations import SITE_URL, Load, events, theme_day

TODAY = date(2026, 2, 15)
CARD = Card("assets/cards/a.png", "assets/cards/a-square.png", "分享图")


def nodes(site: Site, url: str, card: Card | None = None) -> dict[str, Any]:
    """Return what the page says, by the type of thing."""
    view = next(view for view in all_views(site, TODAY) if view.url == url)
    graph: Any = structured(view, site, card)
    assert graph["@context"] == "https://schema.org"
    return {node["@type"]: node for node in graph["@graph"]}


def test_the_home_page_says_whose_site_it_is_and_how_to_search_it(site: Site) -> None:
    found = nodes(site, "")

    assert set(found) == {"WebSite", "GovernmentOrganization"}
    assert found["WebSite"]["publisher"]["@id"] == found["GovernmentOrganization"]["@id"]
    assert found["WebSite"]["potentialAction"]["target"]["urlTemplate"] == (
        f"{SITE_URL}search/?q={{search_term_string}}"
    )


def test_only_a_number_is_a_telephone(site: Site) -> None:
    contacts = (
        Contact(label="热线", value="010-12345", url=None),
        Contact(label="信箱", value="写信", url="https://a.example/"),
    )
    bureau = site.bureau.model_copy(update={"contacts": contacts})

    found = nodes(replace(site, bureau=bureau), "")["GovernmentOrganization"]["contactPoint"]

    assert [(point.get("telephone"), point.get("url")) for point in found] == [
        ("010-12345", None),
        (None, "https://a.example/"),
    ]


def test_a_bureau_that_is_an_example_is_marked(site: Site) -> None:
    bureau = site.bureau.model_copy(update={"sample": True, "contacts": ()})

    found = nodes(replace(site, bureau=bureau), "")["GovernmentOrganization"]

    assert (found["name"], "contactPoint" in found) == ("【示例】市住房和城乡建设局", False)


def test_a_story_is_news(site: Site) -> None:
    found = nodes(site, "stories/2026/community-orders/", CARD)["NewsArticle"]

    assert (found["headline"], found["datePublished"], found["articleSection"]) == (
        "党员下社区怎么点单",
        "2026-01-10T09:30:00+08:00",
        "为民 · 群众路线",
    )
    assert found["author"] == {"@type": "GovernmentOrganization", "name": "市住建局"}
    assert found["image"] == [SITE_URL + CARD.url, SITE_URL + CARD.square_url]
    assert found["mentions"] == [{"@id": f"{SITE_URL}events/20260105-orders-lamp/#event"}]
    assert "isBasedOn" not in found


def test_the_cover_of_a_story_is_its_first_picture(site: Site) -> None:
    view = next(view for view in all_views(site, TODAY) if isinstance(view, StoryView))
    cover = Picture("assets/pictures/a.jpg", "key", "digest", 1600, 900, has_alpha=False, uses=())

    graph: Any = structured(replace(view, cover=cover), site, CARD)

    assert graph["@graph"][0]["image"] == [
        SITE_URL + path for path in (cover.largest.url, CARD.url, CARD.square_url)
    ]


def test_a_repost_names_where_it_comes_from(site: Site) -> None:
    found = nodes(site, "stories/2026/lecture/")["NewsArticle"]

    assert found["author"] == {"@type": "Organization", "name": "某报"}
    assert (found["isBasedOn"]["url"], found["isBasedOn"]["datePublished"]) == (
        "https://paper.example/1",
        "2026-01-31",
    )


def test_a_page_without_a_card_has_no_picture(site: Site) -> None:
    assert "image" not in nodes(site, "stories/2026/lecture/")["NewsArticle"]


@pytest.mark.parametrize(
    ("url", "kind", "key"),
    [
        ("stories/2026/lecture/", "NewsArticle", "headline"),
        ("events/20260105-orders-lamp/", "Event", "name"),
    ],
)
def test_what_is_made_up_is_marked(site: Site, url: str, kind: str, key: str) -> None:
    assert nodes(site, url)[kind][key].startswith("【示例】")


def test_an_event_says_when_and_where_it_is(site: Site) -> None:
    found = nodes(site, "events/20260105-orders-lamp/")["Event"]

    assert (found["startDate"], found["endDate"], found["location"]["name"]) == (
        "2026-01-05T09:00:00+08:00",
        "2026-01-05T10:30:00+08:00",
        f"【示例】{site.places['chunhui'].title}",
    )
    assert "previousStartDate" not in found


def test_an_event_of_which_only_the_day_is_known_says_no_more(site: Site) -> None:
    found = nodes(site, "events/20260115-theme-day-property/")["Event"]

    assert (found["startDate"], found.keys() & {"endDate", "location"}) == ("2026-01-15", set())


def test_an_event_that_was_put_off_says_when_it_was_to_be(site: Site) -> None:
    found = nodes(site, "events/20260210-lecture-roof/")["Event"]

    assert (found["startDate"], found["previousStartDate"], found["endDate"]) == (
        "2026-03-03T14:30:00+08:00",
        "2026-02-10T14:30:00+08:00",
        "2026-03-03T16:30:00+08:00",
    )


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        ("", "EventScheduled"),
        (", status: planned", "EventScheduled"),
        (", moved_to: 2026-03-05", "EventRescheduled"),
        (", status: postponed, moved_to: 2026-03-05", "EventRescheduled"),
        (", status: cancelled, reason: 雨", "EventCancelled"),
    ],
)
def test_the_status_of_an_event_is_said(load: Load, keys: str, status: str) -> None:
    site = load(events(theme_day("20260302-x", keys)))

    assert event_status(site.events["20260302-x"]) == f"https://schema.org/{status}"


def test_open_data_is_a_catalogue(site: Site) -> None:
    found = nodes(site, "open-data/")["DataCatalog"]["dataset"]

    assert [part["contentUrl"] for data in found for part in data["distribution"]] == [
        f"{SITE_URL}open-data/{name}"
        for name in ("events.csv", "events.json", "stories.csv", "stories.json")
    ]


def test_data_with_samples_are_marked(site: Site) -> None:
    stories = {"community-orders": site.stories["community-orders"]}

    found = nodes(replace(site, stories=stories), "open-data/")["DataCatalog"]["dataset"]

    assert [data["name"] for data in found] == ["【示例】讲好住建故事：活动", "讲好住建故事：故事"]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("stories/", "CollectionPage"),
        ("columns/people/", "CollectionPage"),
        ("series/theme-day/", "CollectionPage"),
        ("events/2026/01/", "CollectionPage"),
        ("tags/community/", "CollectionPage"),
        ("figures/", "WebPage"),
        ("about/", "AboutPage"),
        ("privacy/", "WebPage"),
    ],
)
def test_a_page_says_what_kind_it_is(site: Site, url: str, kind: str) -> None:
    assert set(nodes(site, url)) == {kind, "BreadcrumbList"}


def test_the_way_to_a_page_starts_at_home_and_ends_with_it(site: Site) -> None:
    steps = nodes(site, "stories/2026/lecture/")["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "首页", SITE_URL),
        (2, "先锋 · 担当作为", f"{SITE_URL}columns/development/"),
        (3, site.series["lecture-hall"].title, f"{SITE_URL}series/lecture-hall/"),
        (4, "一堂防水课", f"{SITE_URL}stories/2026/lecture/"),
    ]


@pytest.mark.parametrize("title", ["</script><b>", "<!-- <script>", "甲 & 乙", '"'])
def test_no_title_ends_the_script(title: str) -> None:
    text = script_text({"name": title})

    assert not set(text) & set("<>&")
    assert json.loads(text) == {"name": title}
