"""Whatever a file of the site names is there, and nothing is fetched from elsewhere."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape, unescape
from typing import Final, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from microsite.audit.built import Built
from microsite.audit.page import BuiltPage, Reference, Use
from microsite.audit.resolving import Resolver
from microsite.content.problems import Problem, did_you_mean

ASIDE: Final = frozenset({"mailto", "tel", "data"})
"""Schemes that lead to no file."""
TEXTS: Final = (".xml", ".json", ".ics", ".csv", ".txt")
STYLES: Final = (".css", ".svg")
SCRIPTS: Final = (".js", ".mjs")
_STYLE = re.compile(r"""url\(\s*["']?(?P<url>[^"')]+)|@import\s+["'](?P<sheet>[^"']+)""")
_SCRIPT = re.compile(
    r"""(?:\bfrom|\bimport|\bimport\s*\(|\bfetch\s*\(|\bimportScripts\s*\()\s*["'](?P<url>[^"'\n]+)["']"""
)
_FOLD = re.compile(r"\r?\n[ \t]")
_SVG_ID = re.compile(r'\bid="([^"]+)"')


class Lead(NamedTuple):
    """A reference, and where it leads."""

    reference: Reference
    address: str | None
    """Below the site's root; `None`, if it is no part of the site."""


class Anchor(NamedTuple):
    """A place in a page that a file names."""

    path: str
    """Of the file."""
    target: str
    """As it was written."""
    address: str
    """Of the page."""
    fragment: str


@dataclass(frozen=True)
class Links:
    """A built site, and where it will be."""

    built: Built
    site_url: str
    """With a slash at its end."""

    def of_page(self, page: BuiltPage) -> list[Lead]:
        """Return where everything leads that a page names."""
        address, url = self._resolver.address, page.url
        return [Lead(one, address(url, one.target)) for one in page.references]

    def of_file(self, path: str, text: str) -> list[Lead]:
        """Return where everything leads that a file names which is no page."""
        address = self._resolver.address
        if not path.endswith(TEXTS):
            return [Lead(one, address(path, one.target)) for one in _fetched(path, text)]
        text = _FOLD.sub("", text) if path.endswith(".ics") else text
        found = map(unescape, dict.fromkeys(self._own.findall(text)))
        return [Lead(Reference(one, "mention"), address("", one)) for one in found]

    def faults(self, path: str, leads: Iterable[Lead]) -> Iterator[Problem]:
        """Find what leads nowhere, and requests to other hosts, in the file at `path`."""
        addresses = self.built.addresses
        for (target, use, _), address in leads:
            if address is None:
                yield from self._outside(path, target, use)
            elif address not in addresses:
                message = f"网站里没有 “{target}”（/{address}）{self._hint(address)}"
                yield self._problem(path, target, "audit-link", message)
            elif "#" in target and self._lacks(address, _fragment(target)):
                yield self._lost(Anchor(path, target, address, _fragment(target)))

    def anchors(self, path: str, leads: Iterable[Lead]) -> Iterator[Anchor]:
        """Return the places in pages that the file at `path` names."""
        for (target, *_), address in leads:
            if "#" in target and address is not None and _is_page(address):
                yield Anchor(path, target, address, _fragment(target))

    def lost(
        self, anchors: Iterable[Anchor], ids: Mapping[str, frozenset[str]]
    ) -> Iterator[Problem]:
        """Find places that are not there, in files of which all `ids` are known."""
        for one in anchors:
            if one.address in ids and one.fragment not in ids[one.address] | {"", "top"}:
                yield self._lost(one)

    def _lost(self, one: Anchor) -> Problem:
        message = f"“/{one.address}” 里没有 “#{one.fragment}” 这个位置"
        return self._problem(one.path, one.target, "audit-anchor", message)

    @cached_property
    def _own(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.site_url) + r"[^\s\"'<>\\,;]*")

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.site_url)

    @cached_property
    def _drawings(self) -> Callable[[str], frozenset[str]]:
        return cache(lambda address: frozenset(_SVG_ID.findall(self.built.text(address))))

    @cached_property
    def _hint(self) -> Callable[[str], str]:
        return cache(lambda address: did_you_mean(address, self._near(address)))

    def _lacks(self, address: str, drawing: str) -> bool:
        return address.endswith(".svg") and drawing not in self._drawings(address)

    def _outside(self, path: str, target: str, use: Use) -> Iterator[Problem]:
        scheme = urlsplit(target.strip()).scheme
        if scheme == "javascript":
            message = f"链接 “{target}” 是一段脚本，请删去"
            yield self._problem(path, target, "audit-script-link", message)
        elif scheme in ASIDE:
            return
        elif urlsplit(urljoin(self.site_url + path, target)).netloc == self._host:
            message = f"“{target}” 在网站的文件夹以外"
            yield self._problem(path, target, "audit-link", message)
        elif use == "resource":
            message = f"页面会向别的网站请求 “{target}”，请改用本站的文件"
            yield self._problem(path, target, "audit-foreign", message)

    @property
    def _host(self) -> str:
        return urlsplit(self.site_url).netloc

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


def _is_page(address: str) -> bool:
    return not address or address.endswith(("/", ".html"))


def _fragment(target: str) -> str:
    return unquote(target.partition("#")[2])


def _fetched(path: str, text: str) -> Iterator[Reference]:
    """Return what a style, a drawing or a script fetches."""
    pattern = _SCRIPT if path.endswith(SCRIPTS) else _STYLE
    for found in pattern.finditer(text) if path.endswith((*SCRIPTS, *STYLES)) else ():
        target = next(group for group in found.groups() if group)
        if not target.startswith(("#", "data:")):
            yield Reference(target, "resource")
