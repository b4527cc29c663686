"""Whether a story or an event may be shown: who has signed, and what exactly.

先审后发: 终审 binds a fingerprint of the content, so that a later change opens the gate again.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from itertools import chain, takewhile
from operator import itemgetter
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from microsite.content.allowances import without_allowances
from microsite.content.approvals import without_bindings
from microsite.content.beside import NOTHING, Beside, files_beside
from microsite.content.bureau import Mode
from microsite.content.fingerprints import digest, tidy
from microsite.content.load import Reading
from microsite.content.model import Event, Story
from microsite.content.nodes import Node, Plain, is_null, plain
from microsite.content.pictures import Picture
from microsite.content.reader import Document
from microsite.content.signatures import STEPS, ReviewStep
from microsite.memory import Memory, Same

Item: TypeAlias = Story | Event
State = Literal["待初审", "待复审", "待终审", "改动待重审", "定时", "已发布", "撤稿"]
Prints: TypeAlias = Memory[tuple[Same[Item], str, tuple[Same[object], ...]], str]
"""Fingerprints by item, text and the files beside it."""
AWAITING: Final[tuple[State, ...]] = ("待初审", "待复审", "待终审")
"""In the order of the steps."""
NOT_CONTENT: Final = frozenset({"review", "withdrawn"})
"""Keys that are not signed: the signatures, and the emergency brake."""


def fingerprint(item: Item, body: str = "", beside: Beside = NOTHING) -> str:
    """Return what stands for all that readers see of an item.

    White space at the ends of lines, more than one empty line, quotation marks and the order of
    keys do not matter, nor do allowances and what binds an approval.

    Args:
        item: As it was typed: what models make of it may change with the program.
        body: The Markdown of a story.
        beside: The files that it names, every byte of them.
    """
    values = item.origin.node.values.items()
    record = {
        key: tidy(_seen(key, value))
        for key, value in values
        if key not in NOT_CONTENT and not is_null(value)
    }
    shown = [[one.path, one.digest, _said(one)] for one in beside.pictures]
    shown.sort(key=itemgetter(0))
    content = [item.id, record, _lines(without_allowances(body)), shown]
    if attached := sorted([one.path, one.digest] for one in beside.attachments):
        content.append(attached)
    return digest(content)


def fingerprints(reading: Reading, known: Prints | None = None) -> Mapping[str, str]:
    """Return the fingerprint of every sound story and event, by its address.

    Args:
        reading: Of the project.
        known: Those of an earlier reading.
    """
    known = Memory() if known is None else known
    known.turn()
    bodies = {
        source.path: source.content.body
        for source in reading.sources
        if isinstance(source.content, Document)
    }
    beside = files_beside(reading)
    found = {}
    for item in reading.items:
        path = item.origin.path
        content = Same(item), bodies.get(path, ""), beside.get(path, NOTHING)
        key = *content[:2], tuple(map(Same, chain(*content[2])))
        found[item.url] = known.of(key, partial(fingerprint, item, *content[1:]))
    return MappingProxyType(found)


def states(
    reading: Reading, now: datetime, mode: Mode, known: Prints | None = None
) -> Mapping[str, State]:
    """Return how every sound story and event stands, by its address; `known` as elsewhere."""
    prints = fingerprints(reading, known)
    return MappingProxyType(
        {item.url: state_of(item, prints[item.url], now, mode) for item in reading.items}
    )


def state_of(item: Item, print: str, now: datetime, mode: Mode) -> State:
    """Return how `item` stands, whose content has the fingerprint `print`.

    In production a signature that is a sample counts for nothing.
    """
    if item.withdrawn:
        return "撤稿"
    *done, current = rounds(counted(item, mode))
    if done and done[-1][-1].hash == print:
        is_due = isinstance(item, Event) or item.published.instant <= now
        return "已发布" if is_due else "定时"
    return "改动待重审" if done and not current else AWAITING[min(len(current), 2)]


def counted(item: Item, mode: Mode) -> list[ReviewStep]:
    """Return the signatures that count: in production those of each round before any sample."""
    if mode == "demo":
        return list(item.review)
    return [
        step
        for steps in rounds(item.review)
        for step in takewhile(lambda one: not one.is_sample, steps)
    ]


def shown_round(item: Item) -> tuple[ReviewStep, ...]:
    """Return the signatures that readers are to see: of the last round that has an end."""
    *done, current = rounds(item.review)
    return tuple(done[-1] if done else current)


def rounds(review: Iterable[ReviewStep]) -> list[list[ReviewStep]]:
    """Return the rounds that 终审 has ended, and at last what was signed since, if anything."""
    found: list[list[ReviewStep]] = [[]]
    for step in review:
        found[-1].append(step)
        if step.step == STEPS[-1]:
            found.append([])
    return found


def _seen(key: str, value: Node) -> Plain:
    written = plain(value)
    if key == "fields" and isinstance(written, dict):
        return without_bindings(written)
    return written


def _said(picture: Picture) -> Plain:
    return tidy(picture.record.shown) if picture.record else {}


def _lines(text: str) -> str:
    """Return `text` without what cannot be seen; an empty line still parts paragraphs."""
    lines = "\n".join(map(str.rstrip, text.split("\n")))
    return re.sub(r"\n{2,}", "\n\n", lines).strip("\n")
