"""Every page of the site, taken together."""

from collections import Counter

import pytest

from microsite.content.site import Site
from microsite.pages.all import all_views
from small_project import BASE, TODAY
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


def test_every_page_that_can_be_edited_names_a_file_that_exists(site: Site) -> None:
    sources = {view.source for view in all_views(site, TODAY) if view.source}

    assert [source for source in sources if not (BASE / source).is_file()] == []
