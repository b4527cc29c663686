"""The entry of a new event in the file of its month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from microsite.content.declarations import FieldSpec
from microsite.content.layout import EVENTS
from microsite.content.model import Branch, Event, Place, Series
from microsite.content.values import Moment
from microsite.drafts.draft import Entry
from microsite.drafts.lines import (
    blank,
    indented,
    line,
    listed,
    meaning,
    offered,
    optional,
    written,
)
from microsite.drafts.slugs import suggested

SCHEMA = "../schemas/events.json"
LONGEST_TAIL = 24
"""Of a suggested id behind day and series, in letters."""
SHAPES = {
    "place": "…",
    "branches": "[…]",
    "text": "…",
    "number": "…",
    "date": "2026-12-01",
    "approval": "…",
}
"""How values of some keys, and facts of each type, are typed."""

NOT_BY_HAND = "批准以后由 microsite sign 填写，不要手填"


@dataclass(frozen=True, slots=True)
class EventAnswers:
    """What is known of an event."""

    id: str
    series: Series
    title: str
    start: Moment
    end: Moment | None = None
    place: Place | None = None
    branches: tuple[Branch, ...] = ()
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By the key of the field; approvals are signed later."""
    is_planned: bool = False
    is_sample: bool = False


def event(answers: EventAnswers) -> Entry:
    """Return the entry of an event: every key that it may have, facts to be filled in."""
    lines = (f"{answers.id}:", *indented([*_keys(answers)]))
    return Entry(
        month_path(answers.start),
        answers.id,
        lines,
        SCHEMA,
        start=str(answers.start),
        approvals=_due_approvals(answers.series, answers.facts),
    )


def month_path(start: Moment) -> str:
    """Return the file, below the project, of the events that begin in the month of `start`."""
    return f"{EVENTS}{start.day:%Y-%m}.yml"


def event_id(
    series: Series,
    title: str,
    start: Moment,
    place: Place | None = None,
    branches: tuple[Branch, ...] = (),
) -> str:
    """Return an id for an event: its day, its series, and what tells it from others of it."""
    per = series.cadence.per if series.cadence else None
    if per == "branch" and len(branches) == 1:
        tail = branches[0].id
    elif per == "place" and place:
        tail = place.id
    else:
        tail = suggested(title.replace(series.title, ""), LONGEST_TAIL)
    return "-".join(filter(None, [f"{start.day:%Y%m%d}", series.id, tail]))


def due(series: Series, key: str, facts: Mapping[str, str]) -> bool:
    """Tell whether an event that states these `facts` must state that of `key` as well."""
    spec = series.fields[key]
    case = spec.required_when.items()
    return spec.required or any(facts.get(other) == value for other, value in case)


def _due_approvals(series: Series, facts: Mapping[str, str]) -> tuple[str, ...]:
    approvals = (key for key, spec in series.fields.items() if spec.type == "approval")
    return tuple(key for key in approvals if due(series, key, facts))


def _keys(answers: EventAnswers) -> Iterator[str]:
    yield line("series", answers.series.id, answers.series.title)
    yield line("title", written(answers.title))
    yield offered("summary", "…", meaning(Event, "summary"))
    if answers.is_planned:
        note = "计划中；举办后删去这一行；延期写 postponed 和 moved_to，取消写 cancelled 和 reason"
        yield line("status", "planned", note)
    else:
        yield offered("status", "…", meaning(Event, "status"))
    yield line("start", str(answers.start))
    if answers.end:
        yield line("end", str(answers.end))
    else:
        yield offered("end", str(answers.start), meaning(Event, "end"))
    yield _named("place", (answers.place,) if answers.place else ())
    yield _named("branches", answers.branches)
    yield from _facts(answers)
    if answers.series.stages:
        yield _stages(answers)
    sample = "true" if answers.is_sample else ""
    yield optional("sample", sample, "true", meaning(Event, "sample"))


def _named(key: str, entries: tuple[Place | Branch, ...]) -> str:
    if not entries:
        return offered(key, SHAPES[key], meaning(Event, key))
    ids = tuple(one.id for one in entries)
    value = listed(ids) if key == "branches" else ids[0]
    return line(key, value, "、".join(one.title for one in entries))


def _stages(answers: EventAnswers) -> str:
    first, *_ = answers.series.stages
    example = f"{{{written(first, inside=True)}: {answers.start.day}}}"
    course = "、".join(answers.series.stages)
    return offered("stages", example, f"走到一个环节写一个，写上日期，依次是：{course}")


def _facts(answers: EventAnswers) -> list[str]:
    """Return the lines of the fields, those that must be there first."""
    series, facts = answers.series, answers.facts
    if not series.fields:
        return []
    stated = [key for key in series.fields if key in facts or due(series, key, facts)]
    wanted = [line(written(key), *_fact(answers, key)) for key in stated]
    spare = [
        offered(written(key), SHAPES[spec.type], _note(series, spec))
        for key, spec in series.fields.items()
        if key not in stated
    ]
    if wanted:
        return ["fields:", *indented([*wanted, *spare])]
    return ["# fields:", *(one.replace("# ", "#   ", 1) for one in spare)]


def _fact(answers: EventAnswers, key: str) -> tuple[str, str]:
    """Return what is typed behind `key`, and the remark behind that."""
    spec = answers.series.fields[key]
    if spec.type == "approval":
        by, on = blank("审批人岗位"), blank("审批日期")
        return f"{{by: {by}, on: {on}}}", f"{spec.label}；{NOT_BY_HAND}"
    if key in answers.facts:
        return written(answers.facts[key]), spec.label
    return written(blank(spec.label, spec.help)), _choices(spec)


def _choices(spec: FieldSpec) -> str:
    return f"可以写：{'、'.join(spec.values)}" if spec.values else ""


def _note(series: Series, spec: FieldSpec) -> str:
    """Return what an editor has to know of a field."""
    cases = (
        f"“{series.fields[other].label}”是“{value}”时必填"
        for other, value in spec.required_when.items()
        if other in series.fields
    )
    signed = NOT_BY_HAND if spec.type == "approval" else ""
    return "；".join(filter(None, [spec.label, _choices(spec), *cases, spec.help, signed]))
