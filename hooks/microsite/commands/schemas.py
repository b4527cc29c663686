"""`microsite schemas`: what lets an editor's program complete and explain keys."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from microsite.commands.command import Command
from microsite.commands.project import project
from microsite.content.load import load_site
from microsite.content.problems import ContentError
from microsite.outputs.schemas import schema_files

FOLDER = Path("data/schemas")


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


def _declare(_parser: ArgumentParser) -> None:
    pass


def _run(options: Namespace) -> int:
    try:
        write_schemas(project(options).root)
    except ContentError as error:
        print(f"内容有 {len(error.problems)} 处需要修改：\n{error}", file=sys.stderr)
        return 1
    return 0


SCHEMAS = Command("schemas", "生成编辑器补全和提示用的 JSON Schema", _declare, _run)
