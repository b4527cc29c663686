"""Every page of the site."""

from datetime import date

from microsite.content.site import Site
from microsite.pages.calendar import month_views
from microsite.pages.columns import column_views, columns_view, series_views
from microsite.pages.directories import directory_views
from microsite.pages.events import event_views, events_view
from microsite.pages.figures import figures_view
from microsite.pages.home import home_view, page_views, sitemap_view
from microsite.pages.opendata import open_data_view
from microsite.pages.redirects import redirect_views
from microsite.pages.search import search_view
from microsite.pages.stories import archive_views, story_views
from microsite.pages.subscribe import subscribe_view
from microsite.pages.tombstones import tombstone_views
from microsite.pages.view import View


def all_views(site: Site, today: date) -> list[View]:
    """Return the view of every page; empty ones are not made.

    `today` decides what is coming and what is overdue; pages carry the dates as well.
    """
    months = month_views(site)
    views: list[View] = [
        home_view(site, today),
        columns_view(site),
        events_view(site, months, today),
        figures_view(site, today),
        open_data_view(site),
        subscribe_view(site),
        *archive_views(site),
        *story_views(site),
        *column_views(site),
        *series_views(site, today),
        *months,
        *event_views(site, today),
        *directory_views(site),
        *page_views(site),
        *tombstone_views(site),
        *redirect_views(site),
    ]
    if site.bureau.search:
        views.append(search_view(site))
    return [*views, sitemap_view(site, views)]
