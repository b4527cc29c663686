"""The whole content of the site at one moment."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from microsite.content.attachments import Attachment
from microsite.content.bureau import Bureau
from microsite.content.model import Branch, Column, Event, Page, Place, Series, Story, Tag
from microsite.content.pictures import Picture
from microsite.content.prose import Prose
from microsite.content.redirects import Redirects
from microsite.content.synonyms import Synonyms

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True)
class Site:
    """Everything, checked: every reference leads somewhere.

    Mappings go by id, in the order in which they are shown.
    """

    bureau: Bureau
    synonyms: Synonyms
    columns: Mapping[str, Column]
    series: Mapping[str, Series]
    """By column, then by their order."""
    branches: Mapping[str, Branch]
    places: Mapping[str, Place]
    tags: Mapping[str, Tag]
    events: Mapping[str, Event]
    """Soonest first."""
    stories: Mapping[str, Story]
    """Newest first."""
    pages: Mapping[str, Page]
    prose: Mapping[str, Prose]
    """The text of stories and pages, by the path of their file."""
    assets: frozenset[str]
    """Paths below `docs/` of files that are not Markdown: of every one, or of what is shown."""
    pictures: Mapping[str, Picture]
    """Those that texts and covers use, by path below `docs/`."""
    attachments: tuple[Attachment, ...]
    redirects: Redirects | None = None
    """Where old addresses lead."""
    withdrawn: tuple[Story | Event, ...] = ()
    """What is not shown any more, but for the reason."""
    awaiting: Mapping[str, str] = field(default_factory=dict)
    """In a preview: how what the public does not see yet stands, by address."""

    @cached_property
    def covers(self) -> Mapping[str, Picture]:
        """By story id."""
        stories = self.stories.values()
        return {s.id: self.pictures[s.cover_path] for s in stories if s.cover}

    @cached_property
    def thumbnails(self) -> Mapping[str, Picture]:
        """Covers by story id, without maps: a map is never shown without its number."""
        return {id: one for id, one in self.covers.items() if not one.is_map}

    @cached_property
    def series_of_column(self) -> Mapping[str, tuple[Series, ...]]:
        """Those that have something to show, by column id."""
        shown = (s for s in self.series.values() if s.id in self.shown_series)
        return group(shown, lambda series: [series.column])

    @cached_property
    def shown_series(self) -> frozenset[str]:
        """Ids of the series that have an event or a story."""
        return frozenset(self.events_of_series) | frozenset(self.stories_of_series)

    @cached_property
    def events_of_series(self) -> Mapping[str, tuple[Event, ...]]:
        """By series id."""
        return group(self.events.values(), lambda event: [event.series])

    @cached_property
    def events_of_branch(self) -> Mapping[str, tuple[Event, ...]]:
        """By branch id."""
        return group(self.events.values(), lambda event: event.branches)

    @cached_property
    def events_of_place(self) -> Mapping[str, tuple[Event, ...]]:
        """By place id."""
        return group(self.events.values(), lambda event: [event.place] if event.place else [])

    @cached_property
    def events_of_column(self) -> Mapping[str, tuple[Event, ...]]:
        """By column id."""
        return group(self.events.values(), lambda event: [self.series[event.series].column])

    @cached_property
    def stories_of_series(self) -> Mapping[str, tuple[Story, ...]]:
        """By series id."""
        return group(self.stories.values(), lambda story: [story.series])

    @cached_property
    def stories_of_column(self) -> Mapping[str, tuple[Story, ...]]:
        """By column id."""
        return group(self.stories.values(), lambda story: [self.series[story.series].column])

    @cached_property
    def stories_of_tag(self) -> Mapping[str, tuple[Story, ...]]:
        """By tag id."""
        return group(
            self.stories.values(), lambda story: (self.tag_named[title].id for title in story.tags)
        )

    @cached_property
    def stories_of_event(self) -> Mapping[str, tuple[Story, ...]]:
        """By event id."""
        return group(self.stories.values(), lambda story: story.events)

    @cached_property
    def tag_named(self) -> Mapping[str, Tag]:
        """By title."""
        return {tag.title: tag for tag in self.tags.values()}


def group(values: Iterable[V], keys: Callable[[V], Iterable[K]]) -> Mapping[K, tuple[V, ...]]:
    """Return the `values` under each of their keys, in order; what has no key is left out."""
    found: defaultdict[K, list[V]] = defaultdict(list)
    for value in values:
        for key in keys(value):
            found[key].append(value)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})
