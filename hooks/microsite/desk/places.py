"""Which page of the site shows what is written where."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from microsite.content.problems import Problem
from microsite.content.values import EVENT_ID, SLUG

_STORY = re.compile(r"docs/stories/(\d{4}/[^/]+)\.md")
_PAGE = re.compile(r"docs/(?!stories/)(.+)\.md")
_SERIES = re.compile(r"data/series/([^/]+)\.yml")
_TABLE = re.compile(r"data/(?:(columns|branches|places|tags)|(events)/[^/]+)\.yml")
_KEY = re.compile(r"""["']?([^\s#"':：]+)["']?[ \t]*[:：]""")
_ID = re.compile(rf"{EVENT_ID}|{SLUG}")


def by_page(
    problems: Iterable[Problem], text_of: Callable[[str], str]
) -> Mapping[str, tuple[Problem, ...]]:
    """Return the problems of each page that shows the place they are about, by its address.

    What is about no page, or about many, is left out.

    Args:
        problems: Whatever is wrong.
        text_of: Gives the text of a file, be it sound or not.
    """
    keys: dict[str, list[tuple[int, str]]] = {}
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if _TABLE.fullmatch(problem.path) and problem.path not in keys:
            keys[problem.path] = _keys(text_of(problem.path))
        url = page_of(problem.path, problem.line, keys.get(problem.path, ()))
        if url is not None:
            found[url].append(problem)
    return {url: tuple(some) for url, some in found.items()}


def page_of(path: str, line: int, keys: Sequence[tuple[int, str]] = ()) -> str | None:
    """Return the address of the page made of a line of a file, if it is of one page alone.

    Args:
        path: Of the file, below the project.
        line: From 1.
        keys: Line and id of the records of the file, in order; no id where it can be none.
    """
    if found := _STORY.fullmatch(path):
        return f"stories/{found[1]}/"
    if found := _PAGE.fullmatch(path):
        return re.sub("(^|/)index/$", r"\1", f"{found[1]}/")
    if found := _SERIES.fullmatch(path):
        return f"series/{found[1]}/"
    if found := _TABLE.fullmatch(path):
        at = bisect_right(keys, line, key=lambda key: key[0])
        id = keys[at - 1][1] if at else ""
        return f"{found[1] or found[2]}/{id}/" if id else None
    return None


def _keys(text: str) -> list[tuple[int, str]]:
    """Return line and id of each record, told from the layout alone: the YAML may be broken."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if key := _KEY.match(line):
            found.append((number, key[1] if _ID.fullmatch(key[1]) else ""))
    return found
