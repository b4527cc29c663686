"""`microsite check`: all objections at once, on the line, without a build."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from microsite.commands.command import Command, UsageError
from microsite.commands.project import project
from microsite.content.layout import REQUIRED, TABLES
from microsite.content.problems import Problem
from microsite.desk.fixing import mend
from microsite.desk.machine import as_json, github, gitlab
from microsite.desk.quoting import lines_of, tidy
from microsite.desk.text import mending_text, text

OWED = frozenset({*REQUIRED, *(f"data/{table}.yml" for table in TABLES)})
"""Files that may be asked for though they are not there, which is what is wrong with them."""
MACHINES: Final[dict[str, Callable[[Sequence[Problem]], str]]] = {
    "json": as_json,
    "github": github,
    "gitlab": gitlab,
}


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("text", *MACHINES),
        default="text",
        metavar="格式",
        help="text 给人看（默认）；json、github、gitlab 给程序看",
    )
    parser.add_argument("--fix", action="store_true", help="先把能放心自动改的都改好")
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="文件",
        help="只列出这些文件或文件夹里的问题；不写就列出全部",
    )


def _run(options: Namespace) -> int:
    given = project(options)
    wanted = _selection(given.root, options.paths)
    if options.fix:
        mending = mend(given.root, given.judge, wanted)
        report = sys.stdout if options.format == "text" else sys.stderr
        print(mending_text(mending), file=report)
        judged = mending.judged
    else:
        judged = given.judge()
    problems = [problem for problem in judged.problems if wanted(problem.path)]
    if machine := MACHINES.get(options.format):
        print(machine(problems))
    else:
        lines = lines_of(given.root, judged.reading)
        print(text(problems, lines, in_colour=_has_colours()))
    return int(any(problem.level == "error" for problem in problems))


def _has_colours() -> bool:
    """Tell whether the output is a terminal that shows colours, and somebody wants them."""
    is_wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return is_wanted and sys.stdout is not None and sys.stdout.isatty()


def _selection(root: Path, paths: Sequence[Path]) -> Callable[[str], bool]:
    """Return what tells by its path whether a file was asked for."""
    names = [_name(root, path) for path in paths] or ["."]
    return lambda path: any(name in {".", path} or path.startswith(f"{name}/") for name in names)


def _name(root: Path, path: Path) -> str:
    """Return a path as problems name it; it may have been written from here or from the root."""
    for written in (path, root / path):
        name = Path(os.path.relpath(written, root)).as_posix()
        if name.split("/")[0] != ".." and (name in OWED or os.path.lexists(written)):
            return name
    raise UsageError(f"项目里没有 “{tidy(str(path))}” 这个文件")


CHECK = Command("check", "检查全部内容，指出每一处问题，不生成网站", _declare, _run)
