"""What a rollback leaves behind: the commits that are not to be published again by themselves.

Else the next nightly run would bring online again what somebody has just taken back.
"""

from collections.abc import Iterable
from typing import Final

from microsite.publish.manifest import Manifest, clean
from microsite.publish.place import PlaceError

HELD: Final = "held"
"""The file that lists them, one a line."""


def held_after(
    held: frozenset[str], leaves: Manifest | None, comes: Manifest | None
) -> frozenset[str]:
    """Return what is to be held once a release has taken the place of another.

    Without Git there is no commit, and nothing to hold.

    Args:
        held: Commits, until now.
        leaves: The other, if it is the newer one.
        comes: The release.
    """
    return (_cleaned(held) - _commit(comes)) | _commit(leaves)


def _commit(manifest: Manifest | None) -> frozenset[str]:
    return _cleaned({manifest.origin.commit}) - {""} if manifest else frozenset()


def _cleaned(commits: Iterable[str]) -> frozenset[str]:
    return frozenset(map(clean, commits))


def refuse_held(held: frozenset[str], manifest: Manifest, place: str) -> None:
    """Refuse a commit that has been taken back, whether files had been changed or not.

    Raises:
        PlaceError: It says what to do.
    """
    if (commit := clean(manifest.origin.commit)) in _cleaned(held):
        raise PlaceError(
            f"“{place}” 上的提交 {commit[:12]} 是退回去的，没有再发布：请先用 git revert 撤销"
            "有问题的改动并合并，再发布；确实要再发布它，加上 --again"
        )
