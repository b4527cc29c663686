"""Problems for whoever reads them in a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from microsite.content.problems import Level, Problem
from microsite.desk.fixing import Mended, Mending
from microsite.desk.quoting import Lines, quoted, secret_lines, tidy

LEVELS: Final[dict[Level, str]] = {"error": "错误", "warning": "警告", "notice": "提醒"}
COLOURS: Final[dict[Level, int]] = {"error": 31, "warning": 33, "notice": 36}
LINE_END = "⏎"
INDENT = "    "


def text(problems: Sequence[Problem], lines: Lines, *, in_colour: bool = False) -> str:
    """Return the problems by file, each with its line and what to type instead, and their number.

    Args:
        problems: In order.
        lines: Tells what stands in the files.
        in_colour: Whether the terminal understands ANSI colours.
    """
    secret = secret_lines(problems)
    blocks = []
    for path, found in groupby(problems, lambda problem: problem.path):
        typed = lines(path)
        told = (_told(one, typed, secret, in_colour=in_colour) for one in found)
        blocks.append("\n".join(line for part in told for line in part))
    return "\n\n".join((*blocks, summary(problems)))


def summary(problems: Sequence[Problem]) -> str:
    """Return how many problems of each level there are, in one line."""
    if not problems:
        return "没有问题"
    numbers = Counter(problem.level for problem in problems)
    said = "，".join(f"{numbers[level]} 处{name}" for level, name in LEVELS.items())
    fixable = sum(1 for problem in problems if problem.fix and problem.fix.is_safe)
    return said + (f"；其中 {fixable} 处加上 --fix 可以自动改" if fixable else "")


def suggested(problem: Problem) -> str:
    """Return what to type instead, in one line; nothing, if only the editor can know."""
    if problem.fix and not problem.fix.text:
        return "删去"
    said = problem.suggestion.replace("\n", LINE_END)
    return tidy(said if said == said.strip() else f"“{said}”")


def mending_text(mending: Mending) -> str:
    """Return what was changed in which files, and what must be reviewed anew because of it."""
    said = [f"{tidy(one.path)}: 改了 {one.changes} 处{_reopened(one)}" for one in mending.mended]
    said += [
        f"{tidy(path)}: 没有自动改，改了会出新的问题，或文件写不进去，请手工修改"
        for path in mending.refused
    ]
    return "\n".join(said) + "\n" if said else "没有可以自动改的地方\n"


def _reopened(mended: Mended) -> str:
    titles = "、".join(f"“{tidy(item.title)}”" for item in mended.reopened)
    return f"。已改，需重新审核：{titles}" if titles else ""


def _told(
    problem: Problem,
    typed: Sequence[str],
    secret: frozenset[tuple[str, int]],
    *,
    in_colour: bool,
) -> Iterator[str]:
    level = LEVELS[problem.level]
    if in_colour:
        level = f"\x1b[{COLOURS[problem.level]}m{level}\x1b[0m"
    place = f"{tidy(problem.path)}:{problem.line}:{problem.column}"
    yield f"{place}: {level} {tidy(problem.message)} [{problem.code}]"
    is_open = problem.line <= len(typed) and (problem.path, problem.line) not in secret
    if is_open and typed[problem.line - 1].strip():
        line, before = quoted(typed[problem.line - 1], problem.column)
        yield f"{INDENT}{line}"
        yield f"{INDENT}{' ' * before}^"
    if suggestion := suggested(problem):
        yield f"{INDENT}→ 建议：{suggestion}"
