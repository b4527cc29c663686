"""`microsite audit`: what is wrong with a built site."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from microsite.audit.addresses import lasting, read_published
from microsite.audit.all import audit
from microsite.audit.page import address_of
from microsite.commands.command import Command
from microsite.commands.project import project
from microsite.commands.since import files_before


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("site", type=Path, nargs="?", help="生成好的网站，默认是项目里的 site")
    parser.add_argument(
        "--since", metavar="网址或文件夹", help="这个旧网站的网址，也一个都不能消失"
    )


def _run(options: Namespace) -> int:
    given = project(options)
    folder: Path = options.site or given.root / "site"
    if not (folder / "index.html").is_file():
        print(f"“{folder}” 里没有生成好的网站，请先运行 make site", file=sys.stderr)
        return 2
    judged = given.judge()
    before = files_before(options.since) if options.since else ()
    known = {*read_published(given.root), *lasting(map(address_of, before))}
    problems = audit(folder, judged.reading, judged.occasion.states, known)
    for problem in problems:
        print(problem)
    count = f"发现 {len(problems)} 处问题" if problems else "没有发现问题"
    print(f"检查了 {folder}：{count}", file=sys.stderr)
    return 1 if problems else 0


AUDIT = Command(
    "audit", "检查生成好的网站：断链、标签、泄露、体积、拍摄信息、消失的网址", _declare, _run
)
