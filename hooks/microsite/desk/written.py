"""Everything that editors have written as a story or an event, sound or not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from microsite.content.layout import EVENTS, STORIES
from microsite.content.masking import masked
from microsite.content.nodes import Mapping, Scalar, is_null
from microsite.content.problems import Problem
from microsite.content.review import Item
from microsite.content.typed import Typed, shared_out, typed
from microsite.verdict import Verdict

Kind = Literal["故事", "活动"]


@dataclass(frozen=True, slots=True)
class Written:
    """A story, an event, or a file of such that cannot be read."""

    kind: Kind
    id: str
    title: str
    """Ready to be shown; its id or its file if there is none."""
    path: str
    line: int
    item: Item | None
    """The record, if it is sound in itself."""
    errors: tuple[Problem, ...]
    """On its own lines."""


def written(verdict: Verdict, only: str | None = None) -> Iterator[Written]:
    """Return every story and event, in the order of the files.

    Args:
        verdict: On the project.
        only: Path of the one file to look at.
    """
    folders = (STORIES, EVENTS) if only is None else (only,)
    errors: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in verdict.errors:
        errors[problem.path].append(problem)
    reading = verdict.reading
    items = {(item.origin.path, item.id): item for item in reading.items}
    sources = (source for source in reading.sources if source.path.startswith(folders))
    read = {source.path: [*typed(source)] for source in sources}
    for path in sorted(path for path in {*read, *errors} if path.startswith(folders)):
        own, all = errors[path], read.get(path, [])
        if own and not all:
            yield _unreadable(path, own)
        for one, found in zip(all, shared_out(all, own), strict=True):
            item = items.get((path, one.id))
            yield Written(_kind(path), one.id, _title(one), path, one.line, item, tuple(found))


def shown(text: str) -> str:
    """Return words of content as they may be shown: every title, reason and note comes by here."""
    return masked(" ".join(text.split()))


def _kind(path: str) -> Kind:
    return "活动" if path.startswith(EVENTS) else "故事"


def _unreadable(path: str, errors: Sequence[Problem]) -> Written:
    id = PurePosixPath(path).stem
    return Written(_kind(path), id, shown(path), path, 1, None, tuple(errors))


def _title(one: Typed) -> str:
    title = one.record.values.get("title") if isinstance(one.record, Mapping) else None
    return shown(title.value if isinstance(title, Scalar) and not is_null(title) else one.id)
