"""The site map for search engines (sitemaps.org protocol 0.9)."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Final, Protocol
from xml.etree import ElementTree as ET

from microsite.outputs.output import XML, Output

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
SITEMAP: Final = "sitemap.xml"
MOST: Final = 50_000
"""Addresses in one map, by the protocol."""


class Listed(Protocol):
    """What the map needs to know of a page."""

    @property
    def url(self) -> str:
        """Below the site's root."""

    @property
    def updated(self) -> date | None:
        """When the newest story on it was published."""


def sitemaps(site_url: str, pages: Iterable[Listed], most: int = MOST) -> Iterator[Output]:
    """Return the map of `pages`; of more than `most`, several maps and the list of them."""
    ordered = sorted(pages, key=attrgetter("url"))
    if len(ordered) <= most:
        yield Output(SITEMAP, partial(_map, site_url, ordered))
        return
    parts = [ordered[start : start + most] for start in range(0, len(ordered), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield Output(SITEMAP, partial(_list, site_url, names))
    for name, part in zip(names, parts, strict=True):
        yield Output(name, partial(_map, site_url, part))


def _map(site_url: str, pages: Iterable[Listed]) -> str:
    urlset = ET.Element("urlset", xmlns=NAMESPACE)
    for page in pages:
        entry = ET.SubElement(urlset, "url")
        ET.SubElement(entry, "loc").text = site_url + page.url
        if page.updated:
            ET.SubElement(entry, "lastmod").text = page.updated.isoformat()
    return _text(urlset)


def _list(site_url: str, names: Iterable[str]) -> str:
    index = ET.Element("sitemapindex", xmlns=NAMESPACE)
    for name in names:
        ET.SubElement(ET.SubElement(index, "sitemap"), "loc").text = site_url + name
    return _text(index)


def _text(root: ET.Element) -> str:
    return f"{XML}{ET.tostring(root, encoding='unicode')}\n"
