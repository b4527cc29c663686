"""The site as another commit makes it, to compare with."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from microsite.publish.prepare import build

BROUGHT: Final = ("node_modules", ".cache")
"""What is not in Git and saves time."""
FATAL: Final = "fatal: "
MISSING: Final = 1
"""How `git rev-parse --verify --quiet` ends if there is no such commit."""


class BaseError(RuntimeError):
    """There is nothing to compare with; the message says why."""


@contextmanager
def built_of(commit: str, root: Path, now: datetime) -> Iterator[Path]:
    """Give the folder of the site that a commit of the project below `root` makes.

    It is built by its own program, in a work tree of its own which is gone afterwards.

    Raises:
        BaseError: If there is no such commit, Git fails, or it makes no site.
    """
    with TemporaryDirectory(prefix="microsite-") as parent:
        tree, site = Path(parent) / "tree", Path(parent) / "site"
        _find(root, commit)
        _git(root, "worktree", "add", "--quiet", "--detach", str(tree), commit)
        try:
            project = tree / _git(root, "rev-parse", "--show-prefix")
            for name in BROUGHT:
                if (root / name).is_dir() and not (project / name).exists():
                    (project / name).symlink_to((root / name).resolve())
            if not build(project, site, now):
                raise BaseError(f"提交 {commit} 生成不了网站")
            yield site
        finally:
            _git(root, "worktree", "remove", "--force", str(tree))


def _find(root: Path, commit: str) -> None:
    done = _run(root, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
    if done.returncode == MISSING:
        raise BaseError(f"Git 里没有提交 {commit}，或没有取来")


def _git(root: Path, *words: str) -> str:
    done = _run(root, *words)
    if done.returncode:
        lines = done.stderr.splitlines()
        fatal = (line.removeprefix(FATAL) for line in lines if line.startswith(FATAL))
        reason = next(fatal, f"退出码 {done.returncode}")
        raise BaseError(f"Git 没有做成（git {' '.join(words[:2])}）：{reason}")
    return done.stdout.strip()


def _run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command, variables = ["git", "-C", str(root), *words], {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        return subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise BaseError("没有 Git") from error
