"""The files of the project to a `Site`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from microsite.content.addresses import Addresses, Linked
from microsite.content.attachments import Attachment, read_attachments
from microsite.content.bureau import Bureau
from microsite.content.consistency import (
    bureau_problems,
    reference_problems,
    story_problems,
    tag_problems,
)
from microsite.content.entry import Entry
from microsite.content.file_uses import file_uses, picture_uses
from microsite.content.model import Branch, Column, Event, Page, Place, Series, Story, Tag
from microsite.content.officials import Official
from microsite.content.picture_origin import origin_problems
from microsite.content.picture_records import PictureRecord, picture_name, record_problems
from microsite.content.pictures import Picture, Use
from microsite.content.problems import ContentError, Problem
from microsite.content.programme import checked_events, in_order, sound_series
from microsite.content.prose import Prose, start_converting
from microsite.content.reader import Document, Source
from microsite.content.reading_memory import ReadingMemory
from microsite.content.records import Records
from microsite.content.redirects import redirect_problems
from microsite.content.site import Site
from microsite.content.synonyms import synonym_problems
from microsite.content.texts import linked, usable_pictures
from microsite.content.usage import Usage, usage_problems

E = TypeVar("E", bound=Entry)
Sampled: TypeAlias = Event | Story | Place | Branch | PictureRecord

KINDS: dict[str, type[Entry]] = {
    "column": Column,
    "series": Series,
    "event": Event,
    "story": Story,
    "place": Place,
    "branch": Branch,
    "tag": Tag,
}
"""What a link may name before its colon."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the files hold, as far as it can be used."""

    site: Site | None
    """Nothing, when there are problems."""
    problems: tuple[Problem, ...]
    events: tuple[Event, ...]
    """Those that are sound in themselves; references may lead nowhere. Likewise the stories."""
    stories: tuple[Story, ...]
    columns: Mapping[str, Column]
    series: Mapping[str, Series]
    places: Mapping[str, Place]
    branches: Mapping[str, Branch]
    bureau: Bureau | None
    """Nothing, when it is not sound in itself."""
    samples: tuple[Sampled, ...]
    """What is marked as made up, whatever its kind."""
    pictures: tuple[Picture, ...]
    """Those that are used; some may turn out to be damaged."""
    sources: tuple[Source, ...]
    """Every file that could be read, as it was typed."""
    usages: tuple[Usage, ...]
    officials: tuple[Official, ...]
    """Whose names must be right; nobody, where the bureau keeps no list."""
    picture_records: tuple[PictureRecord, ...]
    """Those that are sound in themselves."""
    picture_uses: Mapping[str, Sequence[Use]]
    """Where each picture is used, sound or not, by its path below `docs/`."""
    unrecorded: tuple[Picture, ...]
    """Used, and nothing is known of them, not even wrongly."""
    attachments: tuple[Attachment, ...]
    assets: frozenset[str]
    """Paths below `docs/` of every file that is not Markdown, used or not."""

    @property
    def items(self) -> tuple[Story | Event, ...]:
        """Everything that is reviewed."""
        return (*self.stories, *self.events)


def load_site(root: Path) -> Site:
    """Read `data/` and `docs/` below `root`.

    Raises:
        ContentError: If anything is wrong; it lists every problem with its file and line.
    """
    reading = read_site(root)
    if reading.site is None:
        raise ContentError(reading.problems)
    return reading.site


def read_site(root: Path) -> Reading:
    """Read `data/` and `docs/` below `root`, whatever is wrong with them."""
    return read_rest(open_site(root))


@dataclass(frozen=True, slots=True)
class Opening:
    """What is read first, so that its words can be judged while the rest is being read."""

    records: Records
    stories: dict[str, Story]
    pages: dict[str, Page]
    bureau: Bureau | None
    usages: tuple[Usage, ...]
    officials: tuple[Official, ...]
    converted: Callable[[], list[Prose]]
    """Waits for what becomes of the texts, in their order."""

    @property
    def texts(self) -> tuple[Source, ...]:
        """Every story and page that could be read."""
        return tuple(one for one in self.records.sources if isinstance(one.content, Document))


def open_site(root: Path, memory: ReadingMemory | None = None) -> Opening:
    """Read the texts below `root`, start converting them, and read by what words are judged.

    Args:
        root: Folder of `data/` and `docs/`.
        memory: What came of reading it before.
    """
    memory = memory or ReadingMemory()
    memory.turn()
    records = Records(root, memory)
    ahead = start_converting(records.bodies_ahead(), memory.prose)
    stories = records.stories()
    pages = records.pages()

    def converted() -> list[Prose]:
        ahead()
        bodies = [document.body for document in records.bodies.values()]
        return start_converting(bodies, memory.prose)()

    bureau = records.bureau()
    usages = tuple(records.table("wording", Usage).values())
    kept = records.officials()
    officials = kept.officials if kept else ()
    return Opening(records, stories, pages, bureau, usages, officials, converted)


def read_rest(opening: Opening) -> Reading:
    """Return what was opened and all the rest, whatever is wrong with them."""
    records, stories, pages = opening.records, opening.stories, opening.pages
    root, bureau = records.root, opening.bureau
    synonyms = records.synonyms()
    columns = records.table("columns", Column)
    branches = records.table("branches", Branch)
    places = records.table("places", Place)
    tags = records.table("tags", Tag)
    redirects = records.redirects()
    picture_records = records.pictures()
    series = in_order(records.series(), columns)
    events = records.events()
    known = records.known(tags)
    for model, origin in records.origins:
        records.problems += reference_problems(model, origin, known)
    assets = records.assets()
    misnamed = (one for one in records.misnamed if isinstance(one, Story))
    for story in (*stories.values(), *misnamed):
        records.problems += story_problems(story, assets)
    records.problems += tag_problems(tags.values())
    records.problems += usage_problems(opening.usages)
    records.problems += record_problems(picture_records.values(), assets)
    events = checked_events(records, events, sound_series(records, series, known, places))
    tables = (columns, series, events, stories, places, branches, tags)
    kinds: dict[str, Mapping[str, Linked]] = dict(zip(KINDS, tables, strict=True))
    converted = dict(zip(records.bodies, opening.converted(), strict=True))
    all_uses = file_uses(records.bodies, stories, converted, assets)
    uses = picture_uses(all_uses)
    pictures = usable_pictures(root, records, uses, picture_records)
    attachments, faults = read_attachments(root / "docs", all_uses)
    records.problems += faults
    records.problems += origin_problems(root / "docs", assets, uses)
    addresses = Addresses(
        kinds,
        {text.origin.path: text for text in _texts(stories, pages)},
        converted,
        assets,
        pictures,
        lambda kind, id: records.is_broken(KINDS.get(kind), id),
    )
    covered = {story.origin.path for story in stories.values() if story.cover}
    prose = {
        path: linked(records, path, text, addresses, has_cover=path in covered)
        for path, text in converted.items()
    }
    if bureau is not None:
        records.problems += bureau_problems(bureau)
    if synonyms is not None:
        records.problems += synonym_problems(synonyms)
    if redirects is not None:
        records.problems += redirect_problems(redirects)
    entries = (events, stories, places, branches, picture_records)
    samples = tuple(entry for table in entries for entry in table.values() if entry.sample)
    shown = tuple(pictures.values())
    tables_of_traits = (columns, series, places, branches)
    sound = (
        tuple(events.values()),
        tuple(stories.values()),
        *tables_of_traits,
        bureau,
        samples,
        shown,
    )
    unrecorded = tuple(
        one for one in shown if not records.is_broken(PictureRecord, picture_name(one.path))
    )
    typed = (
        tuple(records.sources),
        opening.usages,
        opening.officials,
        tuple(picture_records.values()),
        uses,
        unrecorded,
        attachments,
        assets,
    )
    if bureau is None or synonyms is None or records.problems:
        return Reading(None, tuple(records.problems), *sound, *typed)
    site = Site(
        bureau=bureau,
        synonyms=synonyms,
        columns=MappingProxyType(columns),
        series=MappingProxyType(series),
        branches=MappingProxyType(branches),
        places=MappingProxyType(places),
        tags=MappingProxyType(tags),
        events=_sorted(events, lambda event: (event.begins.instant, event.id)),
        stories=_sorted(stories, lambda story: (story.published.instant, story.id), newest=True),
        pages=MappingProxyType(pages),
        prose=MappingProxyType(prose),
        assets=assets,
        pictures=MappingProxyType(pictures),
        attachments=attachments,
        redirects=redirects,
    )
    return Reading(site, (), *sound, *typed)


def _texts(stories: Mapping[str, Story], pages: Mapping[str, Page]) -> Iterable[Story | Page]:
    yield from stories.values()
    yield from pages.values()


def _sorted(
    entries: Mapping[str, E], key: Callable[[E], tuple[object, str]], *, newest: bool = False
) -> Mapping[str, E]:
    ordered: Iterable[E] = sorted(entries.values(), key=key, reverse=newest)
    return MappingProxyType({entry.id: entry for entry in ordered})
