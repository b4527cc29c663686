"""A file that is not a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from microsite.content.model import Column, Event, Series, Story
from microsite.content.site import Site

XML = '<?xml version="1.0" encoding="utf-8"?>\n'


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write."""

    url: str
    """Below the site's root."""
    render: Callable[[], str]
    """Makes its content, in whichever process writes the file."""

    @property
    def content(self) -> str:
        """What the file holds."""
        return self.render()

    def read(self) -> bytes:
        """Return the bytes of the file."""
        return self.content.encode()


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that has been made already and is published as it is."""

    url: str
    """Below the site's root."""
    path: Path

    def read(self) -> bytes:
        """Return the bytes of the file."""
        return self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Scope:
    """What can be subscribed to: the whole site, a column, a series."""

    id: str
    """Never changes, wherever the site is."""
    title: str
    summary: str
    url: str
    """Of its page, below the site's root; feeds and calendar lie beside it."""
    stories: tuple[Story, ...]
    events: tuple[Event, ...]


def permanent_id(site: Site, url: str) -> str:
    """Return an id for what was first published at `url` (RFC 4151)."""
    return f"tag:{site.bureau.permanent_id},2026:{url}"


def scopes(site: Site) -> Iterator[Scope]:
    """Return everything that can be subscribed to."""
    bureau = site.bureau
    yield Scope(
        permanent_id(site, ""),
        bureau.site_name,
        bureau.summary,
        "",
        tuple(site.stories.values()),
        tuple(site.events.values()),
    )
    for id in site.series_of_column:
        stories, events = site.stories_of_column.get(id, ()), site.events_of_column.get(id, ())
        yield _scope(site, site.columns[id], stories, events)
    for id in site.series:
        if id in site.shown_series:
            stories, events = site.stories_of_series.get(id, ()), site.events_of_series.get(id, ())
            yield _scope(site, site.series[id], stories, events)


def _scope(
    site: Site, subject: Column | Series, stories: tuple[Story, ...], events: tuple[Event, ...]
) -> Scope:
    title = f"{subject.title}｜{site.bureau.site_name}"
    id = permanent_id(site, subject.url)
    return Scope(id, title, subject.summary, subject.url, stories, events)
