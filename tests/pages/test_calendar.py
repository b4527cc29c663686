"""A month as a calendar and as a list."""

from datetime import date

import pytest

from microsite.content.site import Site
from microsite.pages.calendar import MonthView, events_by_day, month_url, month_views
from variations import Load, events, theme_day


def month_of(site: Site, url: str) -> MonthView:
    return {view.url: view for view in month_views(site)}[url]


def days_of(site: Site, url: str, id: str) -> list[date]:
    """Return the days of the calendar of a month that show an event."""
    cells = [cell for week in month_of(site, url).weeks for cell in week]
    return [cell.day for cell in cells if id in {event.id for event in cell.events}]


def test_every_month_with_an_event_has_a_page(site: Site) -> None:
    urls = [view.url for view in month_views(site)]

    assert urls == ["events/2026/01/", "events/2026/02/", "events/2026/03/"]


def test_a_month_without_event_has_none(load: Load) -> None:
    urls = [view.url for view in month_views(load(events(theme_day("20251130-x"))))]

    assert urls[:2] == ["events/2025/11/", "events/2026/01/"]


def test_every_month_leads_to_the_next_one_with_an_event(load: Load) -> None:
    views = month_views(load(events(theme_day("20251130-x"))))

    assert [view.later.url if view.later else None for view in views] == [
        "events/2026/01/",
        "events/2026/02/",
        "events/2026/03/",
        None,
    ]


def test_every_month_leads_to_the_last_one_with_an_event(load: Load) -> None:
    views = month_views(load(events(theme_day("20251130-x"))))

    assert [view.earlier.url if view.earlier else None for view in views] == [
        None,
        "events/2025/11/",
        "events/2026/01/",
        "events/2026/02/",
    ]


def test_weeks_go_from_monday_to_sunday(site: Site) -> None:
    weeks = month_of(site, "events/2026/01/").weeks

    assert [(week[0].day.weekday(), week[-1].day.weekday()) for week in weeks] == [(0, 6)] * 5


def test_only_days_of_the_month_are_inside(site: Site) -> None:
    cells = [cell for week in month_of(site, "events/2026/02/").weeks for cell in week]

    assert {cell.day.month for cell in cells if cell.is_inside} == {2}


def test_the_leap_day_is_inside(load: Load) -> None:
    site = load(events(theme_day("20240229-x")))

    assert days_of(site, "events/2024/02/", "20240229-x") == [date(2024, 2, 29)]


@pytest.mark.parametrize("url", ["events/2026/01/", "events/2026/02/"])
def test_an_event_over_two_months_is_listed_in_both(url: str, site: Site) -> None:
    ids = [event.id for event in month_of(site, url).events]

    assert "20260131-rural-visit" in ids


def test_an_event_of_several_days_is_listed_once(site: Site) -> None:
    ids = [event.id for event in month_of(site, "events/2026/02/").events]

    assert ids.count("20260131-rural-visit") == 1


def test_an_event_of_several_days_stands_on_each(site: Site) -> None:
    days = days_of(site, "events/2026/02/", "20260131-rural-visit")

    assert days == [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 2)]


@pytest.mark.parametrize(
    ("url", "day"),
    [("events/2026/02/", date(2026, 2, 10)), ("events/2026/03/", date(2026, 3, 3))],
)
def test_a_moved_event_stands_on_its_old_day_and_its_new(url: str, day: date, site: Site) -> None:
    days = days_of(site, url, "20260210-lecture-roof")

    assert days == [day]


def test_an_event_moved_within_its_own_days_stands_once_on_each(load: Load) -> None:
    keys = ", end: 2025-03-05, status: postponed, moved_to: 2025-03-05"
    site = load(events(theme_day("20250304-x", keys)))

    dates = [str(day) for day in events_by_day(site) if day.year == 2025]

    assert dates == ["2025-03-04", "2025-03-05", "2025-03-06"]


def test_an_event_moved_within_its_day_stands_there_once(load: Load) -> None:
    record = "20250304-x: {series: theme-day, title: 一, start: 2025-03-04 09:00, KEYS}"
    keys = "status: postponed, moved_to: 2025-03-04 14:00"
    site = load(events(record.replace("KEYS", keys)))

    assert len(events_by_day(site)[date(2025, 3, 4)]) == 1


def test_a_month_lists_its_events_soonest_first(load: Load) -> None:
    later, sooner = theme_day("20250305-a"), theme_day("20250304-b")

    view = month_of(load(events(later, sooner)), "events/2025/03/")

    assert [event.id for event in view.events] == ["20250304-b", "20250305-a"]


def test_the_summary_counts_the_events_listed(site: Site) -> None:
    view = month_of(site, "events/2026/01/")

    assert view.summary == "2026年1月活动日历，共3项。"


def test_the_address_of_a_month_has_two_digits() -> None:
    url = month_url(date(2026, 1, 31))

    assert url == "events/2026/01/"


def test_a_month_of_samples_is_marked_as_one(site: Site) -> None:
    marks = [view.sample for view in month_views(site)]

    assert marks == [True, False, False]
