"""Pages that no reader gets to."""

from collections.abc import Iterator, Mapping, Sequence

from microsite.audit.look import Look
from microsite.content.problems import Problem


def orphans(looks: Sequence[Look]) -> Iterator[Problem]:
    """Find pages that no way of links from the home page leads to.

    What search engines are not to list, such as the reason of a withdrawal, is found from outside.
    """
    reached = _reached({look.url: look for look in looks if look.url is not None})
    for look in looks:
        if look.is_sought and look.url not in reached:
            message = "没有任何页面链接到这一页，读者走不到，请从栏目或列表链接过来"
            yield Problem(look.path, 1, 1, "audit-orphan", message)


def _reached(pages: Mapping[str, Look]) -> set[str]:
    reached: set[str] = set()
    waiting = {""}
    while waiting:
        url = waiting.pop()
        reached.add(url)
        waiting |= (pages[url].follows - reached) & pages.keys()
    return reached
