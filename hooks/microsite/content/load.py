"""The files of the project to a `Site`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from microsite.content.addresses import Addresses, Linked, LinkError
from microsite.content.consistency import (
    Known,
    bureau_problems,
    event_problems,
    reference_problems,
    series_problems,
    story_problems,
)
from microsite.content.model import (
    Branch,
    Bureau,
    Column,
    Entry,
    Event,
    Origin,
    Page,
    Place,
    Record,
    Series,
    Story,
    Tag,
)
from microsite.content.nodes import Mapping as Node
from microsite.content.nodes import locate
from microsite.content.problems import ContentError, Problem, did_you_mean
from microsite.content.prose import Prose, link, start_converting
from microsite.content.reader import Document, ReadError, read_document, read_mapping
from microsite.content.site import Site
from microsite.content.syntax import misspelt_colon
from microsite.content.traits import fields_model, fields_of, stage_problems
from microsite.content.validate import validate
from microsite.content.values import EVENT_ID, PAGE_ID, SLUG

E = TypeVar("E", bound=Entry)
R = TypeVar("R", bound=Record)
T = TypeVar("T")

SINGLE = ("bureau", "columns", "branches", "places", "tags")
MONTH = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])"
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
ID_HINTS = {
    SLUG: "只能用小写英文字母、数字和减号，例如 theme-day",
    PAGE_ID: "是网址的一部分，只能用小写英文字母、数字和减号，例如 about",
    EVENT_ID: "应是 8 位日期加英文或拼音，例如 20230421-theme-day-property",
}


def load_site(root: Path) -> Site:
    """Read `data/` and `docs/` below `root`.

    Raises:
        ContentError: If anything is wrong; it lists every problem with its file and line.
    """
    loader = _Loader(root)
    site = loader.site()
    if site is None or loader.problems:
        raise ContentError(loader.problems)
    return site


class _Loader:
    """Reads on after a problem, so that all of them come to light."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.declared: dict[type[Entry], set[str]] = {}
        self.unreadable: set[type[Entry]] = set()
        self.bodies: dict[str, Document] = {}
        self.records: list[tuple[type[Entry], Node, str]] = []
        """All that are mappings, whatever else may be wrong with them."""

    def site(self) -> Site | None:
        stories = self._stories()
        pages = self._pages()
        texts = start_converting([document.body for document in self.bodies.values()])
        self._refuse_strange_files()
        bureau = self._bureau()
        columns = self._table("columns", Column)
        branches = self._table("branches", Branch)
        places = self._table("places", Place)
        tags = self._table("tags", Tag)
        series = self._series(columns)
        events = self._events()
        known = self._known(tags)
        sound = {}
        for id, one in series.items():
            problems = list(series_problems(one, known, places))
            self.problems += problems
            if not problems:
                sound[id] = one
        for record in self.records:
            self.problems += reference_problems(*record, known)
        for story in stories.values():
            self.problems += story_problems(story)
        events = self._checked_events(events, sound)
        tables = (columns, series, events, stories, places, branches, tags)
        kinds: dict[str, Mapping[str, Linked]] = dict(zip(KINDS, tables, strict=True))
        assets = frozenset(self._assets())
        prose = self._prose(kinds, stories, pages, assets, texts)
        if bureau is None:
            return None
        return Site(
            bureau=bureau,
            columns=MappingProxyType(columns),
            series=MappingProxyType(series),
            branches=MappingProxyType(branches),
            places=MappingProxyType(places),
            tags=MappingProxyType(tags),
            events=_ordered(events, lambda event: (event.begins.instant, event.id)),
            stories=_ordered(
                stories, lambda story: (story.published.instant, story.id), reverse=True
            ),
            pages=MappingProxyType(pages),
            prose=MappingProxyType(prose),
            assets=assets,
        )

    def _bureau(self) -> Bureau | None:
        path = "data/bureau.yml"
        node = self._mapping(path)
        if node is None:
            return None
        bureau = self._accept(validate(Bureau, node, path))
        if bureau:
            self.problems += bureau_problems(
                bureau, path, {key: locate(node, (key,)) for key in node.keys}
            )
        return bureau

    def _table(self, name: str, model: type[E]) -> dict[str, E]:
        """Return the entries of a file that maps ids to records."""
        self.declared[model] = set()
        path = f"data/{name}.yml"
        return dict(self._entries(path, model))

    def _series(self, columns: Mapping[str, Column]) -> dict[str, Series]:
        self.declared[Series] = set()
        found = {}
        for path in self._paths("data/series", "*.yml"):
            id = Path(path).stem
            node = self._mapping(path)
            if not self._is_id(Series, id, path, 1, 1):
                continue
            self.declared[Series].add(id)
            if node and (one := self._entry(Series, id, path, node)):
                found[id] = one
        places = list(columns)
        ordered = sorted(found.values(), key=lambda s: (_index(places, s.column), s.order, s.id))
        return {one.id: one for one in ordered}

    def _events(self) -> dict[str, Event]:
        self.declared[Event] = set()
        return {
            id: event
            for path in self._paths("data/events", "*.yml")
            if re.fullmatch(MONTH, Path(path).stem)
            for id, event in self._entries(path, Event)
        }

    def _checked_events(
        self, events: Mapping[str, Event], series: Mapping[str, Series]
    ) -> dict[str, Event]:
        models = {id: fields_model(one) for id, one in series.items()}
        checked = {}
        for id, event in events.items():
            self.problems += event_problems(event)
            checked[id] = event
            if event.series in series:
                self.problems += stage_problems(event, series[event.series])
                fields = self._accept(fields_of(event, series[event.series], models[event.series]))
                checked[id] = event.model_copy(update={"fields": fields or {}})
        return checked

    def _stories(self) -> dict[str, Story]:
        self.declared[Story] = set()
        found: dict[str, Story] = {}
        for path in self._paths("docs/stories", "**/*.md"):
            id = Path(path).stem
            document = self._document(path)
            if not self._is_id(Story, id, path, 1, 1):
                continue
            if id in self.declared[Story]:
                message = f"已有同名的故事 “{id}”，网址会分不清，请换一个文件名"
                self._report(path, 1, 1, "id-repeated", message)
            self.declared[Story].add(id)
            if document and (story := self._entry(Story, id, path, document.front)):
                found[id] = story
        return found

    def _pages(self) -> dict[str, Page]:
        found = {}
        paths = [
            path for path in self._paths("docs", "**/*.md") if not path.startswith("docs/stories/")
        ]
        for path in sorted({*paths, "docs/index.md"}):
            id = path.removeprefix("docs/").removesuffix(".md")
            document = self._document(path)
            if not self._is_id(Page, id, path, 1, 1):
                continue
            if document and (page := self._entry(Page, id, path, document.front)):
                found[id] = page
        return found

    def _prose(
        self,
        kinds: Mapping[str, Mapping[str, Linked]],
        stories: Mapping[str, Story],
        pages: Mapping[str, Page],
        assets: frozenset[str],
        texts: Callable[[], list[Prose]],
    ) -> dict[str, Prose]:
        converted = dict(zip(self.bodies, texts(), strict=True))
        entries: list[Story | Page] = [*stories.values(), *pages.values()]
        by_path = {entry.origin.path: entry for entry in entries}
        addresses = Addresses(kinds, by_path, converted, assets, self._is_broken)
        return {path: self._linked(path, prose, addresses) for path, prose in converted.items()}

    def _linked(self, path: str, prose: Prose, addresses: Addresses) -> Prose:
        def address(target: str) -> str:
            try:
                return addresses.resolve(target, path)
            except LinkError as error:
                document = self.bodies[path]
                before = document.body[: max(document.body.find(target), 0)]
                line = document.body_line + before.count("\n")
                column = len(before) - before.rfind("\n")
                self._report(path, line, column, error.code, error.message)
                return ""

        return link(prose, address)

    def _assets(self) -> Iterator[str]:
        docs = self.root / "docs"
        for file in docs.rglob("*"):
            if file.suffix != ".md" and file.is_file():
                yield file.relative_to(docs).as_posix()

    def _known(self, tags: Mapping[str, Tag]) -> Known:
        known: dict[type[Entry], frozenset[str] | None] = {
            model: None if model in self.unreadable else frozenset(ids)
            for model, ids in self.declared.items()
        }
        if known[Tag] is not None:
            has_all = len(tags) == len(self.declared[Tag])
            known[Tag] = frozenset(tag.title for tag in tags.values()) if has_all else None
        return known

    def _is_broken(self, kind: str, id: str) -> bool:
        if kind == "file":
            return (self.root / id).is_file()
        return KINDS[kind] in self.unreadable or id in self.declared[KINDS[kind]]

    def _entries(self, path: str, model: type[E]) -> Iterator[tuple[str, E]]:
        mapping = self._mapping(path)
        if mapping is None:
            self.unreadable.add(model)
            return
        for id, node in mapping.values.items():
            key = mapping.keys[id]
            if not self._is_id(model, id, path, key.line, key.column):
                continue
            if id in self.declared[model]:
                self._report(
                    path,
                    key.line,
                    key.column,
                    "id-repeated",
                    f"编号 “{id}” 在别的文件里已经用过，请换一个",
                )
            self.declared[model].add(id)
            if not isinstance(node, Node):
                message = f"“{id}”下面应当是缩进的“名称: 内容”"
                self._report(path, node.line, node.column, "type-mapping", message)
            elif entry := self._entry(model, id, path, node, (key.line, key.column)):
                yield id, entry

    def _entry(
        self, model: type[E], id: str, path: str, node: Node, at: tuple[int, int] | None = None
    ) -> E | None:
        self.records.append((model, node, path))
        line, column = at or (node.line, node.column)
        return self._accept(validate(model, node, path, Origin(id, path, line, column, node)))

    def _accept(self, result: T | list[Problem]) -> T | None:
        if isinstance(result, list):
            self.problems += result
            return None
        return result

    def _is_id(self, model: type[Entry], id: str, path: str, line: int, column: int) -> bool:
        form = {Event: EVENT_ID, Page: PAGE_ID}.get(model, SLUG)
        if re.fullmatch(form, id):
            return True
        self.unreadable.add(model)
        hint = misspelt_colon(id)
        self._report(path, line, column, "id-form", hint or f"编号 “{id}” {ID_HINTS[form]}")
        return False

    def _mapping(self, path: str) -> Node | None:
        return self._read(path, read_mapping)

    def _document(self, path: str) -> Document | None:
        document = self._read(path, read_document)
        if document:
            self.bodies[path] = document
        return document

    def _read(
        self, path: str, reader: Callable[[bytes, str], tuple[T, list[Problem]]]
    ) -> T | None:
        try:
            content, problems = reader((self.root / path).read_bytes(), path)
        except FileNotFoundError:
            self._report(path, 1, 1, "file-missing", "缺少这个文件，请从备份恢复，或照说明新建")
        except OSError:
            message = "文件打不开，请检查它是不是一个文件夹，或有没有读取的权限"
            self._report(path, 1, 1, "file-unreadable", message)
        except ReadError as error:
            self.problems += error.problems
        else:
            self.problems += problems
            return content
        return None

    def _paths(self, folder: str, pattern: str) -> list[str]:
        return sorted(
            file.relative_to(self.root).as_posix() for file in (self.root / folder).glob(pattern)
        )

    def _refuse_strange_files(self) -> None:
        """Report files of `data/` that nothing reads: their names are usually misspelt."""
        wanted = re.compile(
            rf"(?:{'|'.join(SINGLE)}|series/[^/]+|events/{MONTH})\.yml|schemas/.*|(?:.*/)?\..*"
        )
        for path in self._paths("data", "**/*"):
            name = path.removeprefix("data/")
            if (self.root / path).is_file() and not wanted.fullmatch(name):
                self.unreadable.add(Event)  # most files are of events, and this may be one
                hint = _file_hint(name)
                self._report(path, 1, 1, "file-unknown", f"这个文件不会被读取{hint}")

    def _report(self, path: str, line: int, column: int, code: str, message: str) -> None:
        self.problems.append(Problem(path, line, column, code, message))


def _file_hint(name: str) -> str:
    if name.startswith("events/"):
        return "，活动记录的文件名应是年月，例如 data/events/2023-04.yml"
    stem = name.rpartition("/")[2]
    places = [f"{single}.yml" for single in SINGLE]
    return did_you_mean(name, [*places, f"events/{stem}", f"series/{stem}"])


def _index(places: list[str], id: str) -> int:
    """Return where `id` stands; an unknown one stands last, and is reported elsewhere."""
    return places.index(id) if id in places else len(places)


def _ordered(
    entries: Mapping[str, E], key: Callable[[E], object], *, reverse: bool = False
) -> Mapping[str, E]:
    ordered: Iterable[E] = sorted(entries.values(), key=key, reverse=reverse)  # type: ignore[arg-type]
    return MappingProxyType({entry.id: entry for entry in ordered})
