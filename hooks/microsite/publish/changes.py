"""What readers will find different in a new build: which pages, and in what way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from microsite.audit.page import BuiltPage, address_of, parse
from microsite.content.literal import literal
from microsite.publish.manifest import Difference, differences
from microsite.publish.verify import is_public

Fate: TypeAlias = Literal["新增", "改动", "撤下", "转走", "消失"]
FATES: Final[tuple[Fate, ...]] = get_args(Fate)
LISTED: Final = 30
"""Pages of one fate that are named."""


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page that is not what it was."""

    url: str
    """Below the site's root; empty for the home page."""
    title: str
    """Empty for a page that is gone."""
    fate: Fate


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two builds."""

    pages: tuple[PageChange, ...]
    files: int
    """How many others there are: pictures, feeds, styles."""

    def __bool__(self) -> bool:
        return bool(self.pages or self.files)


def changes(old: Mapping[str, str], new: Mapping[str, str], folder: Path) -> Changes:
    """Compare the digests of an old build with those of the new one in `folder`.

    What the server is told and what is compressed are forms of the same files, and not counted.
    """
    found = [one for one in differences(old, new) if is_public(one.path)]
    pages = [one for one in found if one.path.endswith(".html")]
    return Changes(tuple(_page_change(one, folder) for one in pages), len(found) - len(pages))


def changes_markdown(found: Changes) -> str:
    """Return a table of how many pages changed in what way, and a list of each kind."""
    if not found:
        return "网站没有变化。\n"
    rows = [(fate, [one for one in found.pages if one.fate == fate]) for fate in FATES]
    lines = ["| 页面 | 数量 |", "|---|--:|", *(f"| {fate} | {len(some)} |" for fate, some in rows)]
    lines.append(f"| 其他文件 | {found.files} |")
    for fate, some in rows:
        if some:
            lines += ["", f"**{fate}**", "", *_listed(some)]
    return "\n".join(lines) + "\n"


def _page_change(one: Difference, folder: Path) -> PageChange:
    url = address_of(one.path)
    if one.what == "缺少":
        return PageChange(url, "", "消失")
    page = parse(one.path, (folder / one.path).read_text(encoding="utf-8", errors="replace"))
    return PageChange(url, "".join(page.titles[:1]), _fate(page, one))


def _fate(page: BuiltPage, one: Difference) -> Fate:
    """Tell what became of a page; what is neither listed nor leads on has been withdrawn."""
    if page.refresh:
        return "转走"
    if not page.is_listed:
        return "撤下"
    return "新增" if one.what == "多出" else "改动"


def _listed(some: Iterable[PageChange]) -> Iterator[str]:
    lines = [f"- {literal(one.title)} `/{one.url}`" for one in some]
    yield from lines[:LISTED]
    if len(lines) > LISTED:
        yield f"- ……共 {len(lines)} 页"
