"""Atom (RFC 4287) and JSON Feed 1.1 of the newest stories."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from xml.etree import ElementTree as ET

from microsite.content.model import Story
from microsite.content.site import Site
from microsite.content.wording import day_text, marked_title
from microsite.outputs.output import XML, Output, Scope, permanent_id, scopes

STORIES = 30
ATOM = "http://www.w3.org/2005/Atom"
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the last change of a feed that has no story yet."""


def feeds(site: Site) -> Iterator[Output]:
    """Return both feeds of every scope."""
    for scope in scopes(site):
        yield Output(f"{scope.url}feed.xml", partial(_atom, scope, site))
        yield Output(f"{scope.url}feed.json", partial(_json, scope, site))


def _atom(scope: Scope, site: Site) -> str:
    root = site.bureau.site_url
    stories = scope.stories[:STORIES]
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    _text(feed, "title", scope.title)
    _text(feed, "subtitle", scope.summary)
    _text(feed, "id", scope.id)
    changed = max((story.changed for story in stories), default=BEGINNING)
    _text(feed, "updated", changed.isoformat())
    ET.SubElement(
        feed, "link", rel="self", type="application/atom+xml", href=f"{root}{scope.url}feed.xml"
    )
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=root + scope.url)
    _text(ET.SubElement(feed, "author"), "name", site.bureau.name)
    for story in stories:
        _atom_entry(feed, story, site)
    return f"{XML}{ET.tostring(feed, encoding='unicode')}\n"


def _atom_entry(feed: ET.Element, story: Story, site: Site) -> None:
    root = site.bureau.site_url
    entry = ET.SubElement(feed, "entry")
    _text(entry, "title", marked_title(story))
    _text(entry, "id", permanent_id(site, story.url))
    _text(entry, "published", story.published.instant.isoformat())
    _text(entry, "updated", story.changed.isoformat())
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=root + story.url)
    _text(ET.SubElement(entry, "author"), "name", story.author or story.source)
    for tag in story.tags:
        ET.SubElement(entry, "category", term=tag)
    if cover := site.thumbnails.get(story.id):
        one = cover.largest
        ET.SubElement(entry, "link", rel="enclosure", type=one.type, href=root + one.url)
    _text(entry, "summary", story.summary)
    _text(entry, "content", _content(story, site)).set("type", "html")


def _json(scope: Scope, site: Site) -> str:
    root = site.bureau.site_url
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": scope.title,
        "description": scope.summary,
        "home_page_url": root + scope.url,
        "feed_url": f"{root}{scope.url}feed.json",
        "language": "zh-CN",
        "authors": [{"name": site.bureau.name}],
        "items": [_json_item(story, site) for story in scope.stories[:STORIES]],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _json_item(story: Story, site: Site) -> dict[str, object]:
    root = site.bureau.site_url
    cover = site.thumbnails.get(story.id)
    return {
        "id": permanent_id(site, story.url),
        "url": root + story.url,
        "title": marked_title(story),
        "summary": story.summary,
        **({"image": root + cover.largest.url} if cover else {}),
        "content_html": _content(story, site),
        "date_published": story.published.instant.isoformat(),
        "date_modified": story.changed.isoformat(),
        "authors": [{"name": story.author or story.source}],
        "tags": list(story.tags),
    }


def _content(story: Story, site: Site) -> str:
    """Return the HTML of a story, after what was corrected in it."""
    notes = [ET.Element("p") for _ in story.corrections]
    for note, one in zip(notes, story.corrections, strict=True):
        note.text = f"更正（{day_text(one.on)}）：{one.note}"
    corrected = "".join(ET.tostring(note, encoding="unicode") for note in notes)
    return corrected + site.prose[story.origin.path].at(site.bureau.site_url)


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = text
    return element
