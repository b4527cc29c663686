"""Nothing of what the public may not see is in any file, under whatever name."""

import gzip
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from microsite.content.layout import SERIES
from microsite.content.load import Reading
from microsite.content.nodes import Plain, plain
from microsite.content.reader import Document
from microsite.content.review import Item, State

LONG_ENOUGH: Final = 8
"""Letters of a sentence that stands in no other text by chance."""
KEY: Final = 4
"""Chinese letters by which a sentence is looked up: dates and ids are the same in many places."""
_GZIP = b"\x1f\x8b"
_CHINESE = re.compile(f"[一-鿿]{{{KEY}}}")
_SENTENCE = re.compile(rf"[^。！？；：\n|#*>\[\]()（）]{{{LONG_ENOUGH},}}")
_TELLING = re.compile(
    rf"[一-鿿]{{{KEY},}}|stories/[0-9]{{4}}/[^/\s\"'<>]+/|events/[^/\s\"'<>]+/", re.ASCII
)
"""Runs of Chinese, and addresses of items."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A piece of something hidden that tells it from all that is shown."""

    text: str
    item: Item
    state: State

    @property
    def message(self) -> str:
        """What to say where it is found."""
        origin = self.item.origin
        item = f"“{self.item.title}”（{origin.path}:{origin.line}）"
        return f"{item}{self.state}，不能公开，这里却有它的内容"


@dataclass(frozen=True, slots=True)
class Traces:
    """All that would betray anything hidden, in an order in which it is found quickly."""

    by_key: Mapping[str, tuple[Trace, ...]]

    def found_in(self, text: str) -> Iterator[Trace]:
        """Return those that stand in a text, whatever their number in about the same time."""
        for key in self.by_key.keys() & set(_keys(text)) if self.by_key else ():
            yield from (trace for trace in self.by_key[key] if trace.text in text)


def traces(reading: Reading, states: Mapping[str, State]) -> Traces:
    """Return what would betray each hidden item: its address, its title, its sentences."""
    hidden = [item for item in reading.items if states[item.url] != "已发布"]
    bodies = {s.path: s.content.body for s in reading.sources if isinstance(s.content, Document)}
    found = _indexed(trace for item in hidden for trace in _of(item, states[item.url], bodies))
    shown = {
        trace.text
        for text in (_shown(reading, states, bodies) if hidden else ())
        for trace in found.found_in(text)
    }
    return _indexed(t for some in found.by_key.values() for t in some if t.text not in shown)


def text_of(data: bytes) -> str:
    """Return what a file says, unpacked if it is packed; nothing, if it is damaged."""
    if data.startswith(_GZIP):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return ""
    return data.decode("utf-8", "replace")


def _keys(text: str) -> Iterator[str]:
    for run in _TELLING.findall(text):
        if run.isascii():
            yield run
        else:
            yield from (run[start : start + KEY] for start in range(len(run) - KEY + 1))


def _indexed(found: Iterable[Trace]) -> Traces:
    by_key: defaultdict[str, tuple[Trace, ...]] = defaultdict(tuple)
    for trace in found:
        by_key[next(_keys(trace.text))] += (trace,)
    return Traces(dict(by_key))


def _of(item: Item, state: State, bodies: Mapping[str, str]) -> Iterator[Trace]:
    if state != "撤稿":  # there a page tells that it was withdrawn
        yield Trace(item.url, item, state)
    lines = _words(item, bodies)
    pieces = {one.strip() for line in lines for one in _SENTENCE.findall(line)}
    yield from (Trace(one, item, state) for one in sorted(pieces) if _CHINESE.search(one))


def _shown(
    reading: Reading, states: Mapping[str, State], bodies: Mapping[str, str]
) -> Iterator[str]:
    """Return all that readers may see."""
    for item in reading.items:
        if states[item.url] == "已发布":
            yield from _words(item, bodies)
    of_items = {item.origin.path for item in reading.stories}
    yield from (body for path, body in bodies.items() if path not in of_items)
    yield from (one.text for one in reading.sources if one.path.startswith(SERIES))


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
