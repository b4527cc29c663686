"""The site map for search engines, and the file that leads them to it."""

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest

from microsite.content.site import Site
from microsite.outputs.all import all_outputs
from microsite.outputs.output import Output
from microsite.outputs.sitemap import NAMESPACE, SITEMAP, sitemaps
from microsite.pages.all import all_views
from small_project import TODAY
from variations import SITE_URL


def listed(site: Site) -> dict[str, str | None]:
    """Return when each page of the map changed, by its address."""
    [whole] = sitemaps(SITE_URL, all_views(site, TODAY))
    return entries(whole, "url")


def entries(output: Output, kind: str) -> dict[str, str | None]:
    """Return the addresses that a map or a list of maps has, and when each was changed."""
    root = ET.fromstring(output.content)  # noqa: S314 - our own
    names = {"map": NAMESPACE}
    return {
        entry.findtext("map:loc", "", names): entry.findtext("map:lastmod", None, names)
        for entry in root.iterfind(f"map:{kind}", names)
    }


def test_every_page_is_on_the_map(site: Site) -> None:
    addresses = [*listed(site)]

    assert addresses == sorted(SITE_URL + view.url for view in all_views(site, TODAY))


def test_the_map_lies_at_the_root() -> None:
    [whole] = sitemaps(SITE_URL, [])

    assert whole.url == SITEMAP


def test_more_pages_than_a_map_may_have_make_several_and_a_list(site: Site) -> None:
    views = all_views(site, TODAY)
    most = len(views) // 2

    whole, *parts = sitemaps(SITE_URL, views, most)

    assert whole.url == SITEMAP
    assert [*entries(whole, "sitemap")] == [SITE_URL + part.url for part in parts]
    assert max(len(entries(part, "url")) for part in parts) == most
    assert [url for part in parts for url in entries(part, "url")] == [*listed(site)]


@pytest.mark.parametrize(
    ("url", "changed"),
    [
        ("", "2026-02-01"),
        ("stories/2026/community-orders/", "2026-01-10"),
        ("columns/people/", "2026-01-10"),
        ("series/community-orders/", "2026-01-10"),
        ("about/", None),
    ],
)
def test_a_page_changed_with_its_newest_story(url: str, changed: str | None, site: Site) -> None:
    pages = listed(site)

    assert pages[SITE_URL + url] == changed


def test_robots_are_led_to_the_map(site: Site) -> None:
    robots = RobotFileParser()

    robots.parse({one.url: one.content for one in all_outputs(site)}["robots.txt"].splitlines())

    assert robots.site_maps() == [f"{SITE_URL}sitemap.xml"]


def test_robots_may_read_everything(site: Site) -> None:
    robots = RobotFileParser()

    robots.parse({one.url: one.content for one in all_outputs(site)}["robots.txt"].splitlines())

    assert robots.can_fetch("*", f"{SITE_URL}events/")


def test_no_two_outputs_have_the_same_address(site: Site) -> None:
    urls = [output.url for output in all_outputs(site)]

    assert len(urls) == len(set(urls))
