"""Every page of the site, taken together."""

from collections import Counter

import pytest

from microsite.content.site import Site
from microsite.pages.all import all_views
from microsite.pages.redirects import RedirectView
from small_project import TODAY
from variations import Load


def test_no_two_pages_have_the_same_address(site: Site) -> None:
    counts = Counter(view.url for view in all_views(site, TODAY))

    assert [url for url, count in counts.items() if count > 1] == []


def test_every_address_is_a_folder(site: Site) -> None:
    urls = {view.url for view in all_views(site, TODAY)}

    assert [url for url in urls if url and not url.endswith("/")] == []


def test_every_address_is_plain_ascii(site: Site) -> None:
    urls = [view.url for view in all_views(site, TODAY)]

    assert [url for url in urls if not url.isascii()] == []


def test_every_page_has_a_title_and_a_summary(site: Site) -> None:
    views = all_views(site, TODAY)

    assert [view.url for view in views if not (view.title and view.summary)] == []


def test_every_trail_leads_to_pages_that_exist(site: Site) -> None:
    views = all_views(site, TODAY)

    assert {crumb.url for view in views for crumb in view.trail} <= {view.url for view in views}


def test_every_column_series_event_and_story_has_a_page(site: Site) -> None:
    urls = {view.url for view in all_views(site, TODAY)}

    assert {
        *(site.columns[id].url for id in site.series_of_column),
        *(site.series[id].url for id in site.shown_series),
        *(event.url for event in site.events.values()),
        *(story.url for story in site.stories.values()),
    } <= urls


@pytest.mark.parametrize("url", ["columns/conduct/", "series/empty/", "places/liuxi/"])
def test_nothing_empty_has_a_page(url: str, load: Load) -> None:
    empty = "title: 空\ncolumn: conduct\nsummary: 还没有内容。\n"
    site = load({"data/series/empty.yml": empty})

    assert url not in {view.url for view in all_views(site, TODAY)}


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("", "docs/index.md"),
        ("about/", "docs/about.md"),
        ("stories/2026/lecture/", "docs/stories/2026/lecture.md"),
        ("columns/people/", "data/columns.yml"),
        ("series/theme-day/", "data/series/theme-day.yml"),
        ("events/20260105-orders-lamp/", "data/events/2026-01.yml"),
        ("places/chunhui/", "data/places.yml"),
        ("branches/office/", "data/branches.yml"),
        ("tags/community/", "data/tags.yml"),
        ("events/", None),
    ],
)
def test_a_page_is_edited_in_the_file_it_comes_from(
    url: str, source: str | None, site: Site
) -> None:
    views = {view.url: view for view in all_views(site, TODAY)}

    assert views[url].source == source


@pytest.mark.parametrize(
    ("url", "title", "summary"),
    [
        ("", "讲好住建故事", "测试网站的首页。"),
        ("about/", "关于本站", "谁在办这个网站。"),
        ("stories/", "全部故事", "市住建局的全部故事，新的在前，共2篇。"),
        ("stories/2026/lecture/", "一堂防水课", "讲座为什么延期。"),
        ("columns/people/", "为民 · 群众路线", "为群众办实事。"),
        ("series/theme-day/", "主题党日", "每月一次。"),
        ("events/20260210-lecture-roof/", "屋面防水讲座", "讲屋面防水。"),
        ("places/qinghe/", "青禾村", "定点帮扶的村。"),
        ("tags/community/", "标签：社区", "关于“社区”的2篇故事。"),
    ],
)
def test_a_page_is_called_and_summed_up_as_what_it_shows(
    url: str, title: str, summary: str, site: Site
) -> None:
    views = {view.url: view for view in all_views(site, TODAY)}

    assert (views[url].title, views[url].summary) == (title, summary)


@pytest.mark.parametrize(
    ("url", "feed_url"),
    [
        ("", ""),
        ("columns/people/", "columns/people/"),
        ("series/theme-day/", "series/theme-day/"),
        ("events/20260105-orders-lamp/", "series/community-orders/"),
        ("stories/2026/lecture/", "series/lecture-hall/"),
        ("places/chunhui/", ""),
    ],
)
def test_a_page_offers_the_nearest_feed(url: str, feed_url: str, site: Site) -> None:
    views = {view.url: view for view in all_views(site, TODAY)}

    assert views[url].feed_url == feed_url


def test_an_old_address_of_a_page_leads_on(load: Load) -> None:
    moved = "redirects: [{from: /old/, to: /events/}, {from: old.html, to: /}]\n"

    views = all_views(load({"data/redirects.yml": moved}), TODAY)

    assert [(v.url, v.to) for v in views if isinstance(v, RedirectView)] == [("old/", "events/")]
