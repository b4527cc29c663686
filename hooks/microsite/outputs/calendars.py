"""iCalendar (RFC 5545) of every scope and of each event.

`UID` is the event's id and never changes. `DTSTAMP` and `SEQUENCE` come from the record, so that
the same content gives the same bytes.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Timezone
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
    components = {id: _component(event, site) for id, event in site.events.items()}
    zone = _text(Timezone.from_tzid("Asia/Shanghai", first_date=date(2000, 1, 1)))
    for scope in scopes(site):
        found = [components[event.id] for event in scope.events[-EVENTS:]]
        yield Output(f"{scope.url}events.ics", _calendar(scope.title, [zone, *found]))
    for id, event in site.events.items():
        yield Output(event.calendar_url, _calendar(event.title, [zone, components[id]]))


def _calendar(title: str, components: list[str]) -> str:
    calendar = Calendar()
    calendar.add("prodid", "-//microsite//zh-CN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    head, end, _ = _text(calendar).partition(f"END:VCALENDAR{CRLF}")
    return f"{head}{''.join(components)}{end}"


def _component(event: Event, site: Site) -> str:
    host = urlsplit(site.bureau.site_url).hostname
    component = Component()
    component.add("uid", f"{event.id}@{host}")
    component.add("dtstamp", _stamp(event))
    component.add("dtstart", _start(event.begins))
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
