"""What an editor has allowed with a reason is no problem; an idle allowance is one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate

from microsite.content.allowances import Allowance, allowances
from microsite.content.problems import Problem, did_you_mean
from microsite.content.reader import Document, Source


def excused(
    problems: Iterable[Problem], sources: Iterable[Source], known: Collection[str]
) -> Iterator[Problem]:
    """Return the problems without those that are allowed, and those of the allowances.

    Args:
        problems: Of any files.
        sources: The files in which allowances may stand.
        known: The codes that may be allowed.
    """
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.path].append(problem)
    for source in sources:
        if allowed := tuple(allowances(source.text, _body(source))):
            yield from _weighed(source, found.pop(source.path, []), allowed, known)
    for rest in found.values():
        yield from rest


def _body(source: Source) -> int:
    """Return where the Markdown begins; the end of the text, if there is none."""
    content, length = source.content, len(source.text)
    return length - len(content.body) if isinstance(content, Document) else length


def _weighed(
    source: Source,
    problems: Iterable[Problem],
    allowed: tuple[Allowance, ...],
    known: Collection[str],
) -> Iterator[Problem]:
    lines = [0, *accumulate(len(line) + 1 for line in source.text.split("\n"))]
    used: set[tuple[Allowance, str]] = set()
    for problem in problems:
        at = lines[problem.line - 1] + problem.column - 1
        covering = (one for one in allowed if one.start <= at < one.end)
        excuses = {(one, problem.code) for one in covering if problem.code in one.codes}
        used |= excuses
        if not excuses or problem.code not in known:
            yield problem
    for one in allowed:
        yield from _idle(source, one, known, used)


def _idle(
    source: Source, one: Allowance, known: Collection[str], used: set[tuple[Allowance, str]]
) -> Iterator[Problem]:
    line = source.text.count("\n", 0, one.at) + 1
    at = (source.path, line, one.at - source.text.rfind("\n", 0, one.at))
    if not one.reason:
        message = "允许例外要写明理由，写成“允许 编号：理由”"
        yield Problem(*at, "allow-reason", message)
    for code in one.codes:
        if code not in known:
            message = f"没有可以允许的规则编号 “{code}”{did_you_mean(code, known)}"
            yield Problem(*at, "allow-unknown", message)
        elif (one, code) not in used:
            message = f"这里没有 “{code}” 的问题，请删去这条“允许”"
            yield Problem(*at, "allow-unused", message)
