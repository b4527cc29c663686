"""What a page is about, for machines: one schema.org graph a page."""

import json

from microsite.cards.cards import Card
from microsite.content.site import Site
from microsite.pages.events import EventView
from microsite.pages.home import HomeView
from microsite.pages.opendata import OpenDataView
from microsite.pages.stories import StoryView
from microsite.pages.things import (
    LANGUAGE,
    SCHEMA,
    Node,
    article,
    catalog,
    event,
    organization,
    website,
)
from microsite.pages.view import View

LISTS = (
    *("archive", "column", "columns", "directory", "events"),
    *("month", "series", "sitemap", "subject", "tag"),
)
"""Templates of pages that collect others."""


def structured(view: View, site: Site, card: Card | None) -> Node:
    """Return all that is known of the page as a graph."""
    match view:
        case HomeView():
            nodes = [website(site), organization(site)]
        case StoryView():
            nodes = [article(view, site, card)]
        case EventView():
            nodes = [event(view, site, card)]
        case OpenDataView():
            nodes = [catalog(view, site)]
        case _:
            nodes = [_page(view, site)]
    if view.url:
        nodes.append(_breadcrumbs(view, site))
    return {"@context": SCHEMA, "@graph": nodes}


def script_text(node: Node) -> str:
    """Return JSON that can stand in a `<script>` whatever it contains."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _page(view: View, site: Site) -> Node:
    root = site.bureau.site_url
    kind = "CollectionPage" if view.template in LISTS else "WebPage"
    return {
        "@type": "AboutPage" if view.url == "about/" else kind,
        "@id": f"{root}{view.url}#page",
        "name": view.title,
        "description": view.summary,
        "url": root + view.url,
        "inLanguage": LANGUAGE,
        "isPartOf": {"@id": f"{root}#site"},
    }


def _breadcrumbs(view: View, site: Site) -> Node:
    root = site.bureau.site_url
    steps = [("首页", ""), *((crumb.title, crumb.url) for crumb in view.trail)]
    steps.append((view.title, view.url))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": title, "item": root + url}
            for number, (title, url) in enumerate(steps, 1)
        ],
    }
