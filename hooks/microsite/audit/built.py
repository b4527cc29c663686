"""The files of a built site to what audits ask about: addresses, ids, tags and words of each page.

Pages are parsed as browsers parse them (WHATWG HTML), by Lexbor.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

from microsite.content.layout import FORMS
from microsite.workers import spread

WORTH_A_PROCESS = 200
"""Pages that take longer to parse than a process takes to start."""
SILENT = ("script", "style", "code", "pre", "template", "noscript")
"""Elements whose text is no prose."""
Use: TypeAlias = Literal["link", "resource", "mention"]
"""Readers follow a `link`, browsers fetch a `resource`, programs read a `mention`."""

_LINKED = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
    | {"preconnect", "dns-prefetch", "apple-touch-icon"}
)
_MENTIONS = frozenset({"og:url", "og:image", "twitter:image", "Url", "Image"})


@dataclass(frozen=True, slots=True)
class Reference:
    """One address that a file names, as it was written."""

    target: str
    use: Use
    is_page: bool = False
    """Whether a reader gets to another page by it."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One HTML file."""

    path: str
    """Below the site's folder."""
    size: int
    """In bytes."""
    references: tuple[Reference, ...]
    ids: frozenset[str]
    repeated_ids: tuple[str, ...]
    titles: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    """Name and content of each `meta` element of the head, in order."""
    strays: tuple[str, ...]
    """Names of `meta` and `link` elements outside the head."""
    canonicals: tuple[str, ...]
    language: str
    words: str
    """What is read, code left out; elements are parted by line breaks."""
    refresh: str = ""
    """Where the page sends its readers at once, if it does."""

    @property
    def url(self) -> str:
        """Below the site's root."""
        return (
            self.path.removesuffix("index.html") if self.path.endswith("index.html") else self.path
        )

    def tag(self, name: str) -> str | None:
        """Return the content of the first tag of that name."""
        return next((content for key, content in self.tags if key == name), None)

    @property
    def is_for_readers(self) -> bool:
        """Whether it is a page of its own, not the one for errors nor a way to another."""
        return self.path != "404.html" and not self.refresh


@dataclass(frozen=True)
class Built:
    """A built site."""

    folder: Path
    files: Mapping[str, int]
    """Size in bytes of every file, by its path below the folder."""
    pages: Mapping[str, BuiltPage]
    """By path."""

    @cached_property
    def page_at(self) -> Mapping[str, BuiltPage]:
        """By address below the root."""
        return {page.url: page for page in self.pages.values()}

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Of all files; those of pages end with a slash, the home page's is empty."""
        return frozenset(address_of(path) for path in self.files)

    def text(self, path: str) -> str:
        """Return a text file, with a mark for what is not UTF-8."""
        return (self.folder / path).read_text(encoding="utf-8", errors="replace")

    def place(self, path: str, source: str) -> tuple[int, int]:
        """Return line and column at which `source` first stands in a file, both from 1."""
        before, found, _ = self.text(path).partition(source)
        if not found:
            return 1, 1
        return before.count("\n") + 1, len(before) - before.rfind("\n")


def address_of(path: str) -> str:
    """Return the address below the root of the file at `path`."""
    return re.sub(r"(^|/)index\.html$", r"\1", path)


def read_built(folder: Path) -> Built:
    """Return the site in `folder`, without the web forms: they are no pages for readers."""
    files = {
        file.relative_to(folder).as_posix(): file.stat().st_size
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.is_relative_to(folder / FORMS)
    }
    paths = [path for path in files if path.endswith(".html")]
    work = [(folder, path, files[path]) for path in paths]
    pages = spread(_read, work, WORTH_A_PROCESS)()
    return Built(folder, files, dict(zip(paths, pages, strict=True)))


def _read(work: Sequence[tuple[Path, str, int]]) -> list[BuiltPage]:
    return [
        parse(path, size, (folder / path).read_text(encoding="utf-8", errors="replace"))
        for folder, path, size in work
    ]


def parse(path: str, size: int, text: str) -> BuiltPage:
    """Return the page that `text` is."""
    tree = LexborHTMLParser(text)
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    head = tree.css("head meta[name], head meta[property], head meta[http-equiv]")
    tags = tuple((_name(node), node.attributes.get("content") or "") for node in head)
    root = tree.css_first("html")
    return BuiltPage(
        path=path,
        size=size,
        references=tuple(_references(tree)),
        ids=frozenset(ids),
        repeated_ids=tuple(sorted({id for id in ids if ids.count(id) > 1}))
        if _repeats(ids)
        else (),
        titles=tuple(node.text(strip=True) for node in tree.css("head > title")),
        tags=tags,
        strays=tuple(
            _name(node) for node in tree.css("body meta[name], body link[rel=canonical]")
        ),
        canonicals=tuple(n.attributes.get("href") or "" for n in tree.css("link[rel=canonical]")),
        language=(root.attributes.get("lang") or "") if root else "",
        refresh=next((_target(content) for name, content in tags if name == "refresh"), ""),
        words=_words(tree),
    )


def _repeats(ids: Sequence[str]) -> bool:
    return len(set(ids)) < len(ids)


def _name(node: LexborNode) -> str:
    attributes = node.attributes
    names = (attributes.get(key) for key in ("name", "property", "http-equiv", "rel"))
    return next((name for name in names if name), "")


def _target(content: str) -> str:
    return content.partition("url=")[2].strip("'\" ")


def _references(tree: LexborHTMLParser) -> Iterator[Reference]:
    for node in tree.css("[href], [src], [srcset], [poster], [action], meta[content]"):
        yield from _of(node.tag or "", node.attributes)


def _of(tag: str, attributes: Mapping[str, str | None]) -> Iterator[Reference]:
    if tag == "meta":
        name = attributes.get("property") or attributes.get("name") or ""
        if name in _MENTIONS:
            yield Reference(attributes.get("content") or "", "mention")
        return
    href = attributes.get("href")
    if href is not None:
        yield _linked(tag, href, (attributes.get("rel") or "").split())
    for name in ("src", "poster", "action"):
        if (value := attributes.get(name)) is not None:
            yield Reference(value, "resource")
    for candidate in (attributes.get("srcset") or "").split(","):
        if target := candidate.strip().partition(" ")[0]:
            yield Reference(target, "resource")


def _linked(tag: str, href: str, rel: Iterable[str]) -> Reference:
    if tag in {"use", "image"} or (tag == "link" and not _LINKED.isdisjoint(rel)):
        return Reference(href, "resource")
    if tag == "link":
        return Reference(href, "mention")
    return Reference(href, "link", is_page=True)


def _words(tree: LexborHTMLParser) -> str:
    body = tree.body
    if body is None:
        return ""
    for node in body.css(",".join(SILENT)):
        node.decompose()
    return body.text(separator="\n", strip=True)
