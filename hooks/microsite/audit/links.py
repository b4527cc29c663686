"""Whatever a file of the site names is there, and nothing is fetched from elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from microsite.audit.built import Built, BuiltPage, Reference
from microsite.content.problems import Problem, did_you_mean

ASIDE = frozenset({"mailto", "tel", "data"})
"""Schemes that lead to no file."""
_TEXTS = (".xml", ".json", ".ics", ".csv", ".txt")
_STYLE = re.compile(r"""url\(\s*["']?(?P<url>[^"')]+)|@import\s+["'](?P<sheet>[^"']+)""")
_SCRIPT = re.compile(
    r"""(?:\bfrom|\bimport|\bimport\s*\(|\bfetch\s*\(|\bimportScripts\s*\()\s*["'](?P<url>[^"'\n]+)["']"""
)
_FOLD = re.compile(r"\r?\n[ \t]")
_SVG_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class Links:
    """A built site, and where it will be."""

    built: Built
    site_url: str
    """With a slash at its end."""

    @cached_property
    def _own(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.site_url) + r"[^\s\"'<>\\,;]*")

    def problems(self) -> Iterator[Problem]:
        """Find addresses that lead nowhere, and requests to other hosts."""
        for page in self.built.pages.values():
            base = self.site_url + page.url
            for reference in dict.fromkeys(page.references):
                yield from self._judged(page.path, base, reference)
        for path in self.built.files:
            yield from self._in_file(path)

    def address(self, base: str, target: str) -> str | None:
        """Return the address below the root that `target` means at `base`; `None` if elsewhere."""
        whole = urldefrag(urljoin(base, target.strip())).url
        whole = re.sub("^webcal:", f"{urlsplit(self.site_url).scheme}:", whole)
        if f"{whole}/" == self.site_url:
            return ""
        if not whole.startswith(self.site_url):
            return None
        return unquote(urlsplit(whole.removeprefix(self.site_url)).path)

    def _judged(self, path: str, base: str, reference: Reference) -> Iterator[Problem]:
        target = reference.target
        scheme = urlsplit(target.strip()).scheme
        if scheme in ASIDE or (not target and reference.use == "mention"):
            return
        if scheme == "javascript":
            yield self._problem(
                path, target, "audit-script-link", f"链接 “{target}” 是一段脚本，请删去"
            )
            return
        address = self.address(base, target)
        if address is None:
            yield from self._elsewhere(path, base, reference)
        elif address not in self.built.addresses:
            hint = did_you_mean(address, self._near(address))
            message = f"网站里没有 “{target}”（/{address}）{hint}"
            yield self._problem(path, target, "audit-link", message)
        elif (fragment := urldefrag(target).fragment) and not self._has(
            address, unquote(fragment)
        ):
            message = f"“/{address}” 里没有 “#{unquote(fragment)}” 这个位置"
            yield self._problem(path, target, "audit-anchor", message)

    def _elsewhere(self, path: str, base: str, reference: Reference) -> Iterator[Problem]:
        whole = urljoin(base, reference.target)
        if urlsplit(whole).netloc == urlsplit(self.site_url).netloc:
            message = f"“{reference.target}” 在网站的文件夹以外"
            yield self._problem(path, reference.target, "audit-link", message)
        elif reference.use == "resource":
            message = f"页面会向别的网站请求 “{reference.target}”，请改用本站的文件"
            yield self._problem(path, reference.target, "audit-foreign", message)

    def _in_file(self, path: str) -> Iterator[Problem]:
        if path.endswith(_TEXTS):
            text = self.built.text(path)
            text = _FOLD.sub("", text) if path.endswith(".ics") else text
            for target in dict.fromkeys(self._own.findall(text)):
                yield from self._judged(
                    path, self.site_url, Reference(unescape(target), "mention")
                )
        elif path.endswith((".css", ".js", ".mjs", ".svg")):
            pattern = _SCRIPT if path.endswith(("js",)) else _STYLE
            for found in pattern.finditer(self.built.text(path)):
                target = next(group for group in found.groups() if group)
                if not target.startswith(("#", "data:")):
                    yield from self._judged(
                        path, self.site_url + path, Reference(target, "resource")
                    )

    def _has(self, address: str, fragment: str) -> bool:
        if page := self.built.page_at.get(address):
            return fragment in page.ids or fragment in {"", "top"}
        return not address.endswith(".svg") or fragment in self._svg_ids(address)

    def _svg_ids(self, address: str) -> set[str]:
        return set(_SVG_ID.findall(self.built.text(address)))

    def _near(self, address: str) -> Iterator[str]:
        """Return the addresses in the same folder: all of them would be too many to compare."""
        folder = address.rstrip("/").rpartition("/")[0]
        return (
            one for one in self.built.addresses if one.rstrip("/").rpartition("/")[0] == folder
        )

    def _problem(self, path: str, target: str, code: str, message: str) -> Problem:
        written = escape(target, quote=False)
        line, column = self.built.place(path, written)
        if (line, column) == (1, 1):
            line, column = self.built.place(path, target)
        return Problem(path, line, column, code, message)


def orphans(built: Built, links: Links) -> Iterator[Problem]:
    """Find pages that no way of links from the home page leads to.

    What search engines are not to list, such as the reason of a withdrawal, is found from outside.
    """
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        url = waiting.pop()
        page = built.page_at.get(url)
        if url in reached or page is None:
            continue
        reached.add(url)
        waiting += filter(None, _followed(page, links))
    for page in built.pages.values():
        is_listed = "noindex" not in (page.tag("robots") or "")
        if page.is_for_readers and is_listed and page.url not in reached:
            message = "没有任何页面链接到这一页，读者走不到，请从栏目或列表链接过来"
            yield Problem(page.path, 1, 1, "audit-orphan", message)


def _followed(page: BuiltPage, links: Links) -> Iterator[str | None]:
    base = links.site_url + page.url
    for reference in page.references:
        if reference.is_page:
            yield links.address(base, reference.target)
