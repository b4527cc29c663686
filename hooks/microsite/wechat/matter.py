"""What stands before and after a story: marks, corrections, event facts, notes, whose it is."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias
from xml.etree import ElementTree as ET

from microsite.content.model import Event, Story
from microsite.content.review import shown_round
from microsite.content.site import Site
from microsite.content.wording import (
    day_text,
    fact_text,
    marked_title,
    moment_text,
    status_text,
    weekday_text,
    when_text,
)
from microsite.wechat import styles
from microsite.wechat.markup import block
from microsite.wechat.styles import OF_TAG
from microsite.wechat.writer import Note

Row: TypeAlias = tuple[str, str]

TO_COME = frozenset({"planned", "postponed"})
CALENDAR = (
    "微信里打不开日历文件。要把活动加进手机日历：点文末“阅读原文”，再点右上角“…”，"
    "选“在浏览器打开”。"
)


def head(story: Story, state: str) -> ET.Element:
    """Return what must be said before the story; `state` is that of a draft."""
    said = []
    if state:
        said.append(
            block("p", styles.ALARM, f"草稿（{state}）：没有审完，只供内部查看，不得发布。")
        )
    if story.sample:
        said.append(block("p", styles.SAMPLE, "示例：本文为展示网站而编写，不是真实的人和事。"))
    if one := story.repost:
        origin = f"本文转载自{one.source}（{day_text(one.published)}）。原文：{one.url}"
        said.append(block("p", styles.REMARK, origin))
    for correction in story.corrections:
        note = f"更正（{day_text(correction.on)}）：{correction.note}"
        said.append(block("p", styles.REMARK, note))
    return block("section", styles.HEAD, inside=tuple(said))


def foot(story: Story, site: Site, notes: Iterable[Note], cover: str) -> ET.Element:
    """Return what follows the story; `cover` says whose work the cover is."""
    events = [site.events[id] for id in story.events]
    parts = [
        *_facts(events, site),
        *_notes(notes),
        *_colophon(story, site, cover),
    ]
    return block("section", styles.FOOT, inside=tuple(parts))


def _facts(events: Iterable[Event], site: Site) -> Iterator[ET.Element]:
    some = tuple(events)
    if some:
        yield block("h2", styles.HEADING, "文中的活动")
    for event in some:
        yield block("p", styles.MINOR, marked_title(event))
        yield _table(_rows(event, site))
    if any(event.status in TO_COME for event in some):
        yield block("p", styles.SMALL, CALENDAR)


def _rows(event: Event, site: Site) -> Iterator[Row]:
    series = site.series[event.series]
    yield "时间", f"{when_text(event)}（{weekday_text(event.begins.day)}）"
    if event.moved_to:
        yield "原定时间", moment_text(event.start)
    if event.place:
        place = site.places[event.place]
        yield "地点", f"{place.title}（示例）" if place.sample else place.title
    if event.branches:
        yield "支部", "、".join(site.branches[id].title for id in event.branches)
    yield "状态", status_text(event, series) + (f"：{event.reason}" if event.reason else "")
    for key, value in event.fields.items():
        yield series.fields[key].label, fact_text(value)


def _table(rows: Iterable[Row]) -> ET.Element:
    lines = (
        block("tr", "", "", (block("th", styles.KEY, key), block("td", OF_TAG["td"], value)))
        for key, value in rows
    )
    return block("table", OF_TAG["table"], inside=(block("tbody", inside=tuple(lines)),))


def _notes(notes: Iterable[Note]) -> Iterator[ET.Element]:
    lines = [
        block("p", styles.SMALL, f"[{note.number}] {note.words}：{note.address}") for note in notes
    ]
    if lines:
        yield block("h2", styles.HEADING, "文中的链接")
        yield from lines


def _colophon(story: Story, site: Site, cover: str) -> Iterator[ET.Element]:
    said = [f"来源：{story.source}"]
    if story.author:
        said.append(f"供稿：{story.author}")
    if site.bureau.reviewers == "posts":
        said += (f"{step.step}：{step.by}" for step in shown_round(story))
    if cover:
        said.append(f"封面：{cover}")
    yield block("hr", OF_TAG["hr"])
    yield block("p", styles.SMALL, "　".join(said))
    yield block("p", styles.SMALL, f"阅读原文：{site.bureau.site_url}{story.url}")
