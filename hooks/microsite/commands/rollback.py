"""`microsite rollback` and `releases`: what was online before, and is to be again."""

from argparse import ArgumentParser, Namespace

from microsite.commands.command import Command
from microsite.commands.destinations import (
    declare_destination,
    declare_reload,
    destination_of,
    held_at,
    rules_at,
    tell_server,
    told,
)
from microsite.publish import releases as placed
from microsite.publish.place import Place


def _declare(parser: ArgumentParser) -> None:
    declare_destination(parser)
    parser.add_argument("release", nargs="?", metavar="版本", help="退回哪一版，默认是前一版")
    declare_reload(parser)


def _run(options: Namespace) -> int:
    target = destination_of(options)
    before = rules_at(target)
    if isinstance(target, Place):
        name = placed.roll_back(target, options.release)
    else:
        name = target.roll_back(options.release)
    print(f"现在线上是 {name}")
    if commits := held_at(target):
        listed = "、".join(commit[:12] for commit in sorted(commits))
        print(f"退回去的提交 {listed} 不会再自动发布：请用 git revert 撤销有问题的改动并合并")
    return tell_server(target, options.reload, before)


def _list(options: Namespace) -> int:
    target = destination_of(options)
    if isinstance(target, Place):
        names, online = placed.releases(target), placed.current(target)
    else:
        names, online = target.releases(), target.current()
    for name in names:
        print(f"{'→' if name == online else ' '} {name}")
    if not names:
        print(f"“{target}” 上还没有发布过")
    return 0


ROLLBACK = Command("rollback", "退回以前发布的版本", _declare, told(_run))
RELEASES = Command("releases", "列出发布过的版本", declare_destination, told(_list))
