"""An object store, which knows neither links nor renames: rclone does the work.

`live/` is what readers see; it changes in an order in which no page ever lacks what it names:
files with hashed names first, then everything else, then deletions, and the manifest last, which
says that all is done: meanwhile there is none. `releases/` holds what rolling back needs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from microsite.publish.held import HELD, held_after, refuse_held
from microsite.publish.manifest import NAME, PRECOMPRESSED, Manifest, ManifestError, parse
from microsite.publish.place import PlaceError
from microsite.publish.releases import RELEASE

LIVE: Final = "live"
SHORT: Final = "Cache-Control: public, max-age=300, must-revalidate"
FOR_EVER: Final = "Cache-Control: public, max-age=31536000, immutable"
ASSETS: Final = (
    *("/assets/cards/**", "/assets/pictures/**", "/assets/css/**", "/assets/js/**"),
    *("/search/index/fragment/**", "/search/index/index/**", "/search/index/filter/**"),
)
"""Folders in which names change with the content, as rclone is told of them."""

_ONLY_HELD: Final = ("--max-depth=1", f"--include=/{HELD}")
_MAY_MISS: Final = frozenset({"lsf", "cat", "delete"})
"""Commands to which a bucket without anything is no failure."""


@dataclass(frozen=True, slots=True)
class Store:
    """A bucket, or a folder of one, as rclone calls it: `s3:bucket/path`."""

    remote: str

    def __str__(self) -> str:
        return self.remote

    def publish(
        self, folder: Path, manifest: Manifest, release: str, keep: int, *, again: bool = False
    ) -> tuple[str, ...]:
        """Bring the site in `folder` online as `release`; return the releases that were deleted.

        With `again`, also a commit that has been taken back.

        Raises:
            PlaceError: If it cannot be done.
        """
        if not again:
            refuse_held(self.held(), manifest, str(self))
        names = self.releases()
        target = self._at(f"releases/{release}")
        copied = [f"--copy-dest={self._at(f'releases/{names[-1]}')}"] if names else []
        without = [f"--exclude=*{suffix}" for suffix in PRECOMPRESSED]
        late = [*without, f"--exclude=/{NAME}"]
        lasting = [f"--include={pattern}" for pattern in ASSETS]
        for_ever, short = (f"--header-upload={header}" for header in (FOR_EVER, SHORT))
        self._run("copy", str(folder), target, "--checksum", *copied, *lasting, for_ever)
        self._run("sync", str(folder), target, "--checksum", *copied, *late, short)
        self._run("check", str(folder), target, "--one-way", *late)
        self._run("copyto", str(folder / NAME), f"{target}/{NAME}")
        self._switch(target)
        self.lift()
        old = [*names, release][:-keep]
        for name in old:
            self._run("purge", self._at(f"releases/{name}"))
        return tuple(old)

    def roll_back(self, to: str | None = None) -> str:
        """Bring an older release online again, the one before by default; return its name.

        Where a change was broken off, the newest release counts as the one that is online.

        Raises:
            PlaceError: If there is none.
        """
        names = self.releases()
        live = self.manifest(LIVE)
        online = self.current() if live else next(reversed(names), None)
        if to is None:
            older = [name for name in names if online is None or name < online]
            to = older[-1] if older else None
        if to is None or to not in names:
            known = "、".join(names) or "一个也没有"
            raise PlaceError(f"“{self}” 上没有可以退回的版本 “{to or ''}”，现有：{known}")
        leaves = (live or self.newest()) if online and to < online else None
        commits = held_after(self.held(), leaves, self.manifest(f"releases/{to}"))
        self._run("rcat", self._at(HELD), given="\n".join(sorted(commits)))
        self._switch(self._at(f"releases/{to}"))
        return to

    def held(self) -> frozenset[str]:
        """Return the commits that have been taken back, and are not to come again."""
        return frozenset(self._run("cat", self.remote, *_ONLY_HELD).split())

    def lift(self) -> None:
        """Let every commit be published again."""
        self._run("delete", self.remote, *_ONLY_HELD)

    def releases(self) -> tuple[str, ...]:
        """Return the names of all whole releases, oldest first."""
        found = self._run("lsf", self._at("releases"), "--recursive", f"--include=/*/{NAME}")
        lines = (line.partition("/") for line in found.split())
        return tuple(
            sorted(name for name, _, rest in lines if rest == NAME and RELEASE.fullmatch(name))
        )

    def current(self) -> str | None:
        """Return the name of the release that is online, if one of those that are kept is."""
        live = self.manifest(LIVE)
        return next(
            (n for n in reversed(self.releases()) if self.manifest(f"releases/{n}") == live), None
        )

    def newest(self) -> Manifest | None:
        """Return the manifest of the newest release, if there is one."""
        names = self.releases()
        return self.manifest(f"releases/{names[-1]}") if names else None

    def manifest(self, folder: str) -> Manifest | None:
        """Return the manifest in a folder; nothing, if it has none that can be read."""
        try:
            return parse(self._run("cat", self._at(f"{folder}/{NAME}")), str(self))
        except (PlaceError, ManifestError):
            return None

    def _switch(self, source: str) -> None:
        live = self._at(LIVE)
        self._run("delete", live, "--max-depth=1", f"--include=/{NAME}")
        lasting = [f"--include={pattern}" for pattern in ASSETS]
        self._run("copy", source, live, "--checksum", *lasting)
        late = f"--exclude=/{NAME}"
        self._run("copy", source, live, "--checksum", late)
        self._run("sync", source, live, "--checksum", "--delete-after", late)
        self._run("copyto", f"{source}/{NAME}", f"{live}/{NAME}")

    def _at(self, path: str) -> str:
        return f"{self.remote.rstrip('/')}/{path}"

    def _run(self, *words: str, given: str = "") -> str:
        command = [_rclone(), *words]
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
        missing = words[0] in _MAY_MISS and "directory not found" in done.stderr
        if done.returncode and not missing:
            reason = _reason(done.stderr.splitlines())
            raise PlaceError(f"“{self}” 上没有做成（rclone {words[0]}）：{reason}")
        return done.stdout


def _reason(lines: Sequence[str]) -> str:
    """Return the last line that tells of an error, without the date before it."""
    told = [line for line in lines if "ERROR" in line or "CRITICAL" in line or "Failed" in line]
    return (told or [*lines, "原因不明"])[-1].partition(": ")[2] or "原因不明"


def _rclone() -> str:
    """Return where rclone is: that of this environment, or of the machine."""
    folders = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    if found := shutil.which("rclone", path=folders):
        return found
    raise PlaceError("缺少 rclone，请先安装：apt-get install rclone")
