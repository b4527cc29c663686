"""Where a link in a text leads.

A text links to the site's own content by `series:theme-day`, `event:…`, `story:…`, `place:…`,
`branch:…`, `column:…`, `tag:…`, or by the path of another Markdown file or of an asset.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from microsite.content.model import Branch, Column, Event, Page, Place, Series, Story, Tag
from microsite.content.pictures import Picture
from microsite.content.problems import did_you_mean
from microsite.content.prose import Prose, heading_id

_KIND = re.compile(r"[a-z]+:")
Linked = Column | Series | Event | Story | Place | Branch | Tag


def asset_at(target: str, path: str) -> str | None:
    """Return the file below `docs/` that `target`, written in the file `path`, would be."""
    place = target.partition("#")[0]
    if not place or place.startswith("/") or _KIND.match(place):
        return None
    return file_at(place, path).removeprefix("docs/")


class LinkError(Exception):
    """A link leads nowhere; the code and message of the problem."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Addresses:
    """Turns the target of a link, as it was written, into an address below the site's root."""

    kinds: Mapping[str, Mapping[str, Linked]]
    """Entries by id, by the word before the colon."""
    texts: Mapping[str, Story | Page]
    """Stories and pages by the path of their file."""
    prose: Mapping[str, Prose]
    """Their converted texts by the same path."""
    assets: frozenset[str]
    """Paths below `docs/` of every file that is not Markdown."""
    pictures: Mapping[str, Picture]
    """Those that are used and can be, by path below `docs/`."""
    broken: Callable[[str, str], bool]
    """Whether what goes by a kind and an id, or by `file` and a path, is there but has problems of
    its own: a link to it is not doubted."""

    def resolve(self, target: str, path: str) -> str:
        """Return the address of `target` as written in the file `path`.

        Raises:
            LinkError: If it leads nowhere.
        """
        place, _, anchor = target.partition("#")
        if _KIND.match(place):
            return self._by_id(place)
        if place.startswith("/"):
            message = f"链接 “{target}” 不能以 / 开头，请写 “series:编号” 这样的写法，或相对路径"
            raise LinkError("link-absolute", message)
        wanted = file_at(place, path) if place else path
        return self._by_path(wanted, unquote(anchor), target)

    def _by_id(self, place: str) -> str:
        kind, _, id = place.partition(":")
        if kind not in self.kinds:
            hint = did_you_mean(kind, self.kinds)
            message = f"链接 “{place}” 的开头不认识（外站网址以 https:// 开头）{hint}"
            raise LinkError("link-scheme", message)
        if entry := self.kinds[kind].get(id):
            return entry.url
        if self.broken(kind, id):
            return ""
        hint = did_you_mean(id, self.kinds[kind])
        raise LinkError("link-unknown", f"链接 “{place}” 指向的内容不存在{hint}")

    def _by_path(self, wanted: str, anchor: str, target: str) -> str:
        if text := self.texts.get(wanted):
            return text.url + self._anchor(anchor, wanted)
        if picture := self.pictures.get(wanted.removeprefix("docs/")):
            return picture.largest.url
        if (asset := wanted.removeprefix("docs/")) in self.assets:
            return asset
        if self.broken("file", wanted):
            return ""
        hint = did_you_mean(wanted, [*self.texts, *(f"docs/{asset}" for asset in self.assets)])
        raise LinkError("link-unknown", f"链接 “{target}” 找不到 “{wanted}” 这个文件{hint}")

    def _anchor(self, anchor: str, path: str) -> str:
        if not anchor:
            return ""
        ids = [id for _, id, _ in self.prose[path].headings]
        id = anchor if anchor in ids else heading_id(anchor)
        if id not in ids:
            hint = did_you_mean(anchor, ids)
            raise LinkError("link-anchor", f"“{path}” 里没有小标题 “#{anchor}”{hint}")
        return f"#{id}"


def file_at(place: str, path: str) -> str:
    """Return the file that a relative `place`, written in the file `path`, means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(place)))
