"""iCalendar (RFC 5545) of every scope and of each event.

`UID` is the event's id and never changes. `DTSTAMP` and `SEQUENCE` come from the record, so that
the same content gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from urllib.parse import urlsplit

from icalendar import Calendar, Timezone, vText
from icalendar import Event as Component

from microsite.content.model import Event
from microsite.content.site import Site
from microsite.content.values import Moment
from microsite.outputs.output import Output, scopes

STATUS = {
    "planned": "TENTATIVE",
    "held": "CONFIRMED",
    "postponed": "CONFIRMED",
    "cancelled": "CANCELLED",
}
CANCELLED_SEQUENCE = 100_000
EVENTS = 1_000
"""The latest ones; a subscription to more would be a burden on phones."""
CRLF = "\r\n"


def calendars(site: Site) -> Iterator[Output]:
    """Return the calendar of every scope, and one of each event."""

    @cache
    def component(id: str) -> str:
        return _component(site.events[id], site)

    def calendar(title: str, events: Sequence[Event]) -> str:
        head, end = _frame(title)
        return "".join((head, _zone(), *(component(event.id) for event in events), end))

    for scope in scopes(site):
        latest = scope.events[-EVENTS:]
        yield Output(f"{scope.url}events.ics", partial(calendar, scope.title, latest))
    for event in site.events.values():
        yield Output(event.calendar_url, partial(calendar, "", [event]))


@cache
def _zone() -> str:
    return _text(Timezone.from_tzid("Asia/Shanghai", first_date=date(2000, 1, 1)))


@cache
def _frame(title: str) -> tuple[str, str]:
    """Return what stands before and after the events; without a title a phone adds to its own."""
    calendar = Calendar()
    calendar.add("prodid", "-//microsite//zh-CN")
    calendar.add("version", "2.0")
    if title:
        calendar.add("x-wr-calname", vText(title))  # or it would not be escaped
        calendar.add("x-wr-timezone", "Asia/Shanghai")
    head, end, _ = _text(calendar).partition(f"END:VCALENDAR{CRLF}")
    return head, end


def _component(event: Event, site: Site) -> str:
    host = urlsplit(site.bureau.site_url).hostname
    component = Component()
    component.add("uid", f"{event.id}@{host}")
    component.add("dtstamp", _stamp(event))
    component.add("dtstart", _start(event.begins))
    if event.ends.is_all_day or event.ends != event.begins:  # RFC 5545 wants it later
        component.add("dtend", _end(event))
    component.add("summary", event.title)
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
    if event.sample:
        yield "示例数据"
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
    """Return a number that grows with every postponement, and most with a cancellation."""
    if event.status == "cancelled":
        return CANCELLED_SEQUENCE
    return 1 + (event.moved_to.day - event.start.day).days if event.moved_to else 0


def _text(component: Component | Calendar | Timezone) -> str:
    text: str = component.to_ical().decode()
    return text
