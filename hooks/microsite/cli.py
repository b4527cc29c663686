"""The command line: `microsite check` and its like."""

import errno
import os
import sys
from argparse import Namespace
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from microsite.commands.command import Command, UsageError
from microsite.commands.parser import Parser
from microsite.content.masking import masked
from microsite.environment import collect_garbage_seldom

HOMES: Final = {
    "new": "new",
    "check": "check",
    "sign": "sign",
    "wechat": "wechat",
    "report": "report",
    "handbook": "handbook",
    "explain": "handbook",
    "audit": "audit",
    "links": "links",
    "changes": "changes",
    "publish": "publish",
    "rollback": "rollback",
    "releases": "rollback",
    "verify": "verify",
    "stage": "stage",
    "schemas": "schemas",
}
"""The module of every command. Only that of the wanted one is imported: all take a second."""
REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.ENOENT: "没有这个文件，或没有它所在的文件夹",
    errno.EISDIR: "这是一个文件夹，要写文件名",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "这是一个指向自己的链接",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when done, 1 when the content has problems, 2 for wrong usage."""
    _speak()
    typed = sys.argv[1:] if arguments is None else arguments
    wanted = [typed[0]] if typed and typed[0] in HOMES else HOMES
    parser = Parser("microsite", "讲好住建故事：网站工具")
    words = parser.add_subparsers(dest="command", required=True, metavar="命令", title="命令")
    for command in map(_command, wanted):
        one = words.add_parser(command.name, help=command.help, description=command.help)
        one.add_argument(
            "--root", type=Path, default=Path(), metavar="文件夹", help="项目所在的文件夹"
        )
        one.set_defaults(run=command.run, parser=one)
        command.declare(one)
    collect_garbage_seldom()
    options, unknown = parser.parse_known_args(typed)
    if unknown:
        options.parser.refuse(unknown)
    return _run(options)


def _command(name: str) -> Command:
    module = import_module(f"microsite.commands.{HOMES[name]}")
    found = (one for one in vars(module).values() if isinstance(one, Command))
    return next(one for one in found if one.name == name)


def _run(options: Namespace) -> int:
    try:
        status: int = options.run(options)
        if sys.stdout:  # there is none where it was closed
            sys.stdout.flush()
    except UsageError as error:
        sys.stderr.write(f"microsite {options.command}：{error}\n")
        return 2
    except BrokenPipeError:
        # Whoever read has seen enough; what is still to be written must not be tried at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        reason = REASONS.get(error.errno or 0, "请看磁盘和权限")
        name = masked(str(error.filename or "输出"))
        sys.stderr.write(f"文件读不出或写不进（{name}）：{reason}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return status


def _speak() -> None:
    """Let no letter stop the output: what a terminal lacks is spelt out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            is_plain = stream.encoding.lower() in {"ascii", "us-ascii", "ansi_x3.4-1968"}
            stream.reconfigure(encoding="utf-8" if is_plain else None, errors="backslashreplace")
