"""A built page to what audits ask about: its references, ids, tags and words.

Pages are parsed as browsers parse them (WHATWG HTML), by Lexbor.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal, NamedTuple, TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

SILENT: Final = "script, style, code, pre, template, noscript"
"""Elements whose text is no prose."""
Use: TypeAlias = Literal["link", "resource", "mention"]
"""Readers follow a `link`, browsers fetch a `resource`, programs read a `mention`."""
Attributes: TypeAlias = Mapping[str, str | None]
Told: TypeAlias = Sequence[tuple[str, Attributes]]
"""Name and attributes of each element that says something."""

_TELLING: Final = ":is([id], [href], [src], [srcset], [poster], [action], meta)"
_PATHS: Final = frozenset({"a", "area"})
_APART: Final = _PATHS | {"use"}
_LINKED: Final = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
    | {"preconnect", "dns-prefetch", "apple-touch-icon"}
)
_MENTIONS: Final = frozenset({"og:url", "og:image", "twitter:image", "Url", "Image"})


class Reference(NamedTuple):
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
    references: tuple[Reference, ...]
    """Each once."""
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

    @property
    def url(self) -> str:
        """Below the site's root."""
        return address_of(self.path)

    @property
    def refresh(self) -> str:
        """Where the page sends its readers at once, if it does."""
        return (self.tag("refresh") or "").partition("url=")[2].strip("'\" ")

    @property
    def is_for_readers(self) -> bool:
        """Whether it is a page of its own, not the one for errors nor a way to another."""
        return self.path != "404.html" and not self.refresh

    @property
    def is_listed(self) -> bool:
        """Whether search engines may tell of it."""
        return "noindex" not in (self.tag("robots") or "")

    def tag(self, name: str) -> str | None:
        """Return the content of the first tag of that name."""
        return next((content for key, content in self.tags if key == name), None)


def address_of(path: str) -> str:
    """Return the address below the root of the file at `path`."""
    if path.endswith("/index.html") or path == "index.html":
        return path.removesuffix("index.html")
    return path


def parse(path: str, text: str) -> BuiltPage:
    """Return the page that `text` is."""
    tree = LexborHTMLParser(text)
    head, body = _told(tree.head), _told(tree.body)
    both = (*head, *body)
    metas = [attributes for tag, attributes in head if tag == "meta"]
    ids = [attributes["id"] or "" for _, attributes in both if "id" in attributes]
    return BuiltPage(
        path=path,
        references=tuple(_references(both)),
        ids=frozenset(ids),
        repeated_ids=tuple(_repeated(ids)),
        titles=tuple(_titles(tree.head)),
        tags=tuple((name, a.get("content") or "") for a in metas if (name := _name(a))),
        strays=tuple(_strays(body)),
        canonicals=tuple(a.get("href") or "" for tag, a in both if _is_canonical(tag, a)),
        language=(tree.root.attributes.get("lang") or "") if tree.root else "",
        words=_words(tree.body),
    )


def _titles(head: LexborNode | None) -> Iterable[str]:
    return (node.text(strip=True) for node in head.css("title")) if head else ()


def _told(part: LexborNode | None) -> Told:
    return [(node.tag or "", node.attributes) for node in part.css(_TELLING)] if part else ()


def _repeated(ids: Sequence[str]) -> Iterable[str]:
    if len(set(ids)) == len(ids):
        return ()
    return sorted({id for id in ids if ids.count(id) > 1})


def _name(attributes: Attributes) -> str:
    names = (attributes.get(key) for key in ("name", "property", "http-equiv"))
    return next((name for name in names if name), "")


def _is_canonical(tag: str, attributes: Attributes) -> bool:
    return tag == "link" and attributes.get("rel") == "canonical"


def _strays(body: Told) -> Iterator[str]:
    for tag, attributes in body:
        if tag == "meta" and (name := attributes.get("name")):
            yield name
        elif _is_canonical(tag, attributes):
            yield "canonical"


def _references(elements: Told) -> Iterator[Reference]:
    """Return what the elements name, each once: the same link stands in many places."""
    links = {a["href"] or "" for tag, a in elements if tag in _PATHS and "href" in a}
    yield from (Reference(target, "link", is_page=True) for target in sorted(links))
    drawings = {a["href"] or "" for tag, a in elements if tag == "use" and "href" in a}
    yield from (Reference(target, "resource") for target in sorted(drawings))
    others = (_of(tag, a) for tag, a in elements if tag not in _APART)
    yield from dict.fromkeys(chain.from_iterable(others))


def _of(tag: str, attributes: Attributes) -> Iterator[Reference]:
    if tag == "meta":
        if (attributes.get("property") or attributes.get("name")) in _MENTIONS:
            yield Reference(attributes.get("content") or "", "mention")
        return
    if (href := attributes.get("href")) is not None:
        rel = (attributes.get("rel") or "").split()
        is_mention = tag == "link" and _LINKED.isdisjoint(rel)
        yield Reference(href, "mention" if is_mention else "resource")
    for name in ("src", "poster", "action"):
        if (value := attributes.get(name)) is not None:
            yield Reference(value, "resource")
    for candidate in (attributes.get("srcset") or "").split(","):
        if target := candidate.strip().partition(" ")[0]:
            yield Reference(target, "resource")


def _words(body: LexborNode | None) -> str:
    if body is None:
        return ""
    for node in body.css(SILENT):
        node.decompose()
    return body.text(separator="\n", strip=True)
