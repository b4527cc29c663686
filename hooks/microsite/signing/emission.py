"""Values as YAML text, quoted where they must be."""

import sys
from collections.abc import Mapping
from datetime import date
from io import StringIO
from typing import TypeAlias

Entries: TypeAlias = Mapping[str, str | date | Mapping[str, str]]
"""What a signature says, in the order in which it is to be written."""


def pairs(entries: Entries) -> list[str]:
    """Return each entry as `key: value`, right inside braces and on a line of its own."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - 0.08 s, and only signing needs it

    yaml = YAML()
    yaml.default_flow_style = True
    yaml.width = sys.maxsize
    found = []
    for key, value in entries.items():
        stream = StringIO()
        yaml.dump({key: dict(value) if isinstance(value, Mapping) else value}, stream)
        found.append(stream.getvalue().strip()[1:-1])
    return found


def braces(entries: Entries) -> str:
    """Return a mapping on one line."""
    return f"{{{', '.join(pairs(entries))}}}"
