"""What can be found: one record for each page that has something of its own to say.

Boards, grids, calendars, archives and the later pages of long lists only repeat it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from microsite.content.model import Place
from microsite.content.site import Site
from microsite.content.wording import when_text
from microsite.pages.columns import ColumnView, SeriesView
from microsite.pages.directories import SubjectView, TagView
from microsite.pages.events import EventView
from microsite.pages.home import PageView
from microsite.pages.stories import StoryView
from microsite.pages.view import View


@dataclass(frozen=True, slots=True)
class Record:
    """A page as the search knows it; facets are ids."""

    kind: str
    url: str
    """Below the site's root."""
    title: str
    text: str
    column: str | None = None
    series: str | None = None
    places: tuple[str, ...] = ()
    day: date | None = None
    sample: bool = False

    @property
    def facets(self) -> dict[str, list[str]]:
        """What readers may choose by, each with the ids that this page has."""
        ids: dict[str, tuple[str | None, ...]] = {
            "kind": (self.kind,),
            "column": (self.column,),
            "series": (self.series,),
            "place": self.places,
            "year": (str(self.day.year) if self.day else None,),
        }
        return {name: found for name, some in ids.items() if (found := [id for id in some if id])}


def records(site: Site, views: Iterable[View]) -> Iterator[Record]:
    """Return the record of each of the `views` that has one."""
    for view in views:
        match view:
            case StoryView():
                yield _story(site, view)
            case EventView():
                yield _event(view)
            case SeriesView() if view.part.number == 1:
                yield _series(view)
            case ColumnView():
                text = _joined(view.summary, *(series.title for series in view.series))
                yield Record("column", view.url, view.title, text, view.column.id)
            case SubjectView() if view.part.number == 1:
                yield _subject(view)
            case TagView() if view.part.number == 1:
                yield Record("tag", view.url, view.tag.title, view.summary)
            case PageView():
                text = _joined(view.summary, view.prose.text)
                yield Record("page", view.url, view.title, text)
            case _:
                pass


def _story(site: Site, view: StoryView) -> Record:
    places = (site.events[id].place for id in view.story.events)
    tags = "、".join(tag.title for tag in view.tags)
    return Record(
        "story",
        view.url,
        view.title,
        _joined(view.summary, view.prose.text, view.story.author, tags),
        view.column.id,
        view.series.id,
        tuple(sorted({place for place in places if place})),
        view.story.published.day,
        sample=view.story.sample,
    )


def _event(view: EventView) -> Record:
    event = view.event
    facts = (f"{fact.label}：{fact.text}" for fact in view.facts)
    where = (view.place.title if view.place else None, *(one.title for one in view.branches))
    text = (event.summary, event.reason, *facts, *where, view.series.title, when_text(event))
    return Record(
        "event",
        view.url,
        view.title,
        _joined(*text),
        view.column.id,
        view.series.id,
        (event.place,) if event.place else (),
        event.begins.day,
        sample=event.sample,
    )


def _series(view: SeriesView) -> Record:
    stages = "→".join(view.series.stages)
    labels = "、".join(spec.label for spec in view.series.fields.values())
    guide = view.guide.summary if view.guide else None
    text = _joined(view.series.summary, guide, stages, labels, view.column.title)
    return Record("series", view.url, view.series.title, text, view.column.id, view.series.id)


def _subject(view: SubjectView) -> Record:
    is_place = isinstance(view.subject, Place)
    return Record(
        "place" if is_place else "branch",
        view.url,
        view.subject.title,
        _joined(view.summary, view.kind),
        places=(view.subject.id,) if is_place else (),
        sample=view.subject.sample,
    )


def _joined(*texts: str | None) -> str:
    return "\n".join(filter(None, texts))
