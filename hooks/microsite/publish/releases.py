"""Releases side by side in one folder, and `current`, which says which of them is online.

`previous` and `earlier` say which were before, and `held` which commits have been taken back. A
release is whole before anybody can see it, and appears by one rename.
"""

import re
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from shlex import quote

from microsite.publish.held import HELD, held_after, refuse_held
from microsite.publish.manifest import NAME, Manifest, ManifestError, parse
from microsite.publish.place import Place, PlaceError
from microsite.publish.rules import FOLDER

UNFINISHED = ".unfinished-"
RELEASE = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-z-]+")
SENT = re.compile(r"files transferred: ([\d,.]+).*transferred file size: ([\d,.]+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing did."""

    release: str
    statistics: str
    """As rsync tells them."""
    dropped: tuple[str, ...]
    """Old releases that were deleted."""

    def sent(self) -> str:
        """Return how much there was to copy, in words, or as rsync tells it if that is unclear."""
        found = SENT.search(self.statistics)
        if not found:
            return self.statistics.strip()
        files, size = (re.sub(r"\D", "", number) for number in found.groups())
        return f"传送 {files} 个文件，共 {size} 字节"


def release_name(manifest: Manifest) -> str:
    """Return a name that sorts by time and tells the commit."""
    commit = re.sub("[^0-9a-z]+", "-", manifest.origin.commit[:12].lower()).strip("-") or "local"
    return f"{manifest.origin.moment.astimezone(UTC):%Y%m%dT%H%M%SZ}-{commit}"


def releases(place: Place) -> tuple[str, ...]:
    """Return the names of all releases, oldest first."""
    names = place.run("ls releases").split()
    return tuple(sorted(name for name in names if RELEASE.fullmatch(name)))


def current(place: Place) -> str | None:
    """Return the name of the release that is online, if there is one."""
    target = place.run("readlink current || true").strip()
    return target.removeprefix("releases/") or None


def rules(place: Place) -> str:
    """Return what the server is to know of the release that is online; nothing without one."""
    return place.run(f"cat current/{FOLDER}/* 2>/dev/null || true")


def manifest_of(place: Place, release: str) -> Manifest | None:
    """Return the manifest of a release; nothing, if it has none that can be read."""
    try:
        return parse(place.run(f"cat releases/{quote(release)}/{NAME}"), str(place))
    except (PlaceError, ManifestError):
        return None


def publish(  # noqa: PLR0913 - the last is a mere switch
    place: Place, folder: Path, manifest: Manifest, release: str, keep: int, *, again: bool = False
) -> Publication:
    """Bring the site in `folder` online as `release`, and keep so many releases in all.

    With `again`, also a commit that has been taken back.

    Raises:
        PlaceError: If it cannot be done; what was online still is.
    """
    with place.locked():
        before = current(place)
        _refuse_older(place, before, manifest)
        if not again:
            refuse_held(held(place), manifest, str(place))
        release = _unique(release, releases(place))
        unfinished = f"releases/{UNFINISHED}{release}"
        # What a killed publisher started may still be writing there: it will find nothing.
        place.run(f"rm -rf releases/{UNFINISHED}* || true")
        links = [f"releases/{before}"] if before else []
        statistics = place.send(folder, unfinished, links)
        _check(place, unfinished, manifest)
        place.run(f"sync -f releases; mv -T {unfinished} releases/{quote(release)}")
        _switch(place, release)
        lift(place)
        return Publication(release, statistics, _prune(place, keep))


def roll_back(place: Place, to: str | None = None) -> str:
    """Bring an older release online again, the one before by default; return its name.

    Raises:
        PlaceError: If there is none.
    """
    with place.locked():
        names, online = releases(place), current(place)
        if to is None:
            older = [name for name in names if online is None or name < online]
            if not older:
                raise PlaceError(f"“{place}” 上没有更早的版本可以退回")
            to = older[-1]
        if to not in names:
            known = "、".join(names) or "一个也没有"
            raise PlaceError(f"“{place}” 上没有 “{to}” 这个版本，现有：{known}")
        leaves = manifest_of(place, online) if online and to < online else None
        _hold(place, held_after(held(place), leaves, manifest_of(place, to)))
        _switch(place, to)
        return to


def held(place: Place) -> frozenset[str]:
    """Return the commits that have been taken back, and are not to come again by themselves."""
    return frozenset(place.run(f"cat {HELD} 2>/dev/null || true").split())


def lift(place: Place) -> None:
    """Let every commit be published again."""
    place.run(f"rm -f {HELD}")


def _hold(place: Place, commits: frozenset[str]) -> None:
    lines = "\n".join(sorted(commits))
    place.run(f"cat >.{HELD}-new; mv -T .{HELD}-new {HELD}", lines)


def _unique(name: str, taken: tuple[str, ...]) -> str:
    """Return `name`, or with a number behind it the first that nobody has, which sorts later."""
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (name, *numbered) if one not in taken)


def _refuse_older(place: Place, online: str | None, manifest: Manifest) -> None:
    known = manifest_of(place, online) if online else None
    if known and known.origin.epoch > manifest.origin.epoch:
        raise PlaceError(
            f"“{place}” 上的 {online} 比这一份新，没有覆盖；要退回旧版请用 microsite rollback"
        )


def _check(place: Place, folder: str, manifest: Manifest) -> None:
    """Compare the copy with the manifest, on the machine where it lies."""
    place.run(f"cd {folder}; sha256sum --quiet --strict -c - >&2", manifest.checksums())
    count = int(place.run(f"find {folder} -type f ! -path {folder}/{NAME} | wc -l"))
    if count != len(manifest.files):
        raise PlaceError(f"“{place}” 上的副本有 {count} 个文件，应有 {len(manifest.files)} 个")


def _switch(place: Place, release: str) -> None:
    """Bring a release online; open pages may still ask for styles of the two before.

    Of two, one would be nowhere for a moment, when they change places.
    """
    place.run(
        'point() { ln -sfn "$1" ".$2-new"; mv -T ".$2-new" "$2"; };'
        ' if previous=$(readlink previous); then point "$previous" earlier; fi;'
        ' if online=$(readlink current); then point "$online" previous; fi;'
        f" point {quote(f'releases/{release}')} current"
    )


def _prune(place: Place, keep: int) -> tuple[str, ...]:
    online = current(place)
    old = [name for name in releases(place)[:-keep] if name != online]
    if old:
        place.run(f"cd releases; rm -rf {' '.join(map(quote, old))}")
    return tuple(old)
