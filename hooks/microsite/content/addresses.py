"""Where a link in a text leads.

A text links to the site's own content by `series:theme-day`, `event:…`, `story:…`, `place:…`,
`branch:…`, `column:…`, `tag:…`, or by the path of another Markdown file or of an asset.
"""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

from microsite.content.model import Branch, Column, Event, Page, Place, Series, Story, Tag
from microsite.content.problems import did_you_mean
from microsite.content.prose import Prose

Linked = Column | Series | Event | Story | Place | Branch | Tag


class LinkError(Exception):
    """A link leads nowhere; the code and message of the problem."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Addresses:
    """Turns the target of a link, as it was written, into an address below the site's root."""

    def __init__(
        self,
        kinds: Mapping[str, Mapping[str, Linked]],
        texts: Mapping[str, Story | Page],
        prose: Mapping[str, Prose],
        assets: frozenset[str],
    ) -> None:
        """Take what can be linked to.

        Args:
            kinds: Entries by id, by the word before the colon.
            texts: Stories and pages by the path of their file.
            prose: Their converted texts by the same path.
            assets: Paths below `docs/` of every file that is not Markdown.
        """
        self._kinds = kinds
        self._texts = texts
        self._prose = prose
        self._assets = assets

    def resolve(self, target: str, path: str) -> str:
        """Return the address of `target` as written in the file `path`.

        Raises:
            LinkError: If it leads nowhere.
        """
        place, _, anchor = target.partition("#")
        if re.match(r"[a-z]+:", place):
            return self._by_id(place) + (f"#{anchor}" if anchor else "")
        if place.startswith("/"):
            raise LinkError(
                "link-absolute",
                f"链接 “{target}” 不能以 / 开头，请写 “series:编号” 这样的写法，或相对路径",
            )
        wanted = (
            posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(place)))
            if place
            else path
        )
        if wanted in self._texts:
            return self._texts[wanted].url + self._anchor(unquote(anchor), wanted)
        asset = wanted.removeprefix("docs/")
        if asset in self._assets:
            return asset
        hint = did_you_mean(wanted, [*self._texts, *(f"docs/{a}" for a in self._assets)])
        raise LinkError("link-unknown", f"链接 “{target}” 找不到 “{wanted}” 这个文件{hint}")

    def _by_id(self, place: str) -> str:
        kind, _, id = place.partition(":")
        if kind not in self._kinds:
            hint = did_you_mean(kind, self._kinds)
            raise LinkError(
                "link-scheme", f"链接 “{place}” 的开头不认识{hint}；外站网址以 https:// 开头"
            )
        if id not in self._kinds[kind]:
            raise LinkError(
                "link-unknown",
                f"链接 “{place}” 指向的内容不存在{did_you_mean(id, self._kinds[kind])}",
            )
        return self._kinds[kind][id].url

    def _anchor(self, anchor: str, path: str) -> str:
        if not anchor:
            return ""
        ids = [id for _, id, _ in self._prose[path].headings]
        if anchor not in ids:
            raise LinkError(
                "link-anchor", f"“{path}” 里没有小标题 “#{anchor}”{did_you_mean(anchor, ids)}"
            )
        return f"#{anchor}"
