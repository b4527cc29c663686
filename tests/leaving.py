"""ProperDocs, MkDocs 1.6 kept alive by others, must build the same site: `make properdocs`."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from build_site import ROOT

GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


def differing(one: Path, other: Path) -> list[str]:
    """Return the files in which two sites differ, but for who is said to have made them."""
    return sorted(
        {path for path in paths(one) | paths(other) if not same(one / path, other / path)}
    )


def paths(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


def same(one: Path, other: Path) -> bool:
    if not (one.is_file() and other.is_file()):
        return False
    return GENERATOR.sub(b"", one.read_bytes()) == GENERATOR.sub(b"", other.read_bytes())


def build(python: str, program: str, target: Path, epoch: int) -> None:
    command = [python, "-m", program, "build", "--strict", "--quiet"]
    command += ["--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", str(target)]
    variables = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=variables, check=True)


def main(python: str) -> int:
    """Build with both, ProperDocs being in the environment of `python`, and compare."""
    epoch = int(time.time())
    with TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "mkdocs", Path(folder) / "properdocs"
        build(sys.executable, "mkdocs", ours, epoch)
        build(python, "properdocs", theirs, epoch)
        found, count = differing(ours, theirs), len(paths(ours))
    print("\n".join(found) or f"ProperDocs builds the same {count} files as MkDocs")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
