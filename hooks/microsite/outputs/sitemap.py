"""The site map for search engines (sitemaps.org protocol 0.9)."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Protocol
from xml.etree import ElementTree as ET

from microsite.outputs.output import XML, Output

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class Listed(Protocol):
    """What the map needs to know of a page."""

    @property
    def url(self) -> str:
        """Below the site's root."""

    @property
    def updated(self) -> date | None:
        """When the newest story on it was published."""


def sitemap(site_url: str, pages: Iterable[Listed]) -> Output:
    """Return the map of `pages`."""
    return Output("sitemap.xml", partial(_text, site_url, sorted(pages, key=attrgetter("url"))))


def _text(site_url: str, pages: Iterable[Listed]) -> str:
    urlset = ET.Element("urlset", xmlns=NAMESPACE)
    for page in pages:
        entry = ET.SubElement(urlset, "url")
        ET.SubElement(entry, "loc").text = site_url + page.url
        if page.updated:
            ET.SubElement(entry, "lastmod").text = page.updated.isoformat()
    return f"{XML}{ET.tostring(urlset, encoding='unicode')}\n"
