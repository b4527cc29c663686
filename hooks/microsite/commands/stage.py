"""`microsite stage`: the way out to another generator."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from microsite.commands.command import Command
from microsite.commands.project import project
from microsite.content.load import read_site
from microsite.publish.stage import stage


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("target", type=Path, metavar="文件夹", help="写到哪里，须是空的或还没有")
    parser.add_argument(
        "--site", type=Path, metavar="文件夹", help="生成好的网站，默认是项目里的 site"
    )


def _run(options: Namespace) -> int:
    root = project(options).root
    folder: Path = options.site or root / "site"
    target: Path = options.target
    bureau = read_site(root).bureau
    if bureau is None or not (folder / "index.html").is_file():
        print(f"“{folder}” 里没有生成好的网站，请先运行 make site", file=sys.stderr)
        return 2
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        print(f"“{target}” 里已有东西，没有写，请换一个空文件夹", file=sys.stderr)
        return 2
    count = stage(folder, target, bureau)
    print(f"写了 {count} 个文件到 {target}，在那里运行 mkdocs build 就能生成")
    return 0


STAGE = Command("stage", "把生成好的网站写成普通的 Markdown，供别的生成器使用", _declare, _run)
