"""A month as a calendar and as a list."""

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from microsite.content.model import Event
from microsite.content.site import Site, group
from microsite.content.wording import month_text
from microsite.pages.view import Crumb, View

EVENTS = Crumb("活动", "events/")


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A cell of the calendar."""

    day: date
    is_inside: bool
    """Whether it belongs to the month shown, not to its neighbours."""
    events: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class MonthView(View):
    """A month of events."""

    template: ClassVar[str] = "month"
    scripts: ClassVar[tuple[str, ...]] = ("dates",)

    month: date
    """Its first day."""
    weeks: tuple[tuple[CalendarDay, ...], ...]
    """Monday to Sunday."""
    events: tuple[Event, ...]
    """That touch the month, or were to begin in it, soonest first."""
    earlier: Crumb | None
    later: Crumb | None

    @property
    def sample(self) -> bool:
        """Whether any of the events is made up."""
        return any(event.sample for event in self.events)


def month_views(site: Site) -> list[MonthView]:
    """Return a page for every month that has an event, in order of time."""
    by_day = events_by_day(site)
    months = sorted({day.replace(day=1) for day in by_day})
    crumbs = [Crumb(month_text(month), month_url(month)) for month in months]
    views = []
    for number, month in enumerate(months):
        weeks = tuple(
            tuple(CalendarDay(day, day.month == month.month, by_day.get(day, ())) for day in week)
            for week in Calendar().monthdatescalendar(month.year, month.month)
        )
        touching = {
            event.id: event
            for week in weeks
            for cell in week
            if cell.is_inside
            for event in cell.events
        }
        title = f"{crumbs[number].title}活动"
        views.append(
            MonthView(
                url=crumbs[number].url,
                title=title,
                summary=f"{title}日历，共{len(touching)}项。",
                trail=(EVENTS,),
                month=month,
                weeks=weeks,
                events=tuple(
                    sorted(touching.values(), key=lambda event: (event.begins.instant, event.id))
                ),
                earlier=crumbs[number - 1] if number else None,
                later=crumbs[number + 1] if number + 1 < len(crumbs) else None,
            )
        )
    return views


def events_by_day(site: Site) -> Mapping[date, tuple[Event, ...]]:
    """Return the events of each day they touch, and of the day from which they were moved."""

    def days(event: Event) -> list[date]:
        touched = list(event.days)
        return touched if event.start.day in touched else [event.start.day, *touched]

    return group(site.events.values(), days)


def month_url(day: date) -> str:
    """Return the address of the month of `day`, below the site's root."""
    return f"events/{day.year}/{day.month:02}/"
