"""A machine on which releases lie: this one, or another that is reached by ssh.

Both understand the same shell scripts and the same rsync, so there is one way to publish.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import Final

PATIENCE: Final = 600
"""Seconds to wait for another who is publishing."""
LOCKED: Final = "locked"
SSH_FAILED: Final = 255
SSH: Final = (
    *("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=20"),
    *("-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"),
)
"""How to reach another machine: nobody is asked, and a line that is dead is given up."""


def ssh(settings: Path | None) -> tuple[str, ...]:
    """Return the command that reaches another machine, by the `settings` if there are any."""
    return (*SSH, "-F", str(settings)) if settings else SSH


class PlaceError(RuntimeError):
    """Publishing failed, and what is online is as it was; the message is for the publisher."""

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        """What the machine said itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with `releases/` and `current` in it."""

    folder: str
    """Absolute."""
    host: str | None = None
    """As ssh understands it; `None` for this machine."""
    shell: tuple[str, ...] = SSH

    def __str__(self) -> str:
        return f"{self.host}:{self.folder}" if self.host else self.folder

    def command(self, script: str) -> list[str]:
        """Return the command that runs `script` in the folder there."""
        whole = f"set -eu; cd {quote(self.folder)}; {script}"
        return [*self.shell, self.host, whole] if self.host else ["sh", "-c", whole]

    def run(self, script: str, given: str = "") -> str:
        """Return what `script` prints when run in the folder.

        Raises:
            PlaceError: If it fails, or the machine cannot be reached.
        """
        return _run(self.command(script), given, str(self))

    def prepare(self) -> None:
        """Make the folder, if it is not there yet."""
        script = f"mkdir -p {quote(self.folder)}/releases"
        command = [*self.shell, self.host, script] if self.host else ["sh", "-c", script]
        _run(command, "", str(self))

    def send(self, source: Path, release: str, links: list[str]) -> str:
        """Copy `source` to the folder `release`, with hard links to files in the folders `links`.

        Returns what rsync tells of how much there was to do.
        """
        command = ["rsync", "--recursive", "--links", "--checksum", "--stats", "--chmod=D755,F644"]
        command += ["--no-human-readable"]
        command += [f"--link-dest={self.folder}/{link}" for link in links]
        if self.host:
            command += ["--compress", "--rsh", " ".join(map(quote, self.shell))]
        target = f"{self.host}:" if self.host else ""
        return _run([*command, f"{source}/", f"{target}{self.folder}/{release}/"], "", str(self))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let nobody else publish here meanwhile; the lock ends with this process.

        Raises:
            PlaceError: If another is still publishing after `PATIENCE` seconds.
        """
        script = f"exec 9>.lock; flock -w {PATIENCE} 9; echo {LOCKED}; cat >/dev/null"
        with subprocess.Popen(
            self.command(script), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as holder:
            assert holder.stdin is not None
            assert holder.stdout is not None
            if holder.stdout.readline().strip() != LOCKED:
                raise PlaceError(f"“{self}” 正在被另一次发布占用，请稍后再试")
            try:
                yield
            finally:
                holder.stdin.close()


def _run(command: list[str], given: str, place: str) -> str:
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise PlaceError(f"缺少 {command[0]}，请先安装：apt-get install {command[0]}") from error
    if done.returncode:
        reason = _reason(done.returncode, done.stderr.splitlines())
        raise PlaceError(f"“{place}” 上没有做成，线上的网站没有动：{reason}", reason)
    return done.stdout


def _reason(code: int, lines: list[str]) -> str:
    """Return the line that says why: programs begin with it, ssh ends with it."""
    told = [line for line in lines if not line.startswith("Warning")] or [f"退出码 {code}"]
    return told[-1 if code == SSH_FAILED else 0]
