"""Every audit of a built site."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from microsite.audit.addresses import vanished
from microsite.audit.built import Built, read_built
from microsite.audit.files import file_problems, withheld
from microsite.audit.images import image_problems
from microsite.audit.leaks import leak_problems
from microsite.audit.links import Links, orphans
from microsite.audit.tags import tag_problems
from microsite.audit.traces import trace_problems
from microsite.audit.weight import weight_problems
from microsite.content.bureau import Bureau
from microsite.content.load import Reading
from microsite.content.problems import Problem
from microsite.content.review import State


def audit(
    folder: Path,
    reading: Reading,
    states: Mapping[str, State],
    published: Iterable[str] = (),
) -> tuple[Problem, ...]:
    """Return all that is wrong with the site in `folder`; paths are below it.

    Args:
        folder: Of a finished build.
        reading: The content it was built from.
        states: How every story and event of it stands, by its address.
        published: Addresses below the root that readers may have kept.
    """
    built = read_built(folder)
    hidden = withheld(reading, states)
    found = [*trace_problems(built, reading, states), *file_problems(built, hidden)]
    found += vanished(built, (address for address in published if address not in hidden))
    if reading.bureau is not None:
        found += _on_pages(built, reading.bureau)
    return tuple(sorted(set(found)))


def _on_pages(built: Built, bureau: Bureau) -> Iterator[Problem]:
    if "" not in built.page_at:
        yield Problem("index.html", 1, 1, "audit-empty", "这里没有首页，不是一个生成好的网站")
        return
    links = Links(built, bureau.site_url)
    yield from links.problems()
    yield from orphans(built, links)
    yield from tag_problems(built, bureau)
    yield from leak_problems(built)
    yield from weight_problems(built)
    yield from image_problems(built)
