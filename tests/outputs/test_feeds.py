"""Feeds, read back by another library."""

import json
from dataclasses import replace
from typing import Any

import feedparser
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from drawing import drawn
from microsite.content.site import Site
from microsite.outputs.feeds import STORIES, feeds
from variations import SITE_URL, Load, story

# The library that reads takes Latin-1 for broken UTF-8 and mends it.
letters = st.characters(exclude_categories=["C", "Z"]).filter(
    lambda one: not "\x80" <= one <= "\xff"
)


def texts(site: Site) -> dict[str, str]:
    return {output.url: output.content for output in feeds(site)}


def atom(site: Site, scope: str = "") -> Any:
    """Return what another library reads in an Atom feed, addresses as they are written."""
    found = feedparser.parse(texts(site)[f"{scope}feed.xml"], resolve_relative_uris=False)
    assert not found.bozo, found.bozo_exception
    return found


def json_feed(site: Site, scope: str = "") -> Any:
    return json.loads(texts(site)[f"{scope}feed.json"])


def addresses(html: str) -> list[str]:
    return [node.attributes["href"] or "" for node in LexborHTMLParser(html).css("[href]")]


def many(count: int) -> dict[str, str]:
    """Return the files of more stories, a minute after each other."""
    files: dict[str, str] = {}
    for n in range(count):
        files |= story(f"s{n:02}", f"2026-03-01 09:{n:02}")
    return files


def test_every_scope_has_both_feeds(site: Site) -> None:
    scopes = [
        "",
        "columns/people/",
        "columns/development/",
        *(s.url for s in site.series.values()),
    ]

    urls = set(texts(site))

    assert urls == {f"{scope}feed.{kind}" for scope in scopes for kind in ("xml", "json")}


def test_a_series_without_content_has_no_feed(load: Load) -> None:
    empty = "title: 空\ncolumn: conduct\nsummary: 还没有内容。\n"
    site = load({"data/series/empty.yml": empty})

    assert "series/empty/feed.xml" not in texts(site)


def test_atom_is_valid_atom(site: Site) -> None:
    found = atom(site)

    assert found.version == "atom10"


def test_atom_names_the_site_and_who_speaks(site: Site) -> None:
    feed = atom(site).feed

    assert (feed.title, feed.subtitle, feed.author) == (
        "讲好住建故事",
        "测试用的最小网站。",
        "市住房和城乡建设局",
    )


def test_atom_leads_to_itself_and_to_its_page(site: Site) -> None:
    links = {link.rel: link.href for link in atom(site, "series/rural/").feed.links}

    assert links == {
        "self": f"{SITE_URL}series/rural/feed.xml",
        "alternate": f"{SITE_URL}series/rural/",
    }


def test_atom_lists_stories_newest_first(site: Site) -> None:
    titles = [entry.title for entry in atom(site).entries]

    assert titles == ["【示例】一堂防水课", "党员下社区怎么点单"]


def test_atom_of_a_column_lists_its_stories_alone(site: Site) -> None:
    titles = [entry.title for entry in atom(site, "columns/people/").entries]

    assert titles == ["党员下社区怎么点单"]


def test_atom_of_a_series_lists_its_stories_alone(site: Site) -> None:
    titles = [entry.title for entry in atom(site, "series/lecture-hall/").entries]

    assert titles == ["【示例】一堂防水课"]


def test_atom_of_a_scope_without_stories_is_still_a_feed(site: Site) -> None:
    found = atom(site, "series/rural/")

    assert (found.entries, found.feed.updated) == ([], "2000-01-01T00:00:00+00:00")


def test_atom_changed_with_its_newest_story(site: Site) -> None:
    feed = atom(site).feed

    assert feed.updated == "2026-02-01T10:00:00+08:00"


def test_an_atom_entry_goes_by_the_address_of_its_story(site: Site) -> None:
    entry = atom(site).entries[0]

    assert entry.link == f"{SITE_URL}stories/2026/lecture/"
    assert entry.id == "tag:zhujian.example,2026:stories/2026/lecture/"


def test_an_atom_entry_states_when_it_was_published(site: Site) -> None:
    entry = atom(site).entries[0]

    assert entry.published == entry.updated == "2026-02-01T10:00:00+08:00"


def test_an_atom_entry_names_its_author_or_else_its_source(site: Site) -> None:
    authors = [entry.author for entry in atom(site).entries]

    assert authors == ["某报", "示例·供稿岗"]


def test_an_atom_entry_carries_tags_and_summary(site: Site) -> None:
    entry = atom(site).entries[0]

    assert ([tag.term for tag in entry.tags], entry.summary) == (
        ["培训", "社区"],
        "讲座为什么延期。",
    )


def test_an_atom_entry_holds_the_whole_text(site: Site) -> None:
    html = atom(site).entries[0].content[0].value

    assert LexborHTMLParser(html).text() == "正文“加粗”的字。见点单。"


def test_links_in_atom_are_absolute(site: Site) -> None:
    found = [link for entry in atom(site).entries for link in addresses(entry.content[0].value)]

    assert found == [
        f"{SITE_URL}stories/2026/community-orders/",
        f"{SITE_URL}events/20260105-orders-lamp/",
        f"{SITE_URL}series/lecture-hall/",
        f"{SITE_URL}about/#谁在办",
    ]


def test_links_in_json_are_absolute(site: Site) -> None:
    found = [link for item in json_feed(site)["items"] for link in addresses(item["content_html"])]

    assert found == [
        f"{SITE_URL}stories/2026/community-orders/",
        f"{SITE_URL}events/20260105-orders-lamp/",
        f"{SITE_URL}series/lecture-hall/",
        f"{SITE_URL}about/#谁在办",
    ]


@pytest.mark.parametrize("scope", ["", "columns/people/", "series/rural/"])
def test_json_leads_to_itself_and_to_its_page(scope: str, site: Site) -> None:
    feed = json_feed(site, scope)

    assert (feed["feed_url"], feed["home_page_url"]) == (
        f"{SITE_URL}{scope}feed.json",
        f"{SITE_URL}{scope}",
    )


def test_json_is_of_version_1_1(site: Site) -> None:
    feed = json_feed(site)

    assert feed["version"] == "https://jsonfeed.org/version/1.1"


def test_json_lists_stories_newest_first(site: Site) -> None:
    ids = [item["id"] for item in json_feed(site)["items"]]

    assert ids == [
        "tag:zhujian.example,2026:stories/2026/lecture/",
        "tag:zhujian.example,2026:stories/2026/community-orders/",
    ]


def test_json_of_a_scope_without_stories_is_still_a_feed(site: Site) -> None:
    feed = json_feed(site, "series/rural/")

    assert feed["items"] == []


def test_a_json_item_tells_of_its_story(site: Site) -> None:
    item = json_feed(site)["items"][1]

    del item["content_html"]

    assert item == {
        "id": "tag:zhujian.example,2026:stories/2026/community-orders/",
        "url": f"{SITE_URL}stories/2026/community-orders/",
        "title": "党员下社区怎么点单",
        "summary": "从点单到办结。",
        "date_published": "2026-01-10T09:30:00+08:00",
        "date_modified": "2026-01-10T09:30:00+08:00",
        "authors": [{"name": "示例·供稿岗"}],
        "tags": ["社区"],
    }


def test_long_feeds_hold_the_newest_stories(load: Load) -> None:
    site = load(many(STORIES + 1))

    lengths = len(atom(site).entries), len(json_feed(site)["items"])

    assert lengths == (STORIES, STORIES)


def test_a_long_feed_leaves_out_the_oldest(load: Load) -> None:
    titles = [entry.title for entry in atom(load(many(STORIES + 1))).entries]

    assert (titles[0], titles[-1]) == ("s30", "s01")


@given(st.text(letters, min_size=1))
@example("<b>甲 & 乙</b>")
@example("]]>")
@example("&amp;lt;")
def test_a_title_reads_back_as_it_was_written(site: Site, title: str) -> None:
    changed = site.stories["lecture"].model_copy(update={"title": title})

    entry = atom(replace(site, stories={"lecture": changed})).entries[0]

    assert entry.title == f"【示例】{title}"


def covered(load: Load) -> Site:
    cover = "cover: lamp.jpg\ncover_alt: 灯\n"
    picture = {"docs/assets/pictures/lamp.jpg": drawn()}
    return load(story("covered", "2026-03-01 09:00", cover) | picture)


def test_a_cover_goes_with_an_atom_entry(load: Load) -> None:
    site = covered(load)

    first, *others = atom(site).entries

    [enclosure] = first.enclosures
    assert enclosure.href == SITE_URL + site.covers["covered"].largest.url
    assert enclosure.type == "image/jpeg"
    assert not any(entry.enclosures for entry in others)


def test_a_cover_goes_with_a_json_item(load: Load) -> None:
    site = covered(load)

    first, *others = json_feed(site)["items"]

    assert first["image"] == SITE_URL + site.covers["covered"].largest.url
    assert not any("image" in item for item in others)


def test_a_map_goes_with_neither_for_there_is_no_room_for_its_number(load: Load) -> None:
    cover = "cover: roof.png\ncover_alt: 图\n"
    record = {"data/pictures.yml": "roof.png: {kind: map, map_no: 某S(2026)000号}\n"}
    site = load(story("covered", "2026-03-01 09:00", cover) | record)

    assert "image" not in json_feed(site)["items"][0]
    assert not atom(site).entries[0].enclosures


CORRECTED = "corrections: [{on: 2026-03-02, note: 3<4}, {on: 2026-03-05, note: 乙}]\n"


def test_a_correction_changes_an_entry(load: Load) -> None:
    entry = atom(load(story("a", keys=CORRECTED))).entries[0]

    assert entry.published == "2026-03-01T09:00:00+08:00"
    assert entry.updated == "2026-03-05T00:00:00+08:00"


def test_what_was_corrected_stands_before_the_text(load: Load) -> None:
    item = json_feed(load(story("a", keys=CORRECTED)))["items"][0]

    assert item["content_html"].startswith(
        "<p>更正（2026年3月2日）：3&lt;4</p><p>更正（2026年3月5日）：乙</p><p>正文。"
    )
    assert item["date_modified"] == "2026-03-05T00:00:00+08:00"
