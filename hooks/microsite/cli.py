"""The command line: `microsite schemas` and its like."""

import argparse
from pathlib import Path

from microsite.commands.audit import AUDIT
from microsite.commands.changes import CHANGES
from microsite.commands.links import LINKS
from microsite.commands.publish import PUBLISH, RELEASES, ROLLBACK
from microsite.commands.report import REPORT
from microsite.commands.schemas import SCHEMAS
from microsite.commands.sign import SIGN
from microsite.commands.stage import STAGE
from microsite.commands.verify import VERIFY

COMMANDS = (
    *(SIGN, REPORT, SCHEMAS),
    *(AUDIT, LINKS, CHANGES, PUBLISH, ROLLBACK, RELEASES, VERIFY, STAGE),
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when done, 1 when the content has problems, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="microsite", description="讲好住建故事：网站工具")
    words = parser.add_subparsers(dest="command", required=True, metavar="命令")
    for command in COMMANDS:
        one = words.add_parser(command.name, help=command.help)
        one.add_argument("--root", type=Path, default=Path(), help="项目所在的文件夹")
        one.set_defaults(run=command.run)
        command.declare(one)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status
