"""An address once published never vanishes: what stood there is there, or leads on."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from microsite.audit.built import Built
from microsite.content.layout import PUBLISHED as NAME
from microsite.content.problems import Problem, did_you_mean

PUBLISHED: Final = f"data/{NAME}"
HASHED: Final = re.compile(
    r"\..*|.*-[0-9a-f]{8}(?:[-./].*)?|assets/cards/.*|search/.*|sitemap-[0-9]+\.xml|.*\.(?:br|gz)"
)
"""Files whose names change with their content, and hidden ones: nobody keeps their addresses."""


def lasting(addresses: Iterable[str]) -> list[str]:
    """Return the addresses that readers may have kept, in order."""
    return sorted(one for one in addresses if not HASHED.fullmatch(one) and one != "404.html")


def read_published(root: Path) -> tuple[str, ...]:
    """Return every address that has ever been published, as far as the project has kept them."""
    file = root / PUBLISHED
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(line.removeprefix("/") for line in lines if line and not line.startswith("#"))


def write_published(root: Path, addresses: Iterable[str]) -> int:
    """Add `addresses` to those that are kept; return how many are new."""
    known = set(read_published(root))
    new = set(lasting(addresses)) - known
    if new:
        lines = "".join(f"/{one}\n" for one in sorted(known | new))
        file = root / PUBLISHED
        unfinished = file.with_suffix(".new")
        unfinished.write_text(f"{HEADING}{lines}", encoding="utf-8")
        unfinished.replace(file)
    return len(new)


HEADING: Final = "# 已经公开过的网址，发布时自动补充，请不要删改：这些网址要一直能打开。\n"


def vanished(built: Built, known: Iterable[str]) -> Iterator[Problem]:
    """Find addresses of `known` at which nothing is to be found any more."""
    for address in known:
        if address not in built.addresses:
            near = (one for one in built.addresses if one.endswith("/"))
            hint = did_you_mean(address, near)
            message = (
                f"已经公开过的网址 /{address} 不见了{hint}：改名或合并的，"
                "在 data/redirects.yml 写明去向；不再公开的，不要删文件，写 withdrawn"
            )
            yield Problem(address, 1, 1, "audit-vanished", message)
