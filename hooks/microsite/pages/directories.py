"""Places, branches and tags: the page that lists them and the page of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from microsite.content.model import Branch, Event, Place, Story, Tag
from microsite.content.site import Site
from microsite.pages.columns import EVENTS_PER_PAGE
from microsite.pages.stories import newest
from microsite.pages.view import Crumb, Part, View, numbered, parts

PLACES = Crumb("地点", "places/")
BRANCHES = Crumb("支部", "branches/")
TAGS = Crumb("标签", "tags/")

Subject = Place | Branch | Tag


@dataclass(frozen=True, slots=True)
class Listing:
    """A place, branch or tag, and how much there is about it."""

    subject: Subject
    count: int


@dataclass(frozen=True, kw_only=True)
class DirectoryView(View):
    """All places, branches or tags that have something to show."""

    template: ClassVar[str] = "directory"

    measure: str
    """What is counted, such as `项活动`."""
    groups: Mapping[str, tuple[Listing, ...]]
    """By kind; a single empty kind where there are none."""


@dataclass(frozen=True, kw_only=True)
class SubjectView(View):
    """Everything at a place or of a branch."""

    template: ClassVar[str] = "subject"
    scripts: ClassVar[tuple[str, ...]] = ("dates",)

    subject: Place | Branch
    kind: str
    """What it is, such as `小区` or `支部`."""
    part: Part[Event]
    stories: tuple[Story, ...]


@dataclass(frozen=True, kw_only=True)
class TagView(View):
    """All stories on a topic."""

    template: ClassVar[str] = "tag"

    tag: Tag
    part: Part[Story]


def directory_views(site: Site) -> Iterator[View]:
    """Return the pages of all places, branches and tags that have something to show."""
    yield from _place_views(site)
    yield from _branch_views(site)
    yield from _tag_views(site)


def _place_views(site: Site) -> Iterator[View]:
    used = site.events_of_place
    groups: dict[str, tuple[Listing, ...]] = {}
    for place in site.places.values():
        if place.id in used:
            groups[place.kind] = (*groups.get(place.kind, ()), Listing(place, len(used[place.id])))
    yield from _directory(PLACES, "活动去过的地点，按类别排列。", "项活动", groups)
    for id, events in used.items():
        place = site.places[id]
        summary = place.summary or f"在{place.title}的{len(events)}项活动。"
        yield from _subject_pages(site, PLACES, place, summary, events)


def _branch_views(site: Site) -> Iterator[View]:
    used = site.events_of_branch
    listings = tuple(
        Listing(branch, len(used[id])) for id, branch in site.branches.items() if id in used
    )
    yield from _directory(
        BRANCHES, "各支部和它们的活动。", "项活动", {"": listings} if listings else {}
    )
    for id, events in used.items():
        branch = site.branches[id]
        summary = branch.summary or f"{branch.title}的{len(events)}项活动。"
        yield from _subject_pages(site, BRANCHES, branch, summary, events)


def _subject_pages(
    site: Site,
    above: Crumb,
    subject: Place | Branch,
    summary: str,
    events: tuple[Event, ...],
) -> Iterator[SubjectView]:
    kind = subject.kind if isinstance(subject, Place) else above.title
    for part in parts(events[::-1], EVENTS_PER_PAGE, subject.url):
        yield SubjectView(
            url=part.url,
            title=numbered(subject.title, part),
            summary=summary,
            trail=_trail(above, subject, part),
            source=subject.origin.path,
            subject=subject,
            kind=kind,
            part=part,
            stories=_stories_about(site, part),
        )


def _tag_views(site: Site) -> Iterator[View]:
    used = site.stories_of_tag
    listings = tuple(Listing(tag, len(used[id])) for id, tag in site.tags.items() if id in used)
    yield from _directory(TAGS, "按话题找故事。", "篇故事", {"": listings} if listings else {})
    for id, stories in used.items():
        tag = site.tags[id]
        for part in parts(stories, site.bureau.stories_per_page, tag.url):
            yield TagView(
                url=part.url,
                title=numbered(f"标签：{tag.title}", part),
                summary=f"关于“{tag.title}”的{len(stories)}篇故事。",
                trail=_trail(TAGS, tag, part),
                source=tag.origin.path,
                updated=newest(part.items),
                tag=tag,
                part=part,
            )


def _directory(
    crumb: Crumb, summary: str, measure: str, groups: Mapping[str, tuple[Listing, ...]]
) -> Iterator[DirectoryView]:
    if groups:
        yield DirectoryView(
            url=crumb.url, title=crumb.title, summary=summary, measure=measure, groups=groups
        )


def _trail(above: Crumb, subject: Subject, part: Part[Event] | Part[Story]) -> tuple[Crumb, ...]:
    return (above,) if part.number == 1 else (above, Crumb(subject.title, subject.url))


def _stories_about(site: Site, part: Part[Event]) -> tuple[Story, ...]:
    """Return the stories about the events shown, each once."""
    found: Sequence[Story] = [
        story for event in part.items for story in site.stories_of_event.get(event.id, ())
    ]
    return tuple({story.id: story for story in found}.values())
