"""What every command must know of the project: where it is, what time it is, for whom."""

from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from microsite.commands.command import UsageError
from microsite.content.bureau import Mode
from microsite.environment import VariableError, current_minute, wanted_mode
from microsite.verdict import Verdict, verdict

FOLDERS = ("data", "docs")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with content, and the occasion on which it is judged."""

    root: Path
    now: datetime
    mode: Mode | None
    """Put in the place of the one that the bureau has written."""

    def judge(self, *, drafts: bool = False) -> Verdict:
        """Read and judge it as it is at this moment; with `drafts`, show what is not signed."""
        return verdict(self.root, self.now, self.mode, drafts=drafts)


def project(options: Namespace) -> Project:
    """Return the project that a command was given.

    Raises:
        UsageError: If there is none, or a variable of the environment means nothing.
    """
    root: Path = options.root
    if not root.is_dir():
        raise UsageError(f"没有 “{root}” 这个文件夹，请检查 --root")
    if not any((root / name).is_dir() for name in FOLDERS):
        raise UsageError(f"“{root}” 里没有 data 和 docs，不是网站的项目文件夹，请检查 --root")
    try:
        return Project(root, current_minute(), wanted_mode())
    except VariableError as error:
        raise UsageError(str(error)) from error
