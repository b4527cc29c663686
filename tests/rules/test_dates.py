"""What has not happened yet cannot be reported as done."""

from datetime import date

import pytest

from microsite.content.problems import Problem
from microsite.content.site import Site
from microsite.rules.dates import date_problems
from variations import Load, events, order, theme_day

BEFORE, DAY = date(2026, 3, 3), date(2026, 3, 4)
ID = "20260304-x"


def date_problems_of(site: Site, today: date) -> list[Problem]:
    return [*date_problems(site.events.values(), site.stories.values(), today)]


def codes(site: Site, today: date) -> list[str]:
    """Return the codes of the problems of one event."""
    return [one.code for one in date_problems_of(site, today) if one.path.endswith("2026-03.yml")]


def test_what_was_held_on_a_day_may_be_written_on_that_day(load: Load) -> None:
    site = load(events(theme_day(ID)))

    assert codes(site, DAY) == []


def test_what_was_held_may_not_be_written_before(load: Load) -> None:
    site = load(events(theme_day(ID)))

    assert codes(site, BEFORE) == ["event-future"]


@pytest.mark.parametrize(
    "keys",
    [
        ", status: planned",
        ", status: cancelled, reason: 大雨",
        ", status: postponed, moved_to: 2026-03-05",
    ],
)
def test_what_is_not_said_to_be_held_may_lie_in_the_future(keys: str, load: Load) -> None:
    site = load(events(theme_day(ID, keys)))

    assert codes(site, BEFORE) == []


def test_what_was_moved_into_the_future_was_not_held(load: Load) -> None:
    site = load(events(theme_day(ID, ", moved_to: 2026-04-01")))

    assert codes(site, DAY) == ["event-future"]


@pytest.mark.parametrize(
    ("keys", "status"), [("", "planned"), (", moved_to: 2026-04-01", "postponed")]
)
def test_the_message_says_what_to_write_instead(keys: str, status: str, load: Load) -> None:
    site = load(events(theme_day(ID, keys)))

    (problem,) = date_problems_of(site, date(2026, 2, 28))

    assert f"“status: {status}”" in problem.message


@pytest.mark.parametrize(("keys", "key"), [("", "start"), (", moved_to: 2026-04-01", "moved_to")])
def test_the_problem_lies_at_the_date(keys: str, key: str, load: Load) -> None:
    record = theme_day(ID, keys)

    (problem,) = date_problems_of(load(events(record)), date(2026, 2, 28))

    assert record[problem.column - 1 :].startswith(
        {"start": "2026-03-04", "moved_to": "2026-04-01"}[key]
    )


def test_a_stage_may_be_written_on_its_day(load: Load) -> None:
    site = load(events(order(ID, ", stages: {点单: 2026-03-04}")))

    assert codes(site, DAY) == []


@pytest.mark.parametrize("status", ["held", "cancelled, reason: 大雨"])
def test_a_stage_may_not_be_written_before(status: str, load: Load) -> None:
    site = load(events(order(ID, f", status: {status}, stages: {{点单: 2026-03-05}}")))

    assert codes(site, DAY) == ["stage-future"]


def test_the_stages_of_a_planned_event_may_lie_in_the_future(load: Load) -> None:
    site = load(events(order(ID, ", status: planned, stages: {点单: 2026-03-05}")))

    assert codes(site, DAY) == []


def test_every_stage_in_the_future_is_reported(load: Load) -> None:
    site = load(
        events(order(ID, ", stages: {点单: 2026-03-04, 派单: 2026-03-05, 办结: 2026-03-06}"))
    )

    assert codes(site, DAY) == ["stage-future", "stage-future"]


def test_the_problem_lies_at_the_stage(load: Load) -> None:
    record = order(ID, ", stages: {点单: 2026-03-05}")

    (problem,) = date_problems_of(load(events(record)), DAY)

    assert record[problem.column - 1 :].startswith("2026-03-05")


def test_a_story_is_not_published_before_its_day(site: Site) -> None:
    codes = {problem.code for problem in date_problems_of(site, date(2026, 1, 31))}

    assert "story-future" in codes
