"""Events as iCalendar text (RFC 5545).

`UID` is the event's id and the bureau's permanent id, and never changes. `DTSTAMP` and `SEQUENCE`
come from the record, so that the same content gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Timezone, vText
from icalendar import Event as Component

from microsite.content.model import Event
from microsite.content.signatures import STEPS
from microsite.content.site import Site
from microsite.content.values import Moment
from microsite.content.wording import marked_title

STATUS = {
    "planned": "TENTATIVE",
    "held": "CONFIRMED",
    "postponed": "CONFIRMED",
    "cancelled": "CANCELLED",
}
CRLF = "\r\n"


class CalendarWriter:
    """Writes any number of calendars of one site; an event that is in several is written once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._zone = _text(Timezone.from_tzid("Asia/Shanghai", first_date=date(2000, 1, 1)))
        self._events: dict[str, str] = {}
        self._untitled = _frame("")

    def calendar(self, title: str, events: Sequence[Event]) -> str:
        """Return a calendar; without a title, a phone adds its events to a calendar it has."""
        head, end = _frame(title) if title else self._untitled
        return "".join((head, self._zone, *map(self._event, events), end))

    def _event(self, event: Event) -> str:
        if event.id not in self._events:
            self._events[event.id] = _component(event, self._site)
        return self._events[event.id]


def _frame(title: str) -> tuple[str, str]:
    """Return what stands before and after the events."""
    calendar = Calendar()
    calendar.add("prodid", "-//microsite//zh-CN")
    calendar.add("version", "2.0")
    if title:
        calendar.add("x-wr-calname", vText(title))  # or it would not be escaped
        calendar.add("x-wr-timezone", "Asia/Shanghai")
    head, end, _ = _text(calendar).partition(f"END:VCALENDAR{CRLF}")
    return head, end


def _component(event: Event, site: Site) -> str:
    component = Component()
    component.add("uid", f"{event.id}@{site.bureau.permanent_id}")
    component.add("dtstamp", _stamp(event))
    component.add("dtstart", _start(event.begins))
    if event.ends.is_all_day or event.ends != event.begins:  # RFC 5545 wants it later
        component.add("dtend", _end(event))
    component.add("summary", marked_title(event))
    component.add("status", STATUS[event.status])
    component.add("sequence", _sequence(event))
    component.add("url", site.bureau.site_url + event.url)
    component.add("categories", [site.series[event.series].title])
    if event.place:
        component.add("location", site.places[event.place].title)
    if description := "\n".join(_description(event)):
        component.add("description", description)
    return _text(component)


def _description(event: Event) -> Iterator[str]:
    if event.summary:
        yield event.summary
    if event.status == "postponed":
        yield f"原定 {event.start}，已延期"
    if event.reason:
        yield f"原因：{event.reason}"


def _start(moment: Moment) -> date | datetime:
    return moment.day if moment.is_all_day else moment.instant


def _end(event: Event) -> date | datetime:
    """Return the end, which iCalendar excludes: the day after the last, or the minute itself."""
    if event.ends.is_all_day:
        return event.ends.day + timedelta(days=1)
    return event.ends.instant


def _stamp(event: Event) -> datetime:
    """Return midnight (UTC) of the first day on which the record can be known to be as it is."""
    known = [step.on for step in event.review] or [event.start.day]
    return datetime.combine(max(known), time(), UTC)


def _sequence(event: Event) -> int:
    """Return a number that grows with every change that is published: each is signed anew."""
    signed = sum(step.step == STEPS[-1] for step in event.review)
    is_changed = event.status == "cancelled" or event.moved_to is not None
    return 2 * max(signed - 1, 0) + is_changed


def _text(component: Component | Calendar | Timezone) -> str:
    text: str = component.to_ical().decode()
    return text
