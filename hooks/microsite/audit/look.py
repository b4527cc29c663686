"""One file of a built site, read once: its own faults, and what only all together can tell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from microsite.audit.built import Built
from microsite.audit.images import RASTERS, picture_fault
from microsite.audit.leaks import leak_problems
from microsite.audit.links import Anchor, Lead, Links
from microsite.audit.page import BuiltPage, parse
from microsite.audit.tags import tag_faults
from microsite.audit.traces import Traces, text_of
from microsite.content.bureau import Bureau
from microsite.content.problems import Problem

SILENT: Final = (".pagefind", ".wasm", ".woff2", ".ico")
"""Files that nobody reads, of kinds that hold no words."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one file tells."""

    path: str
    problems: tuple[Problem, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    """Places in pages that it names."""
    url: str | None = None
    """Of a page, below the root."""
    ids: frozenset[str] = frozenset()
    """Places in the page itself."""
    follows: frozenset[str] = frozenset()
    """Addresses to which readers get from it."""
    is_sought: bool = False
    """Whether readers must be able to get to it."""


@dataclass(frozen=True)
class Inspector:
    """All that one must know to judge a file."""

    built: Built
    bureau: Bureau
    links: Links
    traces: Traces

    def looks(self, paths: Iterable[str]) -> list[Look]:
        """Look at some of the files."""
        return [self._look(path) for path in paths]

    def _look(self, path: str) -> Look:
        if path.lower().endswith(RASTERS):
            fault = picture_fault(self.built.folder / path)
            return Look(path, (Problem(path, 1, 1, "audit-metadata", fault),) if fault else ())
        if path.endswith(SILENT):
            return Look(path)
        text = text_of((self.built.folder / path).read_bytes())
        if path.endswith(".html"):
            return self._page(parse(path, text), text)
        leads = self.links.of_file(path, text)
        problems = (*self._betrayals(path, text), *self.links.faults(path, leads))
        return Look(path, problems, tuple(self.links.anchors(path, leads)))

    def _page(self, page: BuiltPage, text: str) -> Look:
        leads = self.links.of_page(page)
        return Look(
            path=page.path,
            problems=(*self._betrayals(page.path, text), *self._faults(page, leads)),
            anchors=tuple(self.links.anchors(page.path, leads)),
            url=page.url,
            ids=page.ids,
            follows=frozenset(
                one.address for one in leads if one.address is not None and one.reference.is_page
            ),
            is_sought=page.is_for_readers and page.is_listed,
        )

    def _faults(self, page: BuiltPage, leads: Sequence[Lead]) -> Iterator[Problem]:
        yield from self.links.faults(page.path, leads)
        for message in tag_faults(page, self.bureau):
            yield Problem(page.path, 1, 1, "audit-tag", message)
        yield from leak_problems(page, self.built)

    def _betrayals(self, path: str, text: str) -> Iterator[Problem]:
        for trace in self.traces.found_in(text):
            place = self.built.place(path, trace.text)
            yield Problem(path, *place, "audit-hidden", trace.message)
