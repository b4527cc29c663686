"""Every file beside the pages."""

from collections.abc import Iterator

from microsite.content.site import Site
from microsite.outputs.calendars import calendars
from microsite.outputs.feeds import feeds
from microsite.outputs.opendata import open_data
from microsite.outputs.output import Output
from microsite.outputs.schemas import schema_files
from microsite.outputs.sitemap import SITEMAP
from microsite.outputs.vocabulary import vocabulary


def all_outputs(site: Site) -> Iterator[Output]:
    """Return feeds, calendars, open data, the search's words, the schemas of the data files."""
    yield from feeds(site)
    yield from calendars(site)
    yield from open_data(site)
    if site.bureau.search:
        yield vocabulary(site.synonyms)
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.bureau.site_url}{SITEMAP}\n"
    yield Output("robots.txt", lambda: robots)
    for schema in schema_files(tuple(site.series.values())):
        yield Output(f"open-data/schemas/{schema.url}", schema.render)
