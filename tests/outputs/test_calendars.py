"""Calendars, read back by another library."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from microsite.content.signatures import ReviewStep
from microsite.content.site import Site
from microsite.content.values import Moment
from microsite.outputs.calendars import EVENTS, calendars
from variations import SITE_URL, Load, events, theme_day

MOVED = ", status: postponed, moved_to: 2025-04-01"
CANCELLED = ", status: cancelled, reason: 大雨"
SHANGHAI = ZoneInfo("Asia/Shanghai")
LAMP, VISIT, ROOF, DOOR = (
    "20260105-orders-lamp",
    "20260131-rural-visit",
    "20260210-lecture-roof",
    "20260220-orders-door",
)

lines = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)


def texts(site: Site) -> dict[str, str]:
    return {output.url: output.content for output in calendars(site)}


def calendar(site: Site, url: str = "events.ics") -> Any:
    """Return what another library reads in a calendar file."""
    return vobject.readOne(texts(site)[url])


def component(site: Site, id: str) -> Any:
    """Return what another library reads in the event's own calendar file."""
    return calendar(site, site.events[id].calendar_url).vevent


def titled(site: Site, title: str) -> Site:
    """Return a site of one event with this title."""
    return replace(site, events={LAMP: site.events[LAMP].model_copy(update={"title": title})})


def changed(load: Load, keys: str) -> Any:
    """Return what another library reads of an all-day event with these keys."""
    return component(load(events(theme_day("20250304-x", keys))), "20250304-x")


def ids(found: Any) -> list[str]:
    return [vevent.uid.value.partition("@")[0] for vevent in found.vevent_list]


def test_every_scope_and_every_event_has_a_calendar(site: Site) -> None:
    urls = set(texts(site))

    assert urls == {
        "events.ics",
        *(f"columns/{id}/events.ics" for id in ("people", "development")),
        *(f"series/{id}/events.ics" for id in site.series),
        *(f"events/{id}.ics" for id in site.events),
    }


def test_the_calendar_of_the_site_holds_every_event(site: Site) -> None:
    found = calendar(site)

    assert ids(found) == [*site.events]


def test_the_calendar_of_a_column_holds_its_events_alone(site: Site) -> None:
    found = calendar(site, "columns/development/events.ics")

    assert ids(found) == [ROOF]


def test_the_calendar_of_a_series_holds_its_events_alone(site: Site) -> None:
    found = calendar(site, "series/community-orders/events.ics")

    assert ids(found) == [LAMP, DOOR]


def test_a_long_calendar_holds_the_latest_events(site: Site) -> None:
    visit = site.events[VISIT]
    origins = [replace(visit.origin, id=f"20260131-n{n}") for n in range(EVENTS + 1)]
    copies = {one.id: visit.model_copy(update={"origin": one}) for one in origins}

    found = ids(calendar(replace(site, events=copies)))

    assert found == [*copies][1:]


def test_a_series_without_events_has_an_empty_calendar(site: Site) -> None:
    found = calendar(replace(site, events={}), "series/lecture-hall/events.ics")

    assert "vevent" not in found.contents


def test_a_calendar_names_its_scope_and_the_site(site: Site) -> None:
    found = calendar(site, "series/rural/events.ics")

    assert found.x_wr_calname.value == "乡村振兴｜讲好住建故事"


def test_the_calendar_of_one_event_has_no_name_since_a_phone_adds_it_to_its_own(
    site: Site,
) -> None:
    found = calendar(site, site.events[LAMP].calendar_url)

    assert "x-wr-calname" not in found.contents


def test_a_calendar_carries_the_time_zone_it_refers_to(site: Site) -> None:
    found = calendar(site)

    assert found.vtimezone.tzid.value == "Asia/Shanghai"


def test_times_are_those_of_shanghai(site: Site) -> None:
    start = component(site, LAMP).dtstart

    assert (start.params, start.value) == (
        {"X-VOBJ-ORIGINAL-TZID": ["Asia/Shanghai"]},
        datetime(2026, 1, 5, 9, 0, tzinfo=SHANGHAI),
    )


def test_an_event_ends_at_its_last_minute(site: Site) -> None:
    end = component(site, LAMP).dtend.value

    assert end == datetime(2026, 1, 5, 10, 30, tzinfo=SHANGHAI)


def test_an_event_at_a_minute_states_no_end_since_it_would_not_be_later(site: Site) -> None:
    found = component(site, DOOR)

    assert "dtend" not in found.contents


def test_an_all_day_event_ends_before_the_next_day(load: Load) -> None:
    found = changed(load, "")

    assert (found.dtstart.value, found.dtend.value) == (date(2025, 3, 4), date(2025, 3, 5))


@pytest.mark.parametrize(
    ("id", "end", "excluded"),
    [
        ("20251230-x", "2025-12-31", date(2026, 1, 1)),
        ("20240227-x", "2024-02-28", date(2024, 2, 29)),
        ("20240227-x", "2024-02-29", date(2024, 3, 1)),
        ("20250304-x", "2025-03-08", date(2025, 3, 9)),
    ],
)
def test_several_days_end_before_the_day_after_the_last(
    id: str, end: str, excluded: date, load: Load
) -> None:
    site = load(events(theme_day(id, f", end: {end}")))

    assert component(site, id).dtend.value == excluded


def test_a_postponed_event_stands_at_its_new_time(site: Site) -> None:
    start = component(site, ROOF).dtstart.value

    assert start == datetime(2026, 3, 3, 14, 30, tzinfo=SHANGHAI)


def test_an_event_postponed_to_a_bare_day_is_all_day(load: Load) -> None:
    record = f"20250304-x: {{series: theme-day, title: 一, start: 2025-03-04 09:00{MOVED}}}"

    found = component(load(events(record)), "20250304-x")

    assert (found.dtstart.value, found.dtend.value) == (date(2025, 4, 1), date(2025, 4, 2))


def test_a_postponed_event_says_when_it_was_to_be_and_why_it_is_not(site: Site) -> None:
    description = component(site, ROOF).description.value

    assert description.split("\n") == [
        "讲屋面防水。",
        "原定 2026-02-10 14:30，已延期",
        "原因：场地检修",
    ]


def test_a_cancelled_event_stays_and_says_so(site: Site) -> None:
    (found,) = [one for one in calendar(site).vevent_list if one.uid.value.startswith(DOOR)]

    assert found.status.value == "CANCELLED"


@pytest.mark.parametrize(
    ("keys", "status"),
    [("", "CONFIRMED"), (", status: planned", "TENTATIVE"), (MOVED, "CONFIRMED")],
)
def test_what_is_planned_is_tentative(keys: str, status: str, load: Load) -> None:
    found = changed(load, keys)

    assert found.status.value == status


def test_an_event_as_first_announced_has_sequence_0(load: Load) -> None:
    found = changed(load, "")

    assert int(found.sequence.value) == 0


def signed(site: Site, times: int, **changes: object) -> int:
    """Return the sequence of an event that was changed and signed as many times."""
    end = ReviewStep(step="终审", by="示例·终审岗", on="2026-01-05")
    event = site.events[LAMP].model_copy(update={"review": (end,) * times, **changes})
    return int(component(replace(site, events={LAMP: event}), LAMP).sequence.value)


def test_the_sequence_grows_with_everything_that_is_signed_anew(site: Site) -> None:
    later = {"status": "postponed", "moved_to": Moment(date(2026, 2, 5))}
    sooner = {"status": "postponed", "moved_to": Moment(date(2026, 1, 6))}
    off: dict[str, object] = {"status": "cancelled"}
    history: list[dict[str, object]] = [{}, later, sooner, {}, off, {}, {}, off]

    numbers = [signed(site, times, **changes) for times, changes in enumerate(history, 1)]

    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("keys", [MOVED, CANCELLED, ", status: planned", ", summary: 新的"])
def test_the_uid_of_an_event_never_changes(keys: str, load: Load) -> None:
    found = changed(load, keys)

    assert found.uid.value == "20250304-x@zhujian.example"


def test_no_two_events_share_a_uid(site: Site) -> None:
    uids = [vevent.uid.value for vevent in calendar(site).vevent_list]

    assert len(uids) == len(set(uids))


def test_the_stamp_of_an_unsigned_event_is_its_first_day(site: Site) -> None:
    stamp = component(site, ROOF).dtstamp.value

    assert stamp == datetime(2026, 2, 10, tzinfo=UTC)


def test_the_stamp_of_a_signed_event_is_the_day_of_the_last_signature(load: Load) -> None:
    steps = "{step: 初审, by: 甲岗, on: 2025-03-05}, {step: 复审, by: 乙岗, on: 2025-03-06}"

    found = changed(load, f", review: [{steps}]")

    assert found.dtstamp.value == datetime(2025, 3, 6, tzinfo=UTC)


def test_an_event_leads_to_its_page(site: Site) -> None:
    url = component(site, LAMP).url.value

    assert url == f"{SITE_URL}events/{LAMP}/"


def test_an_event_states_its_series_and_place(site: Site) -> None:
    found = component(site, LAMP)

    assert (found.categories.value, found.location.value) == (["党员下社区"], "春晖里小区")


def test_an_event_without_place_states_none(site: Site) -> None:
    found = component(site, ROOF)

    assert "location" not in found.contents


def test_a_sample_says_that_it_is_one(site: Site) -> None:
    summary = component(site, LAMP).summary.value

    assert summary == "【示例】路灯不亮"


def test_an_event_with_nothing_to_say_has_no_description(site: Site) -> None:
    found = component(site, VISIT)

    assert "description" not in found.contents


def test_lines_end_as_the_standard_asks(site: Site) -> None:
    text = texts(site)["events.ics"]

    assert text.count("\n") == text.count("\r\n") == text.count("\r") > 0


@given(lines)
@example("住" * 100)
@example("a" + "住" * 100)
@example("ab" + "住" * 100)
@example("😀" * 60)
@example("x" * 300)
def test_no_line_is_longer_than_75_octets(site: Site, title: str) -> None:
    text = texts(titled(site, title))["events.ics"]

    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@given(lines)
@example("住" * 100)
@example("a" + "😀" * 60)
@example('甲,乙;丙\\丁:戊"己"')
@example("\\n\\,\\;\\")
def test_a_title_reads_back_as_it_was_written(site: Site, title: str) -> None:
    found = component(titled(site, title), LAMP)

    assert found.summary.value == f"【示例】{title}"


def test_the_name_of_a_calendar_reads_back_as_it_was_written(site: Site) -> None:
    name = "甲,乙;丙\\n丁"
    bureau = site.bureau.model_copy(update={"site_name": name})

    found = calendar(replace(site, bureau=bureau))

    assert found.x_wr_calname.value == name


def test_the_same_content_gives_the_same_calendars(site: Site) -> None:
    first, second = texts(site), texts(site)

    assert first == second
