"""Where to publish to, as it is typed."""

import re
from pathlib import Path
from typing import TypeAlias

from microsite.publish.place import Place, ssh
from microsite.publish.store import Store

Destination: TypeAlias = Place | Store

_SSH = re.compile(r"(?P<host>(?:[\w.-]+@)?\w[\w.-]*):(?P<folder>/[^/].*)")
_RCLONE = re.compile(r"[\w][\w .+@-]*:[^/\\].*|:[\w,=.\"':/+-]+:.+")


class DestinationError(ValueError):
    """What was typed is no place to publish to; the message is for whoever typed it."""


def destination(typed: str, settings: Path | None = None) -> Destination:
    """Return the folder, the machine or the object store that was meant.

    Args:
        typed: By a publisher.
        settings: A file that ssh reads instead of its usual ones.

    Raises:
        DestinationError: If it is none of them.
    """
    if found := _SSH.fullmatch(typed):
        folder = found["folder"].rstrip("/") or "/"
        return Place(folder, found["host"], ssh(settings))
    if _RCLONE.fullmatch(typed):
        return Store(typed)
    if ":" in typed or not typed.strip():
        raise DestinationError(
            f"不认识的发布位置 “{typed}”：本机写文件夹，例如 /srv/microsite；"
            "服务器写 用户@主机:/文件夹；对象存储写 rclone 的名称，例如 s3:桶/文件夹"
        )
    return Place(str(Path(typed).resolve()))
