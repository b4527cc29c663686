"""What the site, a story, an event and the data are, in the words of schema.org.

What is not known is left out; nothing is guessed to please a search engine.
"""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias

from microsite.cards.cards import Card
from microsite.content.bureau import Contact
from microsite.content.model import Event
from microsite.content.site import Site
from microsite.content.values import Moment
from microsite.content.wording import SAMPLE, Titled, marked_title
from microsite.pages.events import EventView
from microsite.pages.opendata import OpenDataView
from microsite.pages.stories import StoryView

Node: TypeAlias = Mapping[str, object]

SCHEMA: Final = "https://schema.org"
LANGUAGE: Final = "zh-CN"
FORMATS = {"csv": "text/csv", "json": "application/json"}


def website(site: Site) -> Node:
    """Return the whole site, with the way to search it."""
    root = site.bureau.site_url
    target = {"@type": "EntryPoint", "urlTemplate": f"{root}search/?q={{search_term_string}}"}
    return {
        "@type": "WebSite",
        "@id": f"{root}#site",
        "name": site.bureau.site_name,
        "description": site.bureau.summary,
        "url": root,
        "inLanguage": LANGUAGE,
        "publisher": {"@id": f"{root}#bureau"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        },
    }


def organization(site: Site) -> Node:
    """Return whose site it is."""
    return _known(
        {
            **_bureau(site),
            "alternateName": site.bureau.short_name,
            "contactPoint": [_contact(contact) for contact in site.bureau.contacts],
        }
    )


def article(view: StoryView, site: Site, card: Card | None) -> Node:
    """Return a story; a repost names where it comes from."""
    story, root = view.story, site.bureau.site_url
    repost, series = story.repost, view.series
    original = repost and {
        "@type": "CreativeWork",
        "url": repost.url,
        "datePublished": repost.published.isoformat(),
        "publisher": {"@type": "Organization", "name": repost.source},
    }
    author = repost.source if repost else story.source
    return _known(
        {
            "@type": "NewsArticle",
            "@id": f"{root}{view.url}#article",
            "headline": marked_title(story),
            "description": view.summary,
            "url": root + view.url,
            "mainEntityOfPage": root + view.url,
            "inLanguage": LANGUAGE,
            "datePublished": story.published.instant.isoformat(),
            "author": {
                "@type": "Organization" if repost else "GovernmentOrganization",
                "name": author,
            },
            "publisher": _bureau(site),
            "articleSection": view.column.title,
            "keywords": list(story.tags),
            "image": [
                *([root + view.cover.largest.url] if view.cover else []),
                *_images(site, card),
            ],
            "isPartOf": [
                {"@id": f"{root}#site"},
                {"@type": "CreativeWorkSeries", "name": series.title, "url": root + series.url},
            ],
            "isBasedOn": original,
            "mentions": [{"@id": f"{root}{event.url}#event"} for event in view.events],
        }
    )


def event(view: EventView, site: Site, card: Card | None) -> Node:
    """Return an event, as it is planned now."""
    event, root = view.event, site.bureau.site_url
    is_moved = event_status(event).endswith("Rescheduled")
    place = view.place and {
        "@type": "Place",
        "name": marked_title(view.place),
        "url": root + view.place.url,
    }
    return _known(
        {
            "@type": "Event",
            "@id": f"{root}{view.url}#event",
            "name": marked_title(event),
            "description": view.summary,
            "url": root + view.url,
            "inLanguage": LANGUAGE,
            "eventStatus": event_status(event),
            "startDate": _iso(event.begins),
            "endDate": _iso(event.ends) if event.end else None,
            "previousStartDate": _iso(event.start) if is_moved else None,
            "location": place,
            "organizer": _bureau(site),
            "image": _images(site, card),
            "superEvent": {
                "@type": "EventSeries",
                "name": view.series.title,
                "url": root + view.series.url,
            },
        }
    )


def catalog(view: OpenDataView, site: Site) -> Node:
    """Return the data that can be taken."""
    root = site.bureau.site_url
    return {
        "@type": "DataCatalog",
        "@id": f"{root}{view.url}#catalog",
        "name": f"{site.bureau.site_name}：{view.title}",
        "description": view.summary,
        "url": root + view.url,
        "inLanguage": LANGUAGE,
        "publisher": _bureau(site),
        "dataset": [
            _dataset(view, site, "events", "活动"),
            _dataset(view, site, "stories", "故事"),
        ],
    }


def event_status(event: Event) -> str:
    """Return the status in the words of schema.org.

    `EventPostponed` is not among them: it means that there is no new time, and here there is one.
    """
    if event.status == "cancelled":
        return f"{SCHEMA}/EventCancelled"
    if event.moved_to:
        return f"{SCHEMA}/EventRescheduled"
    return f"{SCHEMA}/EventScheduled"


def _contact(contact: Contact) -> Node:
    return _known(
        {
            "@type": "ContactPoint",
            "contactType": contact.label,
            "telephone": contact.value if contact.phone else None,
            "url": contact.url,
        }
    )


def _bureau(site: Site) -> Node:
    bureau = site.bureau
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{bureau.site_url}#bureau",
        "name": f"{SAMPLE}{bureau.name}" if bureau.sample else bureau.name,
        "url": bureau.site_url,
    }


def _dataset(
    view: OpenDataView, site: Site, name: Literal["events", "stories"], title: str
) -> Node:
    root = site.bureau.site_url
    entries: Mapping[str, Titled] = site.events if name == "events" else site.stories
    has_samples = any(entry.sample for entry in entries.values())
    note = "其中为展示网站而编写的记录，sample 一项是 true。" if has_samples else ""
    return {
        "@type": "Dataset",
        "@id": f"{root}{view.url}#{name}",
        "name": f"{SAMPLE * has_samples}{site.bureau.site_name}：{title}",
        "description": f"{site.bureau.short_name}公布的全部{title}，CSV 和 JSON 各一份。{note}",
        "url": root + view.url,
        "inLanguage": LANGUAGE,
        "creator": _bureau(site),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": format,
                "contentUrl": f"{root}{view.url}{name}.{extension}",
            }
            for extension, format in FORMATS.items()
        ],
    }


def _images(site: Site, card: Card | None) -> Iterable[str]:
    return [site.bureau.site_url + url for url in (card.url, card.square_url)] if card else []


def _iso(moment: Moment) -> str:
    return moment.day.isoformat() if moment.is_all_day else moment.instant.isoformat()


def _known(node: Node) -> Node:
    """Return `node` without what is unknown or empty."""
    return {key: value for key, value in node.items() if value}
