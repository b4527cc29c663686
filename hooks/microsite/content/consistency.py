"""Whether records fit together: references, order of dates, rules between keys."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from typing import TypeAlias

from microsite.content.bureau import Admin, Bureau
from microsite.content.entry import Entry, Origin
from microsite.content.layout import EVENTS, SERIES, STORIES
from microsite.content.model import Branch, Column, Event, Place, Series, Story, Tag
from microsite.content.nodes import Scalar, Sequence, is_null, locate, locate_key
from microsite.content.picture_records import PICTURES
from microsite.content.problems import Problem, did_you_mean
from microsite.content.values import Moment

Known: TypeAlias = Table[type[Entry], Table[str, str] | None]
"""The ids that may be referred to (of tags: the titles), each with the title that it stands for.

`None` stands for files that could not be read: no reference is doubted because of them.
"""


CONAC = "https://bszs.conac.cn/"
LONGEST_DAYS = 366

REFERENCES: dict[type[Entry], dict[str, tuple[str, type[Entry]]]] = {
    Series: {"column": ("栏目", Column), "guide": ("说明稿", Story)},
    Event: {"series": ("系列", Series), "place": ("地点", Place), "branches": ("支部", Branch)},
    Story: {"series": ("系列", Series), "tags": ("标签", Tag), "events": ("活动", Event)},
}
"""Which keys hold ids of what."""
WRITTEN_IN: dict[type[Entry], str] = {
    Column: "data/columns.yml",
    Series: SERIES,
    Event: EVENTS,
    Story: STORIES,
    Place: "data/places.yml",
    Branch: "data/branches.yml",
    Tag: "data/tags.yml",
}


def bureau_problems(bureau: Bureau) -> Iterator[Problem]:
    """Find addresses that are not what they should be."""
    for key in ("site_url", "edit_url"):
        if not getattr(bureau, key).endswith("/"):
            yield _problem(bureau, (key,), "address-slash", f"“{key}”应以 / 结尾")
    if bureau.conac and not bureau.conac.startswith(CONAC):
        message = f"党政机关标识的网址应以 {CONAC} 开头，写的是 “{bureau.conac}”"
        yield _problem(bureau, ("conac",), "conac-form", message)
    if bureau.admin:
        yield from _admin_problems(bureau, bureau.admin)


def series_problems(series: Series, known: Known, places: Table[str, Place]) -> Iterator[Problem]:
    """Find traits that contradict each other."""
    for number, name in enumerate(series.stages):
        if name in series.stages[:number]:
            yield _problem(
                series, ("stages", number), "stage-repeated", f"环节 “{name}” 写了两次，请只留一个"
            )
    for name in series.stage_days:
        if name not in series.stages:
            hint = did_you_mean(name, series.stages)
            yield _key_problem(
                series, ("stage_days", name), "stage-unknown", f"没有 “{name}” 这个环节{hint}"
            )
    yield from _field_problems(series)
    yield from _cadence_problems(series, known, places)


def event_problems(event: Event) -> Iterator[Problem]:
    """Find times out of order, and statuses without what they need."""
    for number, branch in enumerate(event.branches):
        if branch in event.branches[:number]:
            yield _problem(
                event, ("branches", number), "value-repeated", f"“{branch}” 写了两次，请只留一个"
            )
    month = event.origin.path.rpartition("/")[2].removesuffix(".yml")
    if (expected := f"{event.start.day:%Y-%m}") != month:
        message = f"这个活动开始于 {event.start.day}，应写在 data/events/{expected}.yml 里"
        yield _problem(event, ("start",), "event-month", message)
    yield from _time_problems(event)
    yield from _status_problems(event)


def story_problems(story: Story, assets: frozenset[str]) -> Iterator[Problem]:
    """Find what is written twice, a file in the wrong folder, and a cover that is not there.

    Args:
        story: A story that is sound in itself.
        assets: Paths below `docs/` of files that are not Markdown.
    """
    if story.cover and story.cover_path not in assets:
        pictures = [name.removeprefix(PICTURES) for name in assets if name.startswith(PICTURES)]
        message = (
            f"docs/{PICTURES} 里没有封面 “{story.cover}”{did_you_mean(story.cover, pictures)}"
        )
        yield _problem(story, ("cover",), "cover-missing", message)
    for number, tag in enumerate(story.tags):
        if tag in story.tags[:number]:
            yield _problem(
                story, ("tags", number), "value-repeated", f"“{tag}” 写了两次，请只留一个"
            )
    folder = f"docs/stories/{story.published.day.year}"
    if story.origin.path.rpartition("/")[0] != folder:
        message = f"发布时间是 {story.published.day.year} 年，文件应放在 {folder}/ 里"
        yield _problem(story, ("published",), "story-folder", message)
    if story.cover and not story.cover_alt:
        yield _problem(
            story, ("cover",), "cover-alt", "有封面就要写封面说明，请补上“cover_alt: …”"
        )


def tag_problems(tags: Iterable[Tag]) -> Iterator[Problem]:
    """Find titles that two tags have: stories name tags by title."""
    first: dict[str, Tag] = {}
    for tag in tags:
        if (other := first.setdefault(tag.title, tag)) is not tag:
            message = f"标签 “{tag.title}” 已经有了，编号是 “{other.id}”，请只留一个"
            yield _problem(tag, ("title",), "title-repeated", message)


def reference_problems(model: type[Entry], origin: Origin, known: Known) -> Iterator[Problem]:
    """Find references that lead nowhere, also in a record that has other problems."""
    for key, (name, target) in REFERENCES.get(model, {}).items():
        ids = known[target]
        value = origin.node.values.get(key)
        if ids is None or value is None:
            continue
        for item in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(item, Scalar) and not is_null(item) and item.value not in ids:
                hint = _hint(item.value, ids) or f"，有哪些请看 {WRITTEN_IN[target]}"
                message = f"{name} “{item.value}” 不存在{hint}"
                yield Problem(origin.path, item.line, item.column, "reference-unknown", message)


def _admin_problems(bureau: Bureau, admin: Admin) -> Iterator[Problem]:
    """Find what only the other kind of host knows."""
    for key, backend in (("app_id", "gitlab"), ("relay", "github")):
        if getattr(admin, key) and admin.backend != backend:
            message = f"“{key}”只用于 {backend}，这里的代码平台是 {admin.backend}，请删去这一行"
            yield _problem(bureau, ("admin", key), "repository-sign-in", message)


def _hint(wrong: str, known: Table[str, str]) -> str:
    if "，" in wrong or "、" in wrong:
        return "；多个之间要用半角逗号，写成 [甲, 乙]"
    by_title = {title: id for id, title in known.items()}
    if wrong in by_title:
        return f"，这里要写编号，是不是 “{by_title[wrong]}”？"
    return did_you_mean(wrong, known)


def _time_problems(event: Event) -> Iterator[Problem]:
    if event.end and event.end.is_all_day != event.start.is_all_day:
        message = (
            f"开始和结束要么都写时间，要么都不写；开始是 “{event.start}”，结束是 “{event.end}”"
        )
        yield _problem(event, ("end",), "time-form", message)
    elif event.end and event.end.instant < event.start.instant:
        message = f"结束（{event.end}）早于开始（{event.start}），请核对"
        yield _problem(event, ("end",), "time-order", message)
    elif event.end and (event.end.day - event.start.day).days > LONGEST_DAYS:
        message = f"活动从 {event.start} 到 {event.end}，超过一年，请核对结束的年份"
        yield _problem(event, ("end",), "time-long", message)
    if event.moved_to and not _is_later(event.moved_to, event.start):
        message = f"改到的时间（{event.moved_to}）应晚于原定的开始（{event.start}）"
        yield _problem(event, ("moved_to",), "time-order", message)


def _is_later(moved: Moment, start: Moment) -> bool:
    if moved.is_all_day != start.is_all_day:
        return moved.day > start.day
    return moved.instant > start.instant


def _status_problems(event: Event) -> Iterator[Problem]:
    if event.status == "postponed" and not event.moved_to:
        message = (
            "延期的活动要写改到什么时候，请补上“moved_to: 2023-05-06 15:00”；"
            "还没定就写 cancelled 和原因"
        )
        yield _problem(event, ("status",), "status-moved-to", message)
    if event.status in {"planned", "cancelled"} and event.moved_to:
        message = "写了改期（moved_to），状态应是 postponed（延期）或 held（已举办）"
        yield _key_problem(event, ("moved_to",), "status-moved-to", message)
    if event.status == "cancelled" and not event.reason:
        yield _problem(
            event, ("status",), "status-reason", "取消的活动要写原因，请补上“reason: …”"
        )
    if event.status in {"planned", "held"} and event.reason and not event.moved_to:
        message = "原因（reason）只用于延期或取消的活动，请删去，或改状态"
        yield _key_problem(event, ("reason",), "status-reason", message)


def _field_problems(series: Series) -> Iterator[Problem]:
    labels: set[str] = set()
    for key, spec in series.fields.items():
        if spec.label in labels:
            message = f"名称 “{spec.label}” 已用于另一个字段，读者会分不清，请换一个"
            yield _problem(series, ("fields", key, "label"), "field-label", message)
        labels.add(spec.label)
        if not re.fullmatch(r"[a-z][a-z0-9_]*", key):
            message = f"字段名 “{key}” 只能用小写英文字母、数字和下划线，以字母开头"
            yield _key_problem(series, ("fields", key), "field-key", message)
        if spec.values and spec.type != "text":
            message = "有可选值（values）的字段只能是文字，请删去 type"
            yield _problem(series, ("fields", key, "type"), "field-type", message)
        for other, value in spec.required_when.items():
            yield from _condition_problems(series, key, other, value)


def _condition_problems(series: Series, key: str, other: str, value: str) -> Iterator[Problem]:
    path = ("fields", key, "required_when", other)
    if other not in series.fields or other == key:
        hint = did_you_mean(other, set(series.fields) - {key})
        yield _key_problem(series, path, "reference-unknown", f"字段 “{other}” 不存在{hint}")
    elif (values := series.fields[other].values) and value not in values:
        hint = did_you_mean(value, values)
        yield _problem(series, path, "value-choice", f"“{value}” 不是字段“{other}”的可选值{hint}")


def _cadence_problems(
    series: Series, known: Known, places: Table[str, Place]
) -> Iterator[Problem]:
    if not series.cadence or not series.cadence.kind:
        return
    if series.cadence.per != "place":
        yield _key_problem(
            series,
            ("cadence", "kind"),
            "cadence-kind",
            "地点类别（kind）只用于按地点（per: place）统计",
        )
    elif known[Place] is not None and series.cadence.kind not in (
        kinds := {p.kind for p in places.values()}
    ):
        hint = did_you_mean(series.cadence.kind, kinds)
        yield _problem(
            series,
            ("cadence", "kind"),
            "reference-unknown",
            f"没有类别是 “{series.cadence.kind}” 的地点{hint}",
        )


def _problem(entry: Entry, path: tuple[str | int, ...], code: str, message: str) -> Problem:
    return Problem(entry.origin.path, *locate(entry.origin.node, path), code, message)


def _key_problem(entry: Entry, path: tuple[str | int, ...], code: str, message: str) -> Problem:
    return Problem(entry.origin.path, *locate_key(entry.origin.node, path), code, message)
