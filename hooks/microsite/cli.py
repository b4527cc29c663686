"""The command line: `microsite schemas`."""

import argparse
import sys
from pathlib import Path

from microsite.content.load import load_site
from microsite.content.problems import ContentError
from microsite.outputs.schemas import schema_files

FOLDER = Path("data/schemas")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when done, 1 when the content has problems, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="microsite", description="讲好住建故事：网站工具")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    schemas = commands.add_parser("schemas", help="生成编辑器补全和提示用的 JSON Schema")
    schemas.add_argument("--root", type=Path, default=Path(), help="项目所在的文件夹")
    options = parser.parse_args(arguments)
    try:
        write_schemas(options.root)
    except ContentError as error:
        print(f"内容有 {len(error.problems)} 处需要修改：\n{error}", file=sys.stderr)
        return 1
    return 0


def write_schemas(root: Path) -> None:
    """Write the schema of every kind of data file to where their first lines look for it.

    Raises:
        ContentError: If the content has problems: the schema of events depends on the series.
    """
    site = load_site(root)
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for schema in schema_files(tuple(site.series.values())):
        (folder / schema.url).write_text(schema.content, encoding="utf-8")
