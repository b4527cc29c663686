"""Files to which only hidden stories link are not there, and need not be."""

from collections.abc import Collection, Iterator, Mapping

from microsite.audit.built import Built
from microsite.content.layout import is_needed
from microsite.content.load import Reading
from microsite.content.problems import Problem
from microsite.content.review import State


def withheld(reading: Reading, states: Mapping[str, State]) -> frozenset[str]:
    """Return the addresses of the files that no text links to that is shown."""
    hidden = {one.origin.path for one in reading.stories if states[one.url] != "已发布"}
    return frozenset(
        one.path
        for one in reading.attachments
        if {use.path for use in one.uses} <= hidden and not is_needed(one.path)
    )


def file_problems(built: Built, hidden: Collection[str]) -> Iterator[Problem]:
    """Find those of the `hidden` files that are there all the same."""
    for path in sorted(built.addresses & set(hidden)):
        message = "只有没审完、没到期或已撤下的故事链接到这个文件，不能公开，这里却有它"
        yield Problem(path, 1, 1, "audit-hidden", message)
