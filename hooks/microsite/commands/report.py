"""`microsite report`: why something is not online, the self-inspection, and the ledger."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final

from microsite.commands.command import Command
from microsite.commands.project import project
from microsite.desk.ledger import ledger
from microsite.desk.report import Report, report, report_text
from microsite.desk.report_json import report_json
from microsite.desk.report_markdown import report_markdown

FORMATS: Final[dict[str, Callable[[Report], str]]] = {
    "text": report_text,
    "json": report_json,
    "markdown": report_markdown,
    "csv": lambda found: ledger(found.verdict),
}


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text 给人看，markdown 放在合并请求里，json 给程序，csv 是台账",
    )
    parser.add_argument("--all", action="store_true", help="text 也逐条列出已发布的")
    parser.add_argument("--ledger", type=Path, metavar="文件", help="另把台账（CSV）写到这个文件")


def _run(options: Namespace) -> int:
    judged = project(options).judge()
    found = report(judged)
    if options.ledger:
        options.ledger.write_text(ledger(judged), encoding="utf-8", newline="")
    if options.format == "text":
        print(report_text(found, all_items=options.all), end="")
    else:
        print(FORMATS[options.format](found), end="")
    return 0 if judged.reading.site else 1


REPORT = Command("report", "每篇稿件和活动的状态和原因、自查指标、台账", _declare, _run)
