"""What of the content the public may see."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from microsite.content.layout import is_needed
from microsite.content.model import Event, Series, Story
from microsite.content.prose import unlinked
from microsite.content.review import Item, State
from microsite.content.site import Site


def gated(site: Site, states: Mapping[str, State], *, drafts: bool) -> Site:
    """Return `site` without a trace of what has not passed the review; withdrawals stay known.

    A file is shown if the site itself needs it, or a text that is shown links to it.

    Args:
        site: Everything.
        states: Of every story and event, by its address.
        drafts: Whether to keep what is only not signed yet, for a preview.
    """

    def shows(item: Item) -> bool:
        state = states[item.url]
        return state == "已发布" or (drafts and state != "撤稿")

    events = {id: event for id, event in site.events.items() if shows(event)}
    stories = {id: _told(story, events) for id, story in site.stories.items() if shows(story)}
    hidden = {s.origin.path for s in site.stories.values() if s.id not in stories}
    needed = frozenset(filter(is_needed, site.assets))
    items: tuple[Item, ...] = (*site.stories.values(), *site.events.values())
    return replace(
        site,
        events=MappingProxyType(events),
        stories=MappingProxyType(stories),
        series=MappingProxyType({id: _guided(s, stories) for id, s in site.series.items()}),
        pictures=MappingProxyType(
            {path: p for path, p in site.pictures.items() if {u.path for u in p.uses} - hidden}
        ),
        assets=site.assets if drafts else needed | frozenset(_downloads(site, hidden)),
        withdrawn=tuple(item for item in items if states[item.url] == "撤稿"),
        awaiting=MappingProxyType(
            {i.url: states[i.url] for i in items if shows(i) and states[i.url] != "已发布"}
        ),
    )


def without_dead_links(site: Site, pages: Collection[str]) -> Site:
    """Return `site` with plain words in the place of links to what is not among its `pages`.

    It is the same `site` if there is no such link.
    """
    linked = {path: one for path, one in site.prose.items() if one.links}
    changed = {p: new for p, one in linked.items() if (new := unlinked(one, pages)) != one}
    return replace(site, prose=MappingProxyType({**site.prose, **changed})) if changed else site


def _told(story: Story, events: Mapping[str, Event]) -> Story:
    """Return `story` with those of its events that are shown."""
    shown = tuple(id for id in story.events if id in events)
    return story if shown == story.events else story.model_copy(update={"events": shown})


def _guided(series: Series, stories: Mapping[str, Story]) -> Series:
    if series.guide is None or series.guide in stories:
        return series
    return series.model_copy(update={"guide": None})


def _downloads(site: Site, hidden: Collection[str]) -> Iterator[str]:
    """Return the files to which a text links that is not `hidden`."""
    for one in site.attachments:
        if any(use.path not in hidden for use in one.uses):
            yield one.path
