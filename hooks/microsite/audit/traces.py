"""Nothing of what the public may not see is in any file, under whatever name."""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from microsite.audit.built import Built
from microsite.content.layout import SERIES
from microsite.content.load import Reading
from microsite.content.nodes import Plain, plain
from microsite.content.problems import Problem
from microsite.content.reader import Document
from microsite.content.review import Item, State

LONG_ENOUGH = 8
"""Letters of a sentence that stands in no other text by chance."""
BINARY = (
    ".png",
    ".jpg",
    ".jpeg",
    ".avif",
    ".webp",
    ".gif",
    ".ico",
    ".pagefind",
    ".wasm",
    ".woff2",
)
_GZIP = b"\x1f\x8b"
_CHINESE = re.compile("[一-鿿]{4}")
"""Dates and ids are the same in many places."""
_SENTENCE = re.compile(rf"[^。！？；：\n|#*>\[\]()（）]{{{LONG_ENOUGH},}}")


@dataclass(frozen=True, slots=True)
class Trace:
    """A piece of something hidden that tells it from all that is shown."""

    text: str
    item: Item
    state: State


def trace_problems(
    built: Built, reading: Reading, states: Mapping[str, State]
) -> Iterator[Problem]:
    """Find pieces of stories and events that are not signed, not due, or withdrawn."""
    wanted = tuple(traces(reading, states))
    for path in built.files if wanted else ():
        if path.endswith(BINARY):
            continue
        text = _text((built.folder / path).read_bytes())
        for trace in wanted:
            if trace.text in text:
                origin = trace.item.origin
                item = f"“{trace.item.title}”（{origin.path}:{origin.line}）"
                message = f"{item}{trace.state}，不能公开，这里却有它的内容"
                yield Problem(path, *built.place(path, trace.text), "audit-hidden", message)


def traces(reading: Reading, states: Mapping[str, State]) -> Iterator[Trace]:
    """Return what would betray each hidden item: its address, its title, its sentences."""
    bodies = {s.path: s.content.body for s in reading.sources if isinstance(s.content, Document)}
    items: tuple[Item, ...] = (*reading.stories, *reading.events)
    hidden = [item for item in items if states[item.url] != "已发布"]
    shown = [item for item in items if states[item.url] == "已发布"]
    paths = {item.origin.path for item in reading.stories}
    corpus = "\n".join(
        (
            *(line for item in shown for line in _words(item, bodies)),
            *(body for path, body in bodies.items() if path not in paths),
            *(source.text for source in reading.sources if source.path.startswith(SERIES)),
        )
    )
    for item in hidden:
        state = states[item.url]
        if state != "撤稿":
            yield Trace(item.url, item, state)
        lines = _words(item, bodies)
        pieces = {one.strip() for line in lines for one in _SENTENCE.findall(line)}
        telling = sorted(one for one in pieces if _CHINESE.search(one) and one not in corpus)
        yield from (Trace(one, item, state) for one in telling)


def _words(item: Item, bodies: Mapping[str, str]) -> Iterator[str]:
    hidden = {"review", "withdrawn", "series", "tags", "events", "source", "cover"}
    for key, value in item.origin.node.values.items():
        if key not in hidden:
            yield from _strings(plain(value))
    yield from bodies.get(item.origin.path, "").split("\n")


def _strings(value: Plain) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    children = value if isinstance(value, list) else value.values()
    return (text for child in children for text in _strings(child))


def _text(data: bytes) -> str:
    if data.startswith(_GZIP):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return ""
    return data.decode("utf-8", "replace")
