"""Every audit of a built site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from microsite.audit.addresses import vanished
from microsite.audit.built import read_built
from microsite.audit.files import file_problems, withheld
from microsite.audit.links import Links
from microsite.audit.look import Inspector, Look
from microsite.audit.orphans import orphans
from microsite.audit.traces import traces
from microsite.audit.weight import weight_problems
from microsite.content.load import Reading
from microsite.content.problems import Problem
from microsite.content.review import State
from microsite.workers import spread

WORTH_A_PROCESS = 200
"""Files that take longer to read than a process takes to start."""


def audit(
    folder: Path,
    reading: Reading,
    states: Mapping[str, State],
    published: Iterable[str] = (),
    late: Callable[[], Iterable[str]] = tuple,
) -> tuple[Problem, ...]:
    """Return all that is wrong with the site in `folder`; paths are below it.

    Args:
        folder: Of a finished build.
        reading: The content it was built from.
        states: How every story and event of it stands, by its address.
        published: Addresses below the root that readers may have kept.
        late: Waits for files that are still being made, puts them into the folder, and returns
            their paths; is called when all others have been looked at. No other file names them.
    """
    built = read_built(folder)
    hidden = withheld(reading, states)
    found = [*file_problems(built, hidden)]
    found += vanished(built, (address for address in published if address not in hidden))
    if reading.bureau is not None:
        links = Links(built, reading.bureau.site_url)
        inspector = Inspector(built, reading.bureau, links, traces(reading, states))
        found += _faults(inspector, late)
    return tuple(sorted(set(found)))


def _faults(inspector: Inspector, late: Callable[[], Iterable[str]]) -> Iterator[Problem]:
    built = inspector.built
    if "" not in built.addresses:
        yield Problem("index.html", 1, 1, "audit-empty", "这里没有首页，不是一个生成好的网站")
        return
    looks = _looks(inspector, built.files)
    if added := {path: (built.folder / path).stat().st_size for path in late()}:
        whole = replace(built, files={**built.files, **added})
        links = Links(whole, inspector.bureau.site_url)
        looks += _looks(replace(inspector, built=whole, links=links), added)
    yield from chain.from_iterable(look.problems for look in looks)
    ids = {look.url: look.ids for look in looks if look.url is not None}
    yield from inspector.links.lost(chain.from_iterable(look.anchors for look in looks), ids)
    yield from orphans(looks)
    yield from weight_problems(built)


def _looks(inspector: Inspector, files: Mapping[str, int]) -> list[Look]:
    return spread(inspector.looks, [*files], WORTH_A_PROCESS, files.__getitem__)()
