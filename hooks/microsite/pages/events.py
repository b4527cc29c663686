"""The page of all events and the page of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from microsite.content.model import Branch, Column, Event, Place, Series, Story
from microsite.content.review import shown_round
from microsite.content.signatures import ReviewStep
from microsite.content.site import Site, group
from microsite.content.wording import fact_text, month_text, stage_of, when_text
from microsite.pages.calendar import EVENTS, MonthView, month_url
from microsite.pages.view import Crumb, View

Neighbours: TypeAlias = tuple[Event | None, Event | None]

UPCOMING_SHOWN = 40
RECENT_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of the series, as this event states it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of the series, and whether this event has reached it."""

    name: str
    on: date | None
    """Planned only, where it is not reached."""
    is_reached: bool
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class EventView(View):
    """One event."""

    template: ClassVar[str] = "event"
    scripts: ClassVar[tuple[str, ...]] = ("dates",)

    event: Event
    review: tuple[ReviewStep, ...]
    series: Series
    column: Column
    place: Place | None
    branches: tuple[Branch, ...]
    facts: tuple[Fact, ...]
    steps: tuple[Step, ...]
    stories: tuple[Story, ...]
    earlier: Event | None
    """Of the same series."""
    later: Event | None
    month_url: str


@dataclass(frozen=True, kw_only=True)
class EventsView(View):
    """What is coming, what was lately, and the way to every month."""

    template: ClassVar[str] = "events"
    scripts: ClassVar[tuple[str, ...]] = ("dates",)

    upcoming: tuple[Event, ...]
    recent: tuple[Event, ...]
    years: Mapping[int, tuple[MonthView, ...]]
    today: date


def upcoming(events: Iterable[Event], today: date) -> list[Event]:
    """Return the events that have not ended by `today`, soonest first."""
    return [event for event in events if event.ends.day >= today]


def events_view(site: Site, months: Iterable[MonthView], today: date) -> EventsView:
    """Return the page of all events."""
    events = tuple(site.events.values())
    coming = upcoming(events, today)
    recent = [event for event in reversed(events) if event.counts][:RECENT_SHOWN]
    years = group(sorted(months, key=lambda month: month.url), lambda month: [month.month.year])
    return EventsView(
        url="events/",
        title="活动",
        summary="即将举办的活动、每月活动日历，以及加入手机日历的办法。",
        upcoming=tuple(coming[:UPCOMING_SHOWN]),
        recent=tuple(recent),
        years=dict(sorted(years.items(), reverse=True)),
        today=today,
    )


def event_views(site: Site, today: date) -> Iterator[EventView]:
    """Return the page of each event."""
    for series_id, events in site.events_of_series.items():
        series = site.series[series_id]
        for number, event in enumerate(events):
            earlier = events[number - 1] if number else None
            later = events[number + 1] if number + 1 < len(events) else None
            yield _event_view(site, series, event, (earlier, later), today)


def _event_view(
    site: Site, series: Series, event: Event, neighbours: Neighbours, today: date
) -> EventView:
    current = stage_of(event, series, today)
    reached = series.stages[: series.stages.index(current) + 1] if current else ()
    month = Crumb(month_text(event.begins.day), month_url(event.begins.day))
    return EventView(
        url=event.url,
        title=event.title,
        summary=event.summary or f"{series.title}，{when_text(event)}。",
        trail=(EVENTS, month),
        source=event.origin.path,
        feed_url=series.url,
        event=event,
        review=shown_round(event),
        series=series,
        column=site.columns[series.column],
        place=site.places[event.place] if event.place else None,
        branches=tuple(site.branches[id] for id in event.branches),
        facts=tuple(_facts(event, series)),
        steps=tuple(
            Step(name, event.stages.get(name), name in reached, name == current)
            for name in series.stages
        ),
        stories=site.stories_of_event.get(event.id, ()),
        earlier=neighbours[0],
        later=neighbours[1],
        month_url=month.url,
    )


def _facts(event: Event, series: Series) -> Iterator[Fact]:
    for key, value in event.fields.items():
        yield Fact(series.fields[key].label, fact_text(value))
