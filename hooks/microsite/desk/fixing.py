"""What a program may mend unasked, and nothing else."""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from microsite.content.problems import Fix
from microsite.content.reader import ReadError, Source, read_text
from microsite.content.review import Item, fingerprints
from microsite.rewriting import replace_file, spliced
from microsite.verdict import Verdict

Judge: TypeAlias = Callable[[], Verdict]
Fixes: TypeAlias = Mapping[str, Sequence[Fix]]
ROUNDS = 12
"""Mending one thing may bring another to light; what has no end by then is left as it was."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was changed."""

    path: str
    changes: int
    reopened: tuple[Item, ...]
    """What of it had been signed, and must be reviewed anew."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What was mended, and what is still wrong."""

    mended: tuple[Mended, ...]
    refused: tuple[str, ...]
    """Paths of files where a fix would have done harm, or could not be written."""
    judged: Verdict


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it lay there before a change."""

    place: Path
    data: bytes
    times: tuple[int, int]

    def restore(self) -> None:
        replace_file(self.place, self.data)
        os.utime(self.place, ns=self.times)


def mend(root: Path, judge: Judge, wanted: Callable[[str], bool]) -> Mending:
    """Make every safe fix in the `wanted` files, again and again until there is none.

    A file is put back as it was where it would have more errors, or could not be read any more.

    Args:
        root: Of the project that is judged.
        judge: Reads and judges the project as it is at that moment.
        wanted: Tells by its path whether a file may be changed.

    Raises:
        OSError: If a file cannot be put back.
    """
    first = judged = judge()
    originals: dict[str, _File] = {}
    changes: Counter[str] = Counter()
    refused: set[str] = set()

    def wanted_fixes() -> Fixes:
        return {p: f for p, f in _safe(judged).items() if wanted(p) and p not in refused}

    for _ in range(ROUNDS):
        if not (fixes := wanted_fixes()):
            break
        judged, kept = _attempt(root, judge, judged, fixes)
        originals = {**kept, **originals}
        refused |= fixes.keys() - kept
        changes.update({path: len(fixes[path]) for path in kept})
    if endless := wanted_fixes():
        for path in endless:
            originals[path].restore()
            del changes[path]
        refused |= endless.keys()
        judged = judge()
    reopened = _reopened(first, judged)
    mended = (Mended(path, n, reopened.get(path, ())) for path, n in sorted(changes.items()))
    return Mending(tuple(mended), tuple(sorted(refused)), judged)


def _safe(judged: Verdict) -> dict[str, list[Fix]]:
    """Return the safe fixes by path, in order, without those that touch an earlier one."""
    found: defaultdict[str, list[Fix]] = defaultdict(list)
    for path, fix in sorted((p.path, p.fix) for p in judged.problems if p.fix and p.fix.is_safe):
        if not found[path] or fix.start > found[path][-1].end:
            found[path].append(fix)
    return found


def _attempt(
    root: Path, judge: Judge, judged: Verdict, fixes: Fixes
) -> tuple[Verdict, dict[str, _File]]:
    """Make the fixes; return what is wrong now, and the changed files as they were before."""
    sources = (source for source in judged.reading.sources if source.path in fixes)
    made = ((source.path, _changed(root, source, fixes[source.path])) for source in sources)
    changed = {path: file for path, file in made if file}
    after = judge()
    while worse := _worse(judged, after, changed):
        for path in worse:
            changed.pop(path).restore()
        after = judge()
    return after, changed


def _changed(root: Path, source: Source, fixes: Sequence[Fix]) -> _File | None:
    """Make the fixes in one file; return what it was, or nothing if it must be left alone."""
    place = (root / source.path).resolve()
    if not place.is_relative_to(root.resolve()):
        return None
    try:
        state = place.stat()
        file = _File(place, place.read_bytes(), (state.st_atime_ns, state.st_mtime_ns))
        if read_text(file.data, source.path) != source.text:
            return None  # somebody has saved it since it was judged
        replace_file(place, spliced(file.data, fixes))
    except (OSError, ReadError):
        return None
    return file


def _worse(before: Verdict, after: Verdict, changed: Collection[str]) -> set[str]:
    """Return which of the `changed` files to put back; all, if some other file suffers."""
    readable = {source.path for source in after.reading.sources}
    was, now = (Counter(problem.path for problem in v.errors) for v in (before, after))
    grown = {path for path in now if now[path] > was[path]}
    guilty = {path for path in changed if path in grown or path not in readable}
    return guilty or (set(changed) if grown else set())


def _reopened(before: Verdict, after: Verdict) -> Mapping[str, tuple[Item, ...]]:
    """Return by path what has been signed, and is not any more what was signed."""
    found: defaultdict[str, tuple[Item, ...]] = defaultdict(tuple)
    was, now = fingerprints(before.reading), fingerprints(after.reading)
    for item in after.reading.items:
        if item.review and now[item.url] != was.get(item.url):
            found[item.origin.path] += (item,)
    return found
