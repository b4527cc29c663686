"""Which calendars there are: one of every scope, and one of each event."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from microsite.content.model import Event
from microsite.content.site import Site
from microsite.outputs.output import Output, scopes

if TYPE_CHECKING:
    from microsite.outputs.ical import CalendarWriter

EVENTS = 1_000
"""The latest ones; a subscription to more would be a burden on phones."""


def calendars(site: Site) -> Iterator[Output]:
    """Return the calendar of every scope, and one of each event."""

    @cache
    def writer() -> "CalendarWriter":
        # Its library is slow to import, and only one of several processes writes calendars.
        from microsite.outputs.ical import CalendarWriter  # noqa: PLC0415 - as said

        return CalendarWriter(site)

    def calendar(title: str, events: Sequence[Event]) -> str:
        return writer().calendar(title, events)

    for scope in scopes(site):
        latest = scope.events[-EVENTS:]
        yield Output(f"{scope.url}events.ics", partial(calendar, scope.title, latest))
    for event in site.events.values():
        yield Output(event.calendar_url, partial(calendar, "", [event]))
