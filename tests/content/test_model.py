"""What records know about themselves: when an event takes place, and every address."""

from collections.abc import Callable
from datetime import date

import pytest

from microsite.content.bureau import Contact
from microsite.content.model import Event
from microsite.content.site import Site
from variations import Load, events, story

Make = Callable[..., Event]


@pytest.fixture
def make(load: Load) -> Make:
    """Return a function that makes an event of its start and of further keys."""

    def event(start: str, keys: str = "") -> Event:
        id = f"{start[:10].replace('-', '')}-x"
        record = f"{id}: {{series: theme-day, title: 主题党日, start: {start}{keys}}}"
        return load(events(record)).events[id]

    return event


def test_an_event_without_end_ends_when_it_begins(make: Make) -> None:
    event = make("2025-03-04 09:00")

    assert event.ends == event.begins == event.start


def test_an_event_on_time_ends_as_written(make: Make) -> None:
    event = make("2025-03-04 09:00", ", end: 2025-03-04 10:30")

    assert str(event.ends) == "2025-03-04 10:30"


def test_an_event_on_one_day_touches_that_day(make: Make) -> None:
    event = make("2025-03-04 09:00", ", end: 2025-03-04 10:30")

    assert [*event.days] == [date(2025, 3, 4)]


def test_an_event_over_several_days_touches_first_and_last(make: Make) -> None:
    event = make("2025-02-27", ", end: 2025-03-01")

    assert [*event.days] == [date(2025, 2, 27), date(2025, 2, 28), date(2025, 3, 1)]


def test_an_event_over_midnight_touches_both_days(make: Make) -> None:
    event = make("2025-12-31 22:00", ", end: 2026-01-01 01:00")

    assert [*event.days] == [date(2025, 12, 31), date(2026, 1, 1)]


def test_a_moved_event_begins_when_it_was_moved_to(make: Make) -> None:
    event = make("2025-03-04 09:00", ", status: postponed, moved_to: 2025-04-01 14:00")

    assert str(event.begins) == "2025-04-01 14:00"


@pytest.mark.parametrize(
    ("start", "end", "moved_to", "ends"),
    [
        ("2025-03-04 09:00", "2025-03-04 10:30", "2025-04-01 14:00", "2025-04-01 15:30"),
        ("2025-03-04 09:00", "2025-03-04 10:30", "2025-03-31 23:00", "2025-04-01 00:30"),
        ("2025-03-04 09:00", "2025-03-06 12:00", "2025-03-05 09:00", "2025-03-07 12:00"),
        ("2025-02-27", "2025-03-01", "2025-12-30", "2026-01-01"),
        ("2024-02-28", "2024-02-29", "2025-02-28", "2025-03-01"),
    ],
)
def test_a_moved_event_keeps_its_length(
    start: str, end: str, moved_to: str, ends: str, make: Make
) -> None:
    event = make(start, f", end: {end}, status: postponed, moved_to: {moved_to}")

    assert str(event.ends) == ends


@pytest.mark.parametrize(
    ("start", "end", "moved_to"),
    [
        ("2025-03-04 09:00", "2025-03-06 10:30", "2025-04-01"),
        ("2025-03-04", "2025-03-06", "2025-04-01 09:00"),
    ],
)
def test_an_event_moved_from_days_to_minutes_or_back_has_no_known_length(
    start: str, end: str, moved_to: str, make: Make
) -> None:
    event = make(start, f", end: {end}, status: postponed, moved_to: {moved_to}")

    assert str(event.ends) == moved_to


def test_an_event_moved_to_a_bare_day_touches_only_that_day(make: Make) -> None:
    keys = ", end: 2025-03-06 10:30, status: postponed, moved_to: 2025-04-01"
    event = make("2025-03-04 09:00", keys)

    assert [*event.days] == [date(2025, 4, 1)]


@pytest.mark.parametrize(
    ("keys", "counts"),
    [
        ("", True),
        (", moved_to: 2025-04-01", True),
        (", status: planned", False),
        (", status: postponed, moved_to: 2025-04-01", False),
        (", status: cancelled, reason: 大雨", False),
    ],
)
def test_only_what_was_held_counts(keys: str, counts: bool, make: Make) -> None:  # noqa: FBT001 - passed by name
    event = make("2025-03-04", keys)

    assert event.counts is counts


def test_every_entry_has_an_address_of_its_kind(site: Site) -> None:
    addresses = (
        site.columns["people"].url,
        site.series["theme-day"].url,
        site.branches["office"].url,
        site.places["qinghe"].url,
        site.tags["training"].url,
        site.events["20260131-rural-visit"].url,
    )

    assert addresses == (
        "columns/people/",
        "series/theme-day/",
        "branches/office/",
        "places/qinghe/",
        "tags/training/",
        "events/20260131-rural-visit/",
    )


def test_the_calendar_of_an_event_lies_beside_its_page(site: Site) -> None:
    event = site.events["20260105-orders-lamp"]

    assert event.calendar_url == "events/20260105-orders-lamp.ics"


def test_a_story_lies_in_the_year_of_its_publication(load: Load) -> None:
    stories = load(story("old", "2024-12-31 23:59")).stories

    assert stories["old"].url == "stories/2024/old/"


@pytest.mark.parametrize(
    ("file", "url"),
    [
        ("index", ""),
        ("about", "about/"),
        ("help/index", "help/"),
        ("help/faq", "help/faq/"),
        ("reindex", "reindex/"),
    ],
)
def test_a_page_has_the_address_that_mkdocs_gives_it(file: str, url: str, load: Load) -> None:
    text = "---\ntitle: 页面\nsummary: 摘要。\n---\n## 谁在办\n"

    pages = load({f"docs/{file}.md": text}).pages

    assert pages[file].url == url


def test_the_number_of_the_police_record_is_told_without_the_words(site: Site) -> None:
    with_record = site.bureau.model_copy(update={"police": "甲公网安备 12345678901234号"})

    assert with_record.police_code == "12345678901234"
    assert site.bureau.police_code == ""


def test_the_host_is_bare(site: Site) -> None:
    bureau = site.bureau.model_copy(update={"site_url": "https://Zhujian.example:8443/sub/"})

    assert bureau.host == "zhujian.example"


def test_calendar_programs_subscribe_at_the_address_of_the_site(site: Site) -> None:
    bureau = site.bureau

    assert bureau.calendars_url.partition(":") == ("webcal", ":", bureau.site_url[6:])


@pytest.mark.parametrize(
    ("value", "phone"),
    [("12345", "12345"), ("010-1234 5678", "01012345678"), ("写信", None), ("１２３", None)],
)
def test_a_contact_of_digits_can_be_dialled(value: str, phone: str | None) -> None:
    contact = Contact(label="热线", value=value, url=None)

    assert contact.phone == phone
