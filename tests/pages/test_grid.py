"""The cadence grid: who has done it in which period, and who has not yet."""

from dataclasses import replace
from datetime import date

import pytest

from microsite.content.rhythm import Period
from microsite.content.site import Site
from microsite.pages.grid import Grid, grid
from small_project import TODAY
from variations import Load, events, theme_day

MONTHLY = "data/series/theme-day.yml"


def series(cadence: str) -> dict[str, str]:
    head = "title: 主题党日\ncolumn: people\nsummary: 每月一次。\n"
    return {MONTHLY: f"{head}cadence: {{{cadence}}}\n"}


def grid_of(site: Site, today: date = TODAY, id: str = "theme-day") -> Grid:
    found = grid(site.series[id], site, today)
    assert found
    return found


def states(found: Grid) -> dict[str, list[str]]:
    return {row.unit.id: [cell.state for cell in row.cells] for row in found.rows}


def test_a_series_without_cadence_has_no_grid(site: Site) -> None:
    found = grid(site.series["lecture-hall"], site, TODAY)

    assert found is None


def test_a_series_that_nobody_could_do_has_no_grid(site: Site) -> None:
    without = replace(site, branches={})

    assert grid(without.series["theme-day"], without, TODAY) is None


def test_a_series_that_has_not_begun_has_no_grid(load: Load) -> None:
    site = load(series("every: month, per: branch, since: 2026-02-16"))

    assert grid(site.series["theme-day"], site, TODAY) is None


def test_a_series_that_was_never_held_has_no_beginning(load: Load) -> None:
    site = load(
        {
            "data/series/new.yml": "title: 新\ncolumn: people\nsummary: 一\n"
            "cadence: {every: month, per: branch}\n"
        }
    )

    assert grid(site.series["new"], site, TODAY) is None


def test_a_grid_begins_with_the_first_event_held(site: Site) -> None:
    found = grid_of(site)

    assert [period.title for period in found.periods] == ["2026年1月", "2026年2月"]


def test_a_grid_begins_when_the_cadence_says_so(load: Load) -> None:
    site = load(series("every: month, per: branch, since: 2025-12-31"))

    titles = [period.title for period in grid_of(site).periods]

    assert titles == ["2025年12月", "2026年1月", "2026年2月"]


def test_a_cell_is_done_or_missed_or_still_due(site: Site) -> None:
    found = grid_of(site)

    assert states(found) == {"property": ["done", "due"], "office": ["missed", "due"]}


def test_a_cell_holds_its_events(load: Load) -> None:
    twice = [theme_day(f"2025120{n}-x", ", branches: [office]") for n in (1, 2)]

    office = grid_of(load(events(*twice))).rows[1]

    assert [event.id for event in office.cells[0].events] == ["20251201-x", "20251202-x"]


def test_the_current_period_may_be_done_already(load: Load) -> None:
    site = load(events(theme_day("20260301-x", ", branches: [office]")))

    found = grid_of(site, date(2026, 3, 31))

    assert states(found)["office"][-1] == "done"


def test_units_with_nothing_in_the_current_period_are_not_yet_done(load: Load) -> None:
    site = load(events(theme_day("20260301-x", ", branches: [office]")))

    found = grid_of(site, date(2026, 3, 31))

    assert [unit.id for unit in found.not_yet] == ["property"]


@pytest.mark.parametrize(
    "keys", [", status: cancelled, reason: 大雨", ", status: postponed, moved_to: 2026-01-02"]
)
def test_what_was_not_held_is_missed(keys: str, load: Load) -> None:
    record = theme_day("20251201-x", f", branches: [office]{keys}")
    site = load(events(record) | series("every: month, per: branch, since: 2025-12-01"))

    assert states(grid_of(site))["office"] == ["missed", "missed", "due"]


def test_a_moved_event_counts_where_it_took_place(load: Load) -> None:
    moved = theme_day("20251201-x", ", branches: [office], moved_to: 2026-01-02")

    found = grid_of(load(events(moved)))

    assert states(found)["office"] == ["done", "due"]


def test_an_event_of_several_branches_counts_for_each(load: Load) -> None:
    joint = theme_day("20251201-x", ", branches: [office, property]")

    found = grid_of(load(events(joint)))

    assert {row.cells[0].state for row in found.rows} == {"done"}


def test_a_grid_by_place_has_only_places_of_its_kind(site: Site) -> None:
    found = grid_of(site, id="rural")

    assert [row.unit.id for row in found.rows] == ["qinghe", "liuxi"]


def test_a_grid_by_place_without_kind_has_all_places(load: Load) -> None:
    site = load(series("every: month, per: place"))

    assert [row.unit.id for row in grid_of(site).rows] == ["chunhui", "qinghe", "liuxi"]


def test_an_event_without_place_counts_for_none(load: Load) -> None:
    found = grid_of(load(series("every: month, per: place")))

    assert (found.done, found.ended) == (0, 3)


def test_an_event_counts_for_its_place(site: Site) -> None:
    found = grid_of(site, id="rural")

    assert states(found) == {
        "qinghe": ["missed", "missed", "done"],
        "liuxi": ["missed", "missed", "due"],
    }


def test_the_rate_is_of_ended_periods_alone(site: Site) -> None:
    found = grid_of(site)

    assert (found.done, found.ended, found.rate) == (1, 2, 50)


def test_the_rate_is_rounded_down(load: Load) -> None:
    held = [theme_day(f"2025{n}01-x", ", branches: [office, property]") for n in (11, 12)]

    found = grid_of(load(events(*held)))

    assert (found.done, found.ended, found.rate) == (5, 6, 83)


def test_there_is_no_rate_before_a_period_has_ended(site: Site) -> None:
    found = grid_of(site, date(2026, 1, 31))

    assert found.rate is None


def test_a_grid_with_a_made_up_event_is_a_sample(load: Load) -> None:
    record = theme_day("20251201-x", ", branches: [office], sample: true")

    found = grid_of(load(events(record)))

    assert found.sample


def test_a_grid_of_real_events_is_not(site: Site) -> None:
    found = grid_of(site)

    assert not found.sample


def test_a_long_grid_shows_its_latest_periods(load: Load) -> None:
    found = grid_of(load(series("every: month, per: branch, since: 2024-01-01")))

    assert (len(found.periods), found.periods[-1].title) == (12, "2026年2月")


def test_figures_cover_periods_that_are_no_longer_shown(load: Load) -> None:
    found = grid_of(load(series("every: month, per: branch, since: 2024-01-01")))

    assert [row.ended for row in found.rows] == [25, 25]


@pytest.mark.parametrize(
    ("every", "since", "titles"),
    [
        ("month", "2025-11-30", ["2025年11月", "2025年12月", "2026年1月", "2026年2月"]),
        ("quarter", "2025-09-30", ["2025年第3季度", "2025年第4季度", "2026年第1季度"]),
        ("year", "2025-12-31", ["2025年", "2026年"]),
    ],
)
def test_periods_go_on_over_new_year(
    every: str, since: str, titles: list[str], load: Load
) -> None:
    found = grid_of(load(series(f"every: {every}, per: branch, since: {since}")))

    assert [period.title for period in found.periods] == titles


def test_a_period_begins_with_its_first_day(site: Site) -> None:
    found = grid_of(site, date(2026, 2, 1))

    assert found.periods[-1].title == "2026年2月"


def test_a_cadence_may_begin_today(load: Load) -> None:
    found = grid_of(load(series("every: month, per: branch, since: 2026-02-15")))

    assert [period.title for period in found.periods] == ["2026年2月"]


@pytest.mark.parametrize(("month", "title"), [(1, "1"), (4, "2"), (7, "3"), (10, "4")])
def test_a_year_has_four_quarters(month: int, title: str) -> None:
    period = Period(date(2026, month, 1), "quarter")

    assert period.title == f"2026年第{title}季度"


@pytest.mark.parametrize(("units", "periods"), [(8, 12), (40, 6), (200, 3)])
def test_a_grid_of_many_units_shows_fewer_periods(units: int, periods: int, load: Load) -> None:
    branches = "".join(f"branch-{n}: {{title: 第{n}支部}}\n" for n in range(units))
    site = load(
        {
            "data/branches.yml": f"property: {{title: 甲}}\noffice: {{title: 乙}}\n{branches}",
            **series("every: month, per: branch, since: 2024-01-01"),
        }
    )
    fewer = replace(site, branches={id: site.branches[id] for id in list(site.branches)[:units]})

    found = grid_of(fewer)

    assert {len(row.cells) for row in found.rows} == {len(found.periods)} == {periods}


def test_an_archived_series_is_shown_as_it_was_then(load: Load) -> None:
    files = series("every: month, per: branch, since: 2025-10-01")
    site = load({MONTHLY: f"{files[MONTHLY]}archived: 2025-12-20\n"})

    found = grid_of(site)

    assert (found.periods[-1].title, found.today) == ("2025年12月", date(2025, 12, 20))
