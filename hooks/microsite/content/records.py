"""The files of a project to records.

Reading goes on after a problem, so that all of them come to light.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from microsite.content.bureau import Bureau
from microsite.content.consistency import Known
from microsite.content.entry import Entry, Origin
from microsite.content.layout import (
    EVENTS,
    FOREIGN,
    MONTH,
    REQUIRED,
    SERIES,
    STORIES,
    strange_data,
    strange_texts,
)
from microsite.content.model import Event, Page, Series, Story, Tag
from microsite.content.nodes import Mapping as Node
from microsite.content.nodes import Scalar
from microsite.content.officials import PATH as OFFICIALS
from microsite.content.officials import Officials
from microsite.content.picture_records import FILE_NAME, PICTURES_TABLE, PictureRecord
from microsite.content.problems import Problem
from microsite.content.reader import Document, Halves, Source, halve, read_source
from microsite.content.reading_memory import ReadingMemory
from microsite.content.redirects import PATH as REDIRECTS
from microsite.content.redirects import Redirects
from microsite.content.synonyms import Synonyms
from microsite.content.syntax import misspelt_colon
from microsite.content.tree import tree
from microsite.content.validate import validate
from microsite.content.values import EVENT_ID, PAGE_ID, SLUG
from microsite.memory import Same

E = TypeVar("E", bound=Entry)
T = TypeVar("T")
C = TypeVar("C", Node, Document)

ID_HINTS = {
    SLUG: "只能用小写英文字母、数字和减号，例如 theme-day",
    PAGE_ID: "是网址的一部分，只能用小写英文字母、数字和减号，例如 about",
    EVENT_ID: "应是 8 位日期加英文或拼音，例如 20230421-theme-day-property",
}

FORMS: dict[type[Entry], str] = {Event: EVENT_ID, Page: PAGE_ID, PictureRecord: FILE_NAME}
"""Of ids that are no slugs."""


class Records:
    """What the files below `root` hold, and what is wrong with it."""

    def __init__(self, root: Path, memory: ReadingMemory | None = None) -> None:
        self.root = root
        self._root = f"{root}{os.sep}"
        self.memory = memory or ReadingMemory()
        self._tree = tree(root, ("data", "docs"))
        self._written = [path for path in self._tree.all if not FOREIGN.search(path)]
        """By editors; hidden files and those of other programs are not."""
        self._declared: dict[type[Entry], set[str]] = {}
        self._unreadable: set[type[Entry]] = set()
        self._titles: dict[tuple[type[Entry], str], str] = {}
        self.problems: list[Problem] = []
        self.bodies: dict[str, Document] = {}
        """Stories and pages by path."""
        self.sources: list[Source] = []
        """Every file that could be read as what it should be."""
        self.origins: list[tuple[type[Entry], Origin]] = []
        """Of every record that is a mapping, whatever else may be wrong with it."""
        self.broken: list[tuple[type[Entry], Origin]] = []
        """Of those that do not fit their model."""
        self.misnamed: list[Entry] = []
        """Those that are sound but for their id."""
        self._data: dict[str, bytes] = {}
        self._halves: dict[tuple[str, bytes], Halves | tuple[Problem, ...]] = {}
        """Of files that have been opened and are still to be read."""

    def bodies_ahead(self) -> list[str]:
        """Return the Markdown of new texts, before their front matter is read."""
        for path in self._paths("docs/", ".md"):
            with suppress(OSError):  # `_read` will tell
                self._data[path] = self._bytes(path)
        new = self.memory.sources.unknown(self._data.items())
        self._halves = {(path, data): halve(path, data) for path, data in new}
        return [halves.body for halves in self._halves.values() if isinstance(halves, Halves)]

    def bureau(self) -> Bureau | None:
        """Return the bureau."""
        return self._single("bureau", Bureau)

    def synonyms(self) -> Synonyms | None:
        """Return what the search takes for the same."""
        return self._single("synonyms", Synonyms)

    def officials(self) -> Officials | None:
        """Return the officials, if the bureau keeps a list of them here."""
        return self._optional(OFFICIALS, Officials)

    def redirects(self) -> Redirects | None:
        """Return where old addresses lead, if there are any."""
        return self._optional(REDIRECTS, Redirects)

    def table(self, name: str, model: type[E]) -> dict[str, E]:
        """Return the entries of a file that maps ids to records."""
        self._declared[model] = set()
        return dict(self._entries(f"data/{name}.yml", model))

    def pictures(self) -> dict[str, PictureRecord]:
        """Return what is known of pictures; a project without any needs no file of them."""
        self._declared[PictureRecord] = set()
        is_there = (self.root / PICTURES_TABLE).exists()
        return dict(self._entries(PICTURES_TABLE, PictureRecord)) if is_there else {}

    def series(self) -> dict[str, Series]:
        """Return the series, each a file of its own."""
        self._declared[Series] = set()
        found = {}
        for path in self._paths(SERIES, ".yml", is_deep=False):
            id = _stem(path)
            node = self._read(path, Node)
            one = self._entry(Series, id, path, node) if node else None
            if not self._is_id(Series, id, path, 1, 1):
                continue
            self._declared[Series].add(id)
            if one:
                found[id] = one
        return found

    def events(self) -> dict[str, Event]:
        """Return the events of all months, and report files of `data/` that nothing reads."""
        self._declared[Event] = set()
        strange = list(strange_data(filter(self._tree.is_file, self._paths("data/", ""))))
        if strange:
            self._unreadable.add(Event)  # most files are of events, and these may be some
        self.problems += strange
        return {
            id: event
            for path in self._paths(EVENTS, ".yml", is_deep=False)
            if re.fullmatch(MONTH, _stem(path))
            for id, event in self._entries(path, Event)
        }

    def stories(self) -> dict[str, Story]:
        """Return the stories of all years."""
        self._declared[Story] = set()
        found: dict[str, Story] = {}
        for path in self._paths(STORIES, ".md"):
            id = _stem(path)
            document = self._document(path)
            story = self._entry(Story, id, path, document.front) if document else None
            if not self._is_id(Story, id, path, 1, 1):
                self.misnamed += [story] if story else []
                continue
            if id in self._declared[Story]:
                message = f"已有同名的故事 “{id}”，网址会分不清，请换一个文件名"
                self.report(path, 1, 1, "id-repeated", message)
            self._declared[Story].add(id)
            if story:
                found[id] = story
        return found

    def pages(self) -> dict[str, Page]:
        """Return the written pages; report files of `docs/` that are neither pages nor assets."""
        found: dict[str, Page] = {}
        self.problems += strange_texts(filter(self._tree.is_file, self._paths("docs/", "")))
        for path in sorted({*REQUIRED, *self._paths("docs/", ".md")}):
            if path.startswith(STORIES):
                continue
            id = path.removeprefix("docs/").removesuffix(".md")
            document = self._document(path)
            page = self._entry(Page, id, path, document.front) if document else None
            if self._is_id(Page, id, path, 1, 1) and page:
                if other := next((p for p in found.values() if p.url == page.url), None):
                    message = f"和 “{other.origin.path}” 的网址相同，请只留一个"
                    self.report(path, 1, 1, "address-taken", message)
                found[id] = page
        return found

    def assets(self) -> frozenset[str]:
        """Return the paths below `docs/` of every file that is not Markdown."""
        docs = (path for path in self._tree.files if path.startswith("docs/"))
        return frozenset(path.removeprefix("docs/") for path in docs if not path.endswith(".md"))

    def known(self, tags: Mapping[str, Tag]) -> Known:
        """Return what may be referred to, once everything has been read."""
        known: dict[type[Entry], Mapping[str, str] | None] = {
            model: {id: self._titles.get((model, id), id) for id in ids}
            for model, ids in self._declared.items()
        }
        has_all_tags = len(tags) == len(self._declared[Tag])
        known[Tag] = {tag.title: tag.title for tag in tags.values()} if has_all_tags else None
        known |= dict.fromkeys(self._unreadable)
        return known

    def is_broken(self, model: type[Entry] | None, id: str) -> bool:
        """Tell whether `id`, or without a model the file of that path, is there but of no use."""
        if model is None:
            return (self.root / id).is_file()
        return model in self._unreadable or id in self._declared[model]

    def accept(self, result: T | list[Problem]) -> T | None:
        """Return what is not a list of problems; keep the problems."""
        if isinstance(result, list):
            self.problems += result
            return None
        return result

    def report(self, path: str, line: int, column: int, code: str, message: str) -> None:
        """Keep a problem."""
        self.problems.append(Problem(path, line, column, code, message))

    def _entries(self, path: str, model: type[E]) -> Iterator[tuple[str, E]]:
        mapping = self._read(path, Node)
        if mapping is None:
            self._unreadable.add(model)
            return
        for id, node in mapping.values.items():
            key = mapping.keys[id]
            at = (key.line, key.column)
            entry = self._entry(model, id, path, node, at) if isinstance(node, Node) else None
            if not self._is_id(model, id, path, *at):
                self.misnamed += [entry] if entry else []
                continue
            if id in self._declared[model]:
                message = f"编号 “{id}” 在别的文件里已经用过，请换一个"
                self.report(path, *at, "id-repeated", message)
            self._declared[model].add(id)
            if not isinstance(node, Node):
                message = f"“{id}”下面应当是缩进的“名称: 内容”"
                self.report(path, node.line, node.column, "type-mapping", message)
            elif entry:
                yield id, entry

    def _single(self, name: str, model: type[E]) -> E | None:
        """Return the one entry of a file that holds no other."""
        path = f"data/{name}.yml"
        node = self._read(path, Node)
        if node is None:
            return None
        origin = Origin(name, path, node.line, node.column, node)
        return self.accept(validate(model, node, path, origin))

    def _optional(self, path: str, model: type[E]) -> E | None:
        is_there = (self.root / path).is_file()
        return self._single(_stem(path), model) if is_there else None

    def _entry(
        self, model: type[E], id: str, path: str, node: Node, at: tuple[int, int] | None = None
    ) -> E | None:
        if isinstance(title := node.values.get("title"), Scalar):
            self._titles[model, id] = title.value
        line, column = at or (node.line, node.column)
        origin = Origin(id, path, line, column, node)
        self.origins.append((model, origin))
        work = partial(validate, model, node, path, origin)
        result = self.memory.entries.of((model, Same(node), id, line), work)
        assert isinstance(result, model | list)
        if isinstance(result, list):
            self.broken.append((model, origin))
        return self.accept(result)

    def _is_id(self, model: type[Entry], id: str, path: str, line: int, column: int) -> bool:
        form = FORMS.get(model, SLUG)
        if re.fullmatch(form, id):
            return True
        self._unreadable.add(model)
        hint = misspelt_colon(id)
        self.report(path, line, column, "id-form", hint or f"编号 “{id}” {ID_HINTS[form]}")
        return False

    def _document(self, path: str) -> Document | None:
        if document := self._read(path, Document):
            self.bodies[path] = document
        return document

    def _read(self, path: str, kind: type[C]) -> C | None:
        try:
            data = self._data.pop(path) if path in self._data else self._bytes(path)
        except FileNotFoundError:
            self.report(path, 1, 1, "file-missing", "缺少这个文件，请从备份恢复，或照说明新建")
            return None
        except OSError:
            message = "文件打不开，请检查它是不是一个文件夹，或有没有读取的权限"
            self.report(path, 1, 1, "file-unreadable", message)
            return None
        source, problems = self.memory.sources.of((path, data), partial(self._source, path, data))
        self.problems += problems
        if source is None:
            return None
        self.sources.append(source)
        assert isinstance(source.content, kind)  # as its name says
        return source.content

    def _source(self, path: str, data: bytes) -> tuple[Source | None, tuple[Problem, ...]]:
        key = path, data
        halves = self._halves.pop(key) if key in self._halves else halve(path, data)
        return read_source(path, halves) if isinstance(halves, Halves) else (None, halves)

    def _bytes(self, path: str) -> bytes:
        if path in self._tree.others:  # one of these would never come to an end
            raise IsADirectoryError
        with open(f"{self._root}{path}", "rb") as file:  # noqa: PTH123 - of thousands of files
            return file.read()

    def _paths(self, folder: str, suffix: str, *, is_deep: bool = True) -> list[str]:
        return [
            path
            for path in self._written
            if path.startswith(folder) and path.endswith(suffix)
            if is_deep or "/" not in path[len(folder) :]
        ]


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]
