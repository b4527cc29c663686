"""`microsite changes`: what readers will find different in a new build."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from microsite.commands.command import Command
from microsite.commands.project import project
from microsite.commands.since import files_before
from microsite.content.load import read_site
from microsite.environment import current_minute
from microsite.publish.base import BaseError, built_of
from microsite.publish.changes import changes, changes_markdown
from microsite.publish.manifest import digests


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("site", type=Path, nargs="?", help="新生成的网站，默认是项目里的 site")
    parser.add_argument(
        "--since",
        metavar="网址或文件夹",
        help="与哪里的网站比：文件夹、网址或清单文件；默认是 data/bureau.yml 写的网站地址",
    )
    parser.add_argument(
        "--base", metavar="提交", help="与这个提交生成的网站比；没有取来的，就照 --since 比"
    )
    parser.add_argument("--status", action="store_true", help="有变化时以 1 结束，供程序用")


def _run(options: Namespace) -> int:
    folder: Path = options.site or project(options).root / "site"
    if not (folder / "index.html").is_file():
        print(f"“{folder}” 里没有生成好的网站，请先运行 make site", file=sys.stderr)
        return 2
    before = _of_base(options) if options.base else None
    if before is None:
        since = options.since or _online(project(options).root)
        if since is None:
            print("data/bureau.yml 里读不出网站地址，请用 --since 写明与哪里比", file=sys.stderr)
            return 2
        before = files_before(since)
        print(f"与 {since} 相比：\n")
    found = changes(before, digests(folder), folder)
    print(changes_markdown(found), end="")
    return int(options.status and bool(found))


def _of_base(options: Namespace) -> Mapping[str, str] | None:
    """Return the digests of the site of the base; nothing, with a word, if it makes none."""
    try:
        with built_of(options.base, options.root, current_minute()) as site:
            before = digests(site)
    except BaseError as error:
        print(f"没有与提交 {options.base} 比较：{error}。\n")
        return None
    print(f"与提交 {options.base[:12]} 生成的网站相比：\n")
    return before


def _online(root: Path) -> str | None:
    bureau = read_site(root).bureau
    return bureau.site_url if bureau else None


CHANGES = Command("changes", "新生成的网站与线上的或别的提交相比，哪些页面不同", _declare, _run)
