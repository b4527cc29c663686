"""Damage as it happens to editors, done to real files by a seeded mutator.

Whether a change does harm, and where, is known from how it is made, not from what the program
says of it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

KEY = re.compile(r"(?P<indent> *)(?P<key>[a-z_]+): (?P<value>[^#|>]+)$")
OPENING = re.compile(r" *[a-z0-9_-]+:$")
QUOTED = re.compile("“([^“”]*)”")
NEEDED = {
    "docs/stories/": ("title", "series", "published", "summary", "source"),
    "docs/": ("title", "summary"),
    "data/events/": ("series", "title", "start"),
    "data/series/": ("title", "column", "summary"),
    "data/places": ("title", "kind"),
    "data/branches": ("title",),
    "data/tags": ("title",),
}
"""Keys without which a record is none, by the beginning of a path; the first that fits counts."""
OPTIONAL = ("tags", "author", "branches", "place")
"""Keys that may be left out of stories and events."""
UNLIKE = (
    ("published", "title"),
    ("published", "source"),
    ("series", "summary"),
    ("start", "title"),
    ("series", "title"),
)
"""Keys of which neither can hold what belongs to the other."""
NOT_SHOWN = ("data/wording.yml", "data/synonyms.yml")
"""Tables of words that may hold anything."""


@dataclass(frozen=True)
class Damage:
    """A file as it is after the damage."""

    kind: str
    path: str
    data: bytes
    lines: tuple[int, ...]
    """On which of its lines the damage was done, from 1; none, if it does no harm."""


Change = tuple[list[str] | bytes, tuple[int, ...]]
Kind = Callable[[str, list[str], Random], Iterator[Change]]
"""Yields every way, in random order, to do one kind of damage to the lines of a file."""


def damages(root: Path, seed: int, count: int) -> Iterator[Damage]:
    """Yield `count` damaged files of the project below `root`, each kind about as often."""
    random = Random(seed)  # noqa: S311 - the same damage each time is what is wanted
    texts = {
        file.relative_to(root).as_posix(): file.read_text("utf-8")
        for pattern in ("docs/**/*.md", "data/**/*.yml")
        for file in sorted(root.glob(pattern))
    }
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        yield next(_done(kind, texts, random))


def _done(kind: Kind, texts: Mapping[str, str], random: Random) -> Iterator[Damage]:
    for path in random.sample(sorted(texts), len(texts)):
        lines = texts[path].split("\n")
        for changed, where in kind(path, lines, random):
            data = changed if isinstance(changed, bytes) else "\n".join(changed).encode()
            yield Damage(kind.__name__.strip("_"), path, data, where)


def _head(path: str, lines: list[str]) -> range:
    """Return the places of the lines that are YAML, without the marks around them."""
    return range(1, lines.index("---", 1)) if path.endswith(".md") else range(len(lines) - 1)


def _keys(path: str, lines: list[str], random: Random) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the place of every line that has a key and its value, in random order."""
    head = _head(path, lines)
    for at in random.sample(head, len(head)):
        if found := KEY.match(lines[at]):
            yield at, found


def _needed(path: str) -> tuple[str, ...]:
    return next((keys for start, keys in NEEDED.items() if path.startswith(start)), ())


def _with(lines: list[str], at: int, *instead: str) -> list[str]:
    return [*lines[:at], *instead, *lines[at + 1 :]]


def _deleted_line(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at, found in _keys(path, lines, random):
        if found["key"] in _needed(path):
            yield _with(lines, at), (at + 1,)


def _deleted_opening(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at in random.sample(_head(path, lines)[1:], len(_head(path, lines)) - 1):
        deeper = lines[at + 1].startswith(f"{' ' * (_indent(lines[at]) + 2)}")
        if OPENING.match(lines[at]) and deeper and KEY.match(lines[at - 1]):
            yield _with(lines, at), (at + 1,)


def _deleted_trait(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at in random.sample(range(len(lines)), len(lines)):
        # Every event of a series states what the series requires.
        if path.startswith("data/series/") and "required: true" in lines[at]:
            yield _with(lines, at), (at + 1,)


def _deleted_optional_line(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at, found in _keys(path, lines, random):
        if found["key"] in OPTIONAL and path.startswith(("docs/stories/", "data/events/")):
            yield _with(lines, at), ()


def _swapped_keys(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at, found in _keys(path, lines, random):
        for other in range(at + 1, min(at + 6, len(lines))):
            second = KEY.match(lines[other])
            if not second or second["indent"] != found["indent"]:
                break
            if tuple(sorted((found["key"], second["key"]))) in UNLIKE:
                first_line = f"{found['indent']}{second['key']}: {found['value']}"
                second_line = f"{found['indent']}{found['key']}: {second['value']}"
                swapped = _with(_with(lines, at, first_line), other, second_line)
                yield swapped, (at + 1, other + 1)


def _broken_indentation(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at, found in _keys(path, lines, random):
        indent = len(found["indent"])
        around = (lines[at - 1], lines[at + 1])
        if indent and any(KEY.match(line) and _indent(line) == indent for line in around):
            by = random.choice((-1, 1))
            yield _with(lines, at, " " * (indent + by) + lines[at].lstrip()), (at + 1,)


def _truncated(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    if path.endswith(".md"):
        for at, found in _keys(path, lines, random):
            yield [*lines[:at], found[0][: random.randint(1, len(found[0]))]], (at + 1,)
    elif path.startswith("data/events/"):
        for at, found in _keys(path, lines, random):
            if found["key"] in {"series", "title"} and len(found["indent"]) == 2:
                yield [*lines[:at], found[0][: random.randint(3, len(found[0]))]], (at + 1,)


def _wrong_encoding(_: str, lines: list[str], random: Random) -> Iterator[Change]:
    text = "\n".join(lines)
    first = next(at for at, line in enumerate(lines) if not line.isascii())
    yield text.encode(random.choice(("gbk", "gb18030")), "replace"), (first + 1,)


def _utf_16(_: str, lines: list[str], __: Random) -> Iterator[Change]:
    yield "\n".join(lines).encode("utf-16"), (1,)


def _broken_letter(_: str, lines: list[str], random: Random) -> Iterator[Change]:
    data = "\n".join(lines).encode()
    at = random.choice([at for at, byte in enumerate(data) if byte > 0xE0])
    yield data[:at] + data[at + 1 :], (data.count(b"\n", 0, at) + 1,)


def _exchanged_quotes(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    if path in NOT_SHOWN:
        return
    form = random.choice((r"”\1“", r'"\1"', r"“\1“", r"‘\1”"))
    for at in random.sample(range(len(lines)), len(lines)):
        if QUOTED.search(lines[at]) and "#" not in lines[at] and "`" not in lines[at]:
            yield _with(lines, at, QUOTED.sub(form, lines[at], count=1)), (at + 1,)


def _doubled_key(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at, _ in _keys(path, lines, random):
        yield _with(lines, at, lines[at], lines[at]), (at + 1, at + 2)


def _tab(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at, found in _keys(path, lines, random):
        if found["indent"]:
            yield _with(lines, at, f"\t{lines[at].lstrip()}"), (at + 1,)


def _full_width_colon(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at, _ in _keys(path, lines, random):
        yield _with(lines, at, lines[at].replace(": ", random.choice(("：", "： ")), 1)), (at + 1,)


def _colon_without_space(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at, _ in _keys(path, lines, random):
        yield _with(lines, at, lines[at].replace(": ", ":", 1)), (at + 1,)


def _lost_fence(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    if path.endswith(".md"):
        at = random.choice((0, lines.index("---", 1)))
        yield _with(lines, at), (at + 1,)


def _lost_bracket(path: str, lines: list[str], random: Random) -> Iterator[Change]:
    for at, found in _keys(path, lines, random):
        if found["value"].rstrip().endswith(("]", "}")):
            yield _with(lines, at, lines[at].rstrip()[:-1]), (at + 1,)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


KINDS: tuple[Kind, ...] = (
    _deleted_line,
    _deleted_opening,
    _deleted_trait,
    _deleted_optional_line,
    _swapped_keys,
    _broken_indentation,
    _truncated,
    _wrong_encoding,
    _utf_16,
    _broken_letter,
    _exchanged_quotes,
    _doubled_key,
    _tab,
    _full_width_colon,
    _colon_without_space,
    _lost_fence,
    _lost_bracket,
)
