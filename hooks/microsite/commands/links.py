"""`microsite links`: which links to other sites lead nowhere."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from microsite.audit.built import read_built
from microsite.audit.outside import PAUSE, outside_problems
from microsite.commands.command import Command
from microsite.commands.project import project
from microsite.content.load import read_site

MOST: Final = 2000


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("site", type=Path, nargs="?", help="生成好的网站，默认是项目里的 site")
    parser.add_argument("--most", type=int, default=MOST, metavar="个", help="最多查多少个网址")
    parser.add_argument(
        "--pause", type=float, default=PAUSE, metavar="秒", help="同一网站两次查询之间等多久"
    )


def _run(options: Namespace) -> int:
    root = project(options).root
    folder: Path = options.site or root / "site"
    bureau = read_site(root).bureau
    if bureau is None or not (folder / "index.html").is_file():
        print(f"“{folder}” 里没有生成好的网站，请先运行 make site", file=sys.stderr)
        return 2
    problems = sorted(outside_problems(read_built(folder), bureau, options.most, options.pause))
    for problem in problems:
        print(problem)
    count = f"{len(problems)} 个外部链接打不开" if problems else "外部链接都能打开"
    print(f"检查了 {folder}：{count}", file=sys.stderr)
    return 0


LINKS = Command("links", "检查指向别的网站的链接（要联网，慢；只提醒，不拦发布）", _declare, _run)
"""It always ends with 0: other people's servers stop nobody from publishing."""
