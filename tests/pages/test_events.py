"""The page of all events and the page of each."""

from datetime import date

import pytest

from microsite.content.site import Site
from microsite.pages.calendar import month_views
from microsite.pages.events import (
    RECENT_SHOWN,
    UPCOMING_SHOWN,
    EventsView,
    EventView,
    Fact,
    event_views,
    events_view,
    upcoming,
)
from small_project import TODAY
from variations import Load, events, order, theme_day


def page(site: Site, id: str) -> EventView:
    return {view.event.id: view for view in event_views(site, TODAY)}[id]


def listing(site: Site, today: date = TODAY) -> EventsView:
    return events_view(site, month_views(site), today)


def test_every_event_has_a_page(site: Site) -> None:
    ids = {view.event.id for view in event_views(site, TODAY)}

    assert ids == set(site.events)


def test_facts_carry_the_labels_of_the_series(site: Site) -> None:
    facts = page(site, "20260210-lecture-roof").facts

    assert facts == (
        Fact("主讲", "示例讲师"),
        Fact("讲师来源", "外请"),
        Fact("授课审批", "分管领导，2026年2月1日批准"),
        Fact("学时", "2"),
        Fact("通知日期", "2026年2月2日"),
    )


def test_steps_are_all_stages_with_the_days_reached(site: Site) -> None:
    steps = page(site, "20260105-orders-lamp").steps

    assert [(step.name, step.on) for step in steps] == [
        ("点单", date(2026, 1, 3)),
        ("派单", date(2026, 1, 5)),
        ("办结", None),
    ]


def test_the_last_step_reached_is_the_current_one(site: Site) -> None:
    steps = page(site, "20260105-orders-lamp").steps

    assert [step.is_current for step in steps] == [False, True, False]


def test_an_event_at_no_stage_has_no_current_step(site: Site) -> None:
    steps = page(site, "20260220-orders-door").steps

    assert not any(step.is_current for step in steps)


def test_an_event_without_summary_says_of_which_series_and_when(site: Site) -> None:
    view = page(site, "20260105-orders-lamp")

    assert view.summary == "党员下社区，2026年1月5日 09:00—10:30。"


def test_an_event_with_summary_shows_it(site: Site) -> None:
    view = page(site, "20260210-lecture-roof")

    assert view.summary == "讲屋面防水。"


def test_an_event_shows_place_and_branches(site: Site) -> None:
    view = page(site, "20260105-orders-lamp")

    assert (view.place, view.branches) == (site.places["chunhui"], (site.branches["property"],))


def test_an_event_without_place_shows_none(site: Site) -> None:
    view = page(site, "20260220-orders-door")

    assert view.place is None


def test_the_trail_of_a_moved_event_leads_to_its_new_month(site: Site) -> None:
    view = page(site, "20260210-lecture-roof")

    assert [crumb.url for crumb in view.trail] == ["events/", "events/2026/03/"]


def test_an_event_shows_the_stories_about_it(site: Site) -> None:
    view = page(site, "20260105-orders-lamp")

    assert view.stories == (site.stories["community-orders"],)


def test_neighbours_are_of_the_same_series(load: Load) -> None:
    site = load(events(theme_day("20251201-x")))

    view = page(site, "20260115-theme-day-property")

    assert (view.earlier, view.later) == (
        site.events["20251201-x"],
        site.events["20260225-theme-day-office"],
    )


def test_the_first_event_of_a_series_has_none_before_it(site: Site) -> None:
    view = page(site, "20260115-theme-day-property")

    assert view.earlier is None


def test_the_last_event_of_a_series_has_none_after_it(site: Site) -> None:
    view = page(site, "20260225-theme-day-office")

    assert view.later is None


def test_an_event_shows_its_series_and_column(site: Site) -> None:
    view = page(site, "20260105-orders-lamp")

    assert (view.series, view.column) == (site.series["community-orders"], site.columns["people"])


def test_an_event_leads_to_its_month(site: Site) -> None:
    view = page(site, "20260210-lecture-roof")

    assert view.month_url == "events/2026/03/"


def test_the_page_of_events_says_what_day_it_takes_for_today(site: Site) -> None:
    view = listing(site)

    assert view.today == TODAY


@pytest.mark.parametrize(("day", "is_upcoming"), [(2, True), (3, False)])
def test_an_event_is_upcoming_through_its_last_day(
    day: int,
    is_upcoming: bool,  # noqa: FBT001 - passed by name
    site: Site,
) -> None:
    visit = site.events["20260131-rural-visit"]

    coming = upcoming([visit], date(2026, 2, day))

    assert (visit in coming) is is_upcoming


def test_a_moved_event_is_upcoming_until_its_new_day(site: Site) -> None:
    coming = upcoming(site.events.values(), date(2026, 3, 3))

    assert [event.id for event in coming] == ["20260210-lecture-roof"]


def test_upcoming_events_come_soonest_first(site: Site) -> None:
    ids = [event.id for event in listing(site).upcoming]

    assert ids == ["20260220-orders-door", "20260225-theme-day-office", "20260210-lecture-roof"]


def test_only_so_many_upcoming_events_are_shown(load: Load) -> None:
    planned = [
        theme_day(f"2026{month:02}{day:02}-x", ", status: planned")
        for month in (4, 5)
        for day in range(1, 27)
    ]

    view = listing(load(events(*planned)))

    assert len(view.upcoming) == UPCOMING_SHOWN


def test_recent_events_are_those_held_latest_first(site: Site) -> None:
    ids = [event.id for event in listing(site).recent]

    assert ids == ["20260131-rural-visit", "20260115-theme-day-property", "20260105-orders-lamp"]


def test_only_so_many_recent_events_are_shown(load: Load) -> None:
    held = [theme_day(f"202503{day:02}-x") for day in range(1, 20)]

    view = listing(load(events(*held)))

    assert len(view.recent) == RECENT_SHOWN


def test_years_come_latest_first_and_their_months_in_order(load: Load) -> None:
    years = listing(load(events(theme_day("20251130-x"), theme_day("20251031-x")))).years

    assert [(year, [month.url for month in months]) for year, months in years.items()] == [
        (2026, ["events/2026/01/", "events/2026/02/", "events/2026/03/"]),
        (2025, ["events/2025/10/", "events/2025/11/"]),
    ]


def test_a_planned_stage_is_not_reached(load: Load) -> None:
    stages = ", status: planned, stages: {点单: 2026-02-01, 派单: 2026-03-01}"
    site = load(events(order("20260201-x", stages)))

    steps = page(site, "20260201-x").steps

    assert [(step.is_reached, step.is_current) for step in steps] == [
        (True, True),
        (False, False),
        (False, False),
    ]
