"""What has to be known of a new event, and of the facts that its series demands."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from unicodedata import normalize

from pydantic import TypeAdapter

from microsite.content.consistency import event_problems
from microsite.content.entry import ORIGIN, Origin
from microsite.content.model import Event, Series
from microsite.content.nodes import Mapping as Node
from microsite.content.nodes import compose
from microsite.content.problems import did_you_mean
from microsite.content.traits import fields_model, fields_of
from microsite.content.values import EVENT_ID, DayOrMinute, Moment
from microsite.drafts.askers import Asker
from microsite.drafts.draft import Draft
from microsite.drafts.event import EventAnswers, due, event, event_id, month_path
from microsite.drafts.forms import SAMPLE, picked, series_question
from microsite.drafts.known import Known
from microsite.drafts.lines import written
from microsite.drafts.questions import (
    AnswerError,
    BrokenError,
    Choice,
    Question,
    line_of_text,
    new_id,
    one_of,
    several_of,
    value,
)
from microsite.drafts.slugs import free

FIELD = "--field "
"""Begins the flag of a fact, in front of its key."""
_NOTHING = Node(1, 1, {}, {})
_ANY = Moment(date(2000, 1, 1))
"""Stands for a start on which nothing depends."""


def event_form(asker: Asker, known: Known, now: datetime) -> Draft | None:
    """Ask for an event."""
    chosen = asker.ask(series_question(known))
    series = known.series[chosen] if chosen else None
    title = asker.ask(Question("--title", "活动名称", line_of_text))
    start = asker.ask(_start(known))
    end = asker.ask(_end(start))
    place = picked(asker, _place(known, series), known.unread("place"))
    branches = picked(asker, _branches(known, series), known.unread("branch"))
    facts = _facts(asker, series) if series else {}
    where = known.places[place] if place else None
    who = tuple(known.branches[one] for one in branches or ())
    spelt = event_id(series, title, start, where, who) if series and title and start else ""
    id = asker.ask(_id(spelt, known.taken["event"]))
    if series is None or not title or start is None or not id:
        return None
    return event(
        EventAnswers(
            id=id,
            series=series,
            title=title,
            start=start,
            end=end,
            place=where,
            branches=who,
            facts=facts,
            is_planned=not is_over(end or start, now),
            is_sample=SAMPLE in asker.given,
        )
    )


def is_over(end: Moment, now: datetime) -> bool:
    """Tell whether what ends then has taken place; a whole day ends with it."""
    return end.day < now.date() if end.is_all_day else end.instant <= now


def _start(known: Known) -> Question[Moment]:
    """Return the question for the start, which says into which file an event is written."""
    read = value(TypeAdapter[Moment](DayOrMinute))

    def writable(raw: str) -> Moment:
        start = read(raw)
        if problem := known.obstacle_to(month_path(start)):
            raise BrokenError("当月的活动", problem)
        return start

    return Question("--start", "开始", writable, "2026-12-05 15:00；全天的只写日期")


def _end(start: Moment | None) -> Question[Moment]:
    """Return the question for the end, of which the clock alone will do."""
    read = value(TypeAdapter[Moment](DayOrMinute))

    def fitting(raw: str) -> Moment:
        clock = normalize("NFKC", raw).strip()
        is_clock = start is not None and re.fullmatch(r"\d{1,2}:\d{2}", clock)
        end = read(f"{start and start.day} {clock}" if is_clock else raw)
        for problem in event_problems(_event(start or end, end)):
            raise AnswerError(problem.message)
        return end

    hint = "同一天的只写几点几分"
    return Question("--end", "结束", fitting, hint, is_required=False)


def _event(start: Moment, end: Moment | None = None, node: Node = _NOTHING) -> Event:
    """Return an event about which nothing else is known, for the model to judge."""
    times = {"start": str(start)} | ({"end": str(end)} if end else {})
    names = {"series": "…", "title": "…", ORIGIN: Origin("…", month_path(start), 1, 1, node)}
    return Event.model_validate(names | times)


def _place(known: Known, series: Series | None) -> Question[str]:
    kinds = [*dict.fromkeys(one.kind for one in known.places.values())]
    places = sorted(known.places.values(), key=lambda one: kinds.index(one.kind))
    choices = tuple(Choice(one.id, one.title, one.kind) for one in places)
    is_required = _counts(series, "place")
    hint = _reason(is_required=is_required)
    read = one_of(choices, "地点", lost=partial(known.lost, "place"))
    return Question("--place", "地点", read, hint, choices=choices, is_required=is_required)


def _branches(known: Known, series: Series | None) -> Question[tuple[str, ...]]:
    choices = tuple(Choice(one.id, one.title) for one in known.branches.values())
    is_required = _counts(series, "branch")
    hint = f"可选几个{_reason(is_required=is_required)}"
    read = several_of(choices, "支部", lost=partial(known.lost, "branch"))
    return Question("--branch", "支部", read, hint, choices=choices, is_required=is_required)


def _counts(series: Series | None, per: str) -> bool:
    return series is not None and series.cadence is not None and series.cadence.per == per


def _reason(*, is_required: bool) -> str:
    return "；这个系列按它统计，一定要写" if is_required else ""


def _id(spelt: str, taken: Mapping[str, str]) -> Question[str]:
    """Return the question for the id, of no use as long as there is nothing to spell it from."""
    hint = "网址的一部分，定了就不改"
    default = free(spelt, taken) if spelt else ""
    read = new_id(EVENT_ID, taken)
    return Question("--id", "编号", read, hint, default, is_required=bool(spelt))


def _facts(asker: Asker, series: Series) -> Mapping[str, str]:
    """Ask for the facts that an event must state, and take those that flags give."""
    keys = _keys(series)
    for flag in asker.given:
        key = flag.removeprefix(FIELD)
        if key in series.fields and key not in keys:
            asker.object(f"{flag}：审批不能手填，先新建，批准后运行 microsite sign")
        elif key != flag and key not in keys:
            hint = did_you_mean(key, keys)
            asker.object(f"{flag}：“{series.title}”没有这个字段{hint}")
    facts: dict[str, str] = {}
    for key in sorted(keys, key=lambda key: bool(series.fields[key].required_when)):
        question = _fact(series, key)
        is_wanted = due(series, key, facts) or question.flag in asker.given
        if is_wanted and (fact := asker.ask(question)):
            facts[key] = fact
    return facts


def _keys(series: Series) -> list[str]:
    """Return the fields that an editor states; an approval is for somebody else to sign."""
    return [key for key, spec in series.fields.items() if spec.type != "approval"]


def _fact(series: Series, key: str) -> Question[str]:
    """Return the question for one fact."""
    spec = series.fields[key]
    choices = tuple(Choice(one, one) for one in spec.values)
    read = one_of(choices, spec.label) if choices else _judged(series, key)
    return Question(
        f"{FIELD}{key}", spec.label, read, spec.help or "", choices=choices, is_required=False
    )


def _judged(series: Series, key: str) -> Callable[[str], str]:
    """Return what reads a fact as the series wants it."""
    spec = series.fields[key].model_copy(update={"required_when": {}})
    alone = series.model_copy(update={"fields": {key: spec}})

    def read(raw: str) -> str:
        typed = line_of_text(raw if spec.type == "text" else normalize("NFKC", raw))
        fact = f"{written(key, inside=True)}: {written(typed, inside=True)}"
        node, _ = compose(f"fields: {{{fact}}}", "")
        assert isinstance(node, Node)  # as it was just typed
        found = fields_of(_event(_ANY, node=node), alone, fields_model(alone))
        if isinstance(found, list):
            raise AnswerError(found[0].message)
        return typed

    return read
