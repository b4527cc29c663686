"""The command line, as a publisher runs it."""

import os
import subprocess
import sys
from pathlib import Path

MICROSITE = str(Path(sys.executable).parent / "microsite")


def command(*words: str, root: Path | None = None) -> list[str]:
    """Return the command that runs `microsite` with `words`."""
    return [MICROSITE, *words, *(["--root", str(root)] if root else [])]


def run(
    *words: str, root: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `microsite` to its end."""
    variables = {**os.environ, **environment}
    return subprocess.run(
        command(*words, root=root), env=variables, capture_output=True, text=True, check=False
    )
