"""The stage board: where the events of a series stand, and for how long."""

from dataclasses import replace
from datetime import date

import pytest

from microsite.content.site import Site
from microsite.pages.board import SHOWN, Board, board
from small_project import BASE, TODAY
from variations import Load, events, order

SERIES = "community-orders"
DAYS = 60


def board_of(site: Site, today: date = TODAY) -> Board:
    found = board(site.series[SERIES], site.events_of_series[SERIES], today, DAYS)
    assert found
    return found


def stages(**days: str) -> str:
    return f", stages: {{{', '.join(f'{name}: {day}' for name, day in days.items())}}}"


def test_a_series_without_stages_has_no_board(site: Site) -> None:
    found = board(site.series["theme-day"], site.events_of_series["theme-day"], TODAY, DAYS)

    assert found is None


def test_lanes_are_the_stages_in_their_order(site: Site) -> None:
    lanes = board_of(site).lanes

    assert [lane.stage for lane in lanes] == ["点单", "派单", "办结"]


def test_an_event_stands_in_the_last_stage_it_has_reached(site: Site) -> None:
    counts = [lane.count for lane in board_of(site).lanes]

    assert counts == [0, 1, 0]


def test_a_card_says_since_when_it_stands_there(site: Site) -> None:
    card = board_of(site).lanes[1].cards[0]

    assert card.since == date(2026, 1, 5)


def test_an_event_before_its_first_stage_is_waiting(load: Load) -> None:
    found = board_of(load(events(order("20250304-x"))))

    assert found.waiting == 1


def test_a_cancelled_event_is_left_off(load: Load) -> None:
    keys = stages(点单="2025-03-01") + ", status: cancelled, reason: 已修好"

    found = board_of(load(events(order("20250304-x", keys))))

    assert [card.event.id for card in found.lanes[0].cards] == []


def test_all_events_that_reached_a_stage_are_totalled(load: Load) -> None:
    later = order("20250305-y", stages(点单="2025-03-01"))

    found = board_of(load(events(order("20250304-x"), later)))

    assert found.total == 2


@pytest.mark.parametrize(("day", "is_overdue"), [(10, False), (11, True)])
def test_a_card_is_overdue_after_the_days_of_its_stage(
    day: int,
    is_overdue: bool,  # noqa: FBT001 - passed by name
    site: Site,
) -> None:
    card = board_of(site, date(2026, 1, day)).lanes[1].cards[0]

    assert card.is_overdue is is_overdue


@pytest.mark.parametrize(("today", "overdue"), [("2025-04-30", 0), ("2025-05-01", 1)])
def test_a_stage_without_days_of_its_own_takes_those_of_the_site(
    today: str, overdue: int, load: Load
) -> None:
    site = load(events(order("20250304-x", stages(点单="2025-03-01"))))

    lane = board_of(site, date.fromisoformat(today)).lanes[0]

    assert lane.overdue == overdue


def test_nothing_is_overdue_in_the_last_stage(load: Load) -> None:
    keys = stages(点单="2024-03-01", 派单="2024-03-02", 办结="2024-03-03")

    lane = board_of(load(events(order("20240304-x", keys)))).lanes[-1]

    assert (lane.count, lane.overdue) == (1, 0)


def test_the_board_totals_what_is_overdue(load: Load) -> None:
    site = load(events(order("20250304-x", stages(点单="2025-03-01"))))

    found = board_of(site)

    assert found.overdue == 2


def test_the_longest_waiting_comes_first(load: Load) -> None:
    newer = order("20250304-x", stages(点单="2025-03-02"))
    older = order("20250305-y", stages(点单="2025-03-01"))

    lane = board_of(load(events(newer, older))).lanes[0]

    assert [card.event.id for card in lane.cards] == ["20250305-y", "20250304-x"]


def test_in_the_last_stage_the_newest_comes_first(load: Load) -> None:
    older = order("20250304-x", stages(点单="2025-03-01", 派单="2025-03-01", 办结="2025-03-02"))
    newer = order("20250305-y", stages(点单="2025-03-01", 派单="2025-03-01", 办结="2025-03-03"))

    lane = board_of(load(events(older, newer))).lanes[-1]

    assert [card.event.id for card in lane.cards] == ["20250305-y", "20250304-x"]


def test_a_stage_takes_the_median_of_days_to_the_next(load: Load) -> None:
    slow = order("20250304-x", stages(点单="2025-02-28", 派单="2025-03-05"))

    lane = board_of(load(events(slow))).lanes[0]

    assert lane.median_days == 3.5


def test_a_stage_that_none_has_left_has_no_median(site: Site) -> None:
    found = board_of(site)

    assert [lane.median_days for lane in found.lanes] == [2, None, None]


def test_a_long_lane_shows_its_first_cards_and_counts_the_others(load: Load) -> None:
    many = [order(f"202503{n:02}-x", stages(点单="2025-03-01")) for n in range(1, SHOWN + 4)]

    lane = board_of(load(events(*many))).lanes[0]

    assert (lane.shown, lane.hidden) == (lane.cards[:SHOWN], 3)


def test_what_has_reached_the_last_stage_is_finished(load: Load) -> None:
    keys = stages(点单="2025-03-01", 派单="2025-03-02", 办结="2025-03-03")

    found = board_of(load(events(order("20250304-x", keys))))

    assert found.finished == 1


def test_a_board_with_a_made_up_event_is_a_sample(site: Site) -> None:
    found = board_of(site)

    assert found.sample


def test_a_board_of_real_events_is_not(load: Load) -> None:
    site = load(events(order("20250304-x", stages(点单="2025-03-01"))))

    found = board_of(replace(site, events={"20250304-x": site.events["20250304-x"]}))

    assert not found.sample


def test_a_planned_stage_does_not_move_an_event(load: Load) -> None:
    keys = ", status: planned" + stages(点单="2026-02-01", 派单="2026-03-01")

    found = board_of(load(events(order("20260201-x", keys))))

    assert "20260201-x" in [card.event.id for card in found.lanes[0].cards]


def test_nothing_becomes_overdue_after_a_series_was_archived(load: Load) -> None:
    path = "data/series/community-orders.yml"
    text = (BASE / path).read_text(encoding="utf-8")
    site = load({path: f"{text}archived: 2026-01-06\n"})

    found = board_of(site)

    assert (found.overdue, found.today) == (0, date(2026, 1, 6))
