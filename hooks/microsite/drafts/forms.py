"""What has to be known of each new thing, in the order in which it is asked."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from functools import partial
from typing import TypeAlias, TypeVar

from pydantic import TypeAdapter

from microsite.content.model import Branch, Column, Place, Series
from microsite.content.problems import Problem
from microsite.content.values import SLUG, Minute, Moment
from microsite.drafts.askers import Asker
from microsite.drafts.draft import Draft
from microsite.drafts.entries import branch, place
from microsite.drafts.known import FILES, Known
from microsite.drafts.questions import (
    BrokenError,
    Choice,
    Question,
    line_of_text,
    new_id,
    new_title,
    one_of,
    several_of,
    value,
)
from microsite.drafts.series import SeriesAnswers, series
from microsite.drafts.slugs import free, suggested
from microsite.drafts.story import StoryAnswers, story

T = TypeVar("T")
Form: TypeAlias = Callable[[Asker, Known, datetime], Draft | None]
"""Asks, and returns what comes of it; nothing, if an answer that must be there is not."""

SAMPLE = "--sample"
MOST_EVENTS = 12
"""That are shown to choose from, the newest."""


def story_form(asker: Asker, known: Known, now: datetime) -> Draft | None:
    """Ask for a story."""
    chosen = asker.ask(series_question(known))
    title = asker.ask(Question("--title", "标题", line_of_text))
    published = asker.ask(_published(now))
    id = asker.ask(_id("文件名", title, known.taken["story"]))
    summary = asker.ask(_text("--summary", "摘要", "一两句话"))
    source = asker.ask(_text("--source", "来源", default=known.bureau or ""))
    author = asker.ask(_text("--author", "供稿", "科室或单位"))
    tags = picked(asker, _tags(known))
    events = picked(asker, _events(known, chosen))
    if chosen is None or not title or published is None or not id:
        return None
    return story(
        StoryAnswers(
            id=id,
            series=known.series[chosen],
            title=title,
            published=published,
            summary=summary or "",
            source=source or "",
            author=author or "",
            tags=tags or (),
            events=events or (),
            is_sample=SAMPLE in asker.given,
        )
    )


def series_form(asker: Asker, known: Known, _: datetime) -> Draft | None:
    """Ask for a series."""
    column = asker.ask(_column(known))
    titles = [(one.title, one.id) for one in known.series.values()]
    title = asker.ask(Question("--title", "系列名称", new_title("系列", titles)))
    id = asker.ask(_id("编号", title, known.taken["series"]))
    summary = asker.ask(_text("--summary", "一句话介绍"))
    if column is None or not title or not id:
        return None
    orders = [one.order for one in known.series.values() if one.column == column]
    order = max(orders, default=0) + 1
    return series(SeriesAnswers(id, title, known.columns[column], order, summary or ""))


def place_form(asker: Asker, known: Known, _: datetime) -> Draft | None:
    """Ask for a place."""
    _demand_table(known, "place", "地点")
    title = asker.ask(_new_name("地点", "小区、村、工地等的名称，不写门牌", known.places))
    kinds = dict.fromkeys(one.kind for one in known.places.values())
    kind = asker.ask(_kind(tuple(Choice(kind, kind) for kind in kinds)))
    id = asker.ask(_id("编号", title, known.taken["place"]))
    summary = asker.ask(_text("--summary", "一句话介绍"))
    if not title or not kind or not id:
        return None
    return place(id, title, kind, summary or "", is_sample=SAMPLE in asker.given)


def branch_form(asker: Asker, known: Known, _: datetime) -> Draft | None:
    """Ask for a party branch."""
    _demand_table(known, "branch", "支部")
    title = asker.ask(_new_name("支部", "例如 物业科支部", known.branches))
    id = asker.ask(_id("编号", title, known.taken["branch"]))
    summary = asker.ask(_text("--summary", "一句话介绍"))
    if not title or not id:
        return None
    return branch(id, title, summary or "", is_sample=SAMPLE in asker.given)


def _demand_table(known: Known, kind: str, name: str) -> None:
    """Refuse to ask for what cannot be written."""
    if problem := known.obstacle_to(FILES[kind]):
        raise BrokenError(name, problem)


def picked(asker: Asker, question: Question[T], obstacle: Problem | None = None) -> T | None:
    """Ask what only choices can answer, if there are any.

    Raises:
        BrokenError: If there are none because of an `obstacle`, and it must be known.
    """
    if question.choices or question.flag in asker.given:
        return asker.ask(question)
    if question.is_required and obstacle:
        raise BrokenError(f"可选的{question.words}", obstacle)
    return None


def series_question(known: Known) -> Question[str]:
    """Return the question for a series, its choices by column."""
    choices = tuple(
        Choice(one.id, one.title, _group(one, known.columns)) for one in known.series.values()
    )
    read = one_of(choices, "系列", lost=partial(known.lost, "series"))
    return Question("--series", "系列", read, choices=choices)


def _group(one: Series, columns: Mapping[str, Column]) -> str:
    return columns[one.column].title if one.column in columns else one.column


def _column(known: Known) -> Question[str]:
    columns = known.columns.values()
    choices = tuple(Choice(one.id, one.title, short=one.short) for one in columns)
    read = one_of(choices, "栏目", lost=partial(known.lost, "column"))
    return Question("--column", "栏目", read, choices=choices)


def _published(now: datetime) -> Question[Moment]:
    tomorrow = Moment(now.date() + timedelta(days=1), time(9, 30))
    read = value(TypeAdapter[Moment](Minute))
    return Question("--published", "发布时间", read, "审完以后的某一刻", str(tomorrow))


def _id(words: str, title: str | None, taken: Mapping[str, str]) -> Question[str]:
    """Return the question for an id; where a title is missing, that alone is worth telling."""
    spelt = suggested(title or "")
    hint = "网址的一部分，定了就不改"
    return Question(
        "--id",
        words,
        new_id(SLUG, taken),
        hint,
        free(spelt, taken) if spelt else "",
        is_required=title is not None,
    )


def _text(flag: str, words: str, hint: str = "", default: str = "") -> Question[str]:
    return Question(flag, words, line_of_text, hint, default, is_required=False)


def _tags(known: Known) -> Question[tuple[str, ...]]:
    choices = tuple(Choice(tag, tag) for tag in known.tags)
    read = several_of(choices, "标签", lost=partial(known.lost, "tag"))
    return Question("--tag", "标签", read, "可选几个", choices=choices, is_required=False)


def _events(known: Known, series: str | None) -> Question[tuple[str, ...]]:
    """Return the question for the events of a story; those that are not shown can be named."""
    newest = sorted(known.events, key=lambda event: event.begins.instant, reverse=True)
    choices = tuple(Choice(one.id, one.title) for one in newest)
    own = tuple(Choice(one.id, one.title) for one in newest if one.series == series)[:MOST_EVENTS]
    read = several_of(own, "活动", choices, partial(known.lost, "event"))
    return Question("--event", "相关活动", read, "可选几个", choices=own, is_required=False)


def _new_name(
    name: str, hint: str, others: Mapping[str, Place] | Mapping[str, Branch]
) -> Question[str]:
    titles = [(one.title, one.id) for one in others.values()]
    return Question("--title", f"{name}名称", new_title(name, titles), hint)


def _kind(choices: tuple[Choice, ...]) -> Question[str]:
    """Return the question for the kind of a place, which may be a new one."""
    pick = one_of(choices, "类别")

    def read(raw: str) -> str:
        return pick(raw) if raw.isdecimal() else line_of_text(raw)

    return Question("--kind", "类别", read, "也可以写新的类别", choices=choices)
