"""What has not happened yet cannot be reported as done."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from microsite.content.load import Reading
from microsite.content.problems import Problem
from microsite.content.values import SHANGHAI
from microsite.rules.all import editorial_judgement
from microsite.rules.site_rule import occasion
from small_project import Files
from variations import events, order, theme_day

Read = Callable[[Files], Reading]
BEFORE, DAY = date(2026, 3, 3), date(2026, 3, 4)
ID = "20260304-x"


def problems(reading: Reading, today: date) -> list[Problem]:
    now = datetime.combine(today, time(12), SHANGHAI)
    found = editorial_judgement(reading, occasion(reading, now))
    return [one for one in found if one.path.endswith("2026-03.yml") and one.level == "error"]


def codes(reading: Reading, today: date) -> list[str]:
    """Return the codes of the problems of one event."""
    return [one.code for one in problems(reading, today)]


def test_what_was_held_on_a_day_may_be_written_on_that_day(read: Read) -> None:
    reading = read(events(theme_day(ID)))

    assert codes(reading, DAY) == []


def test_what_was_held_may_not_be_written_before(read: Read) -> None:
    reading = read(events(theme_day(ID)))

    assert codes(reading, BEFORE) == ["event-future"]


@pytest.mark.parametrize(
    "keys",
    [
        ", status: planned",
        ", status: cancelled, reason: 大雨",
        ", status: postponed, moved_to: 2026-03-05",
    ],
)
def test_what_is_not_said_to_be_held_may_lie_in_the_future(keys: str, read: Read) -> None:
    reading = read(events(theme_day(ID, keys)))

    assert codes(reading, BEFORE) == []


def test_what_was_moved_into_the_future_was_not_held(read: Read) -> None:
    reading = read(events(theme_day(ID, ", moved_to: 2026-04-01")))

    assert codes(reading, DAY) == ["event-future"]


@pytest.mark.parametrize(
    ("keys", "status"), [("", "planned"), (", moved_to: 2026-04-01", "postponed")]
)
def test_the_message_says_what_to_write_instead(keys: str, status: str, read: Read) -> None:
    reading = read(events(theme_day(ID, keys)))

    (problem,) = problems(reading, date(2026, 2, 28))

    assert f"“status: {status}”" in problem.message


@pytest.mark.parametrize(("keys", "key"), [("", "start"), (", moved_to: 2026-04-01", "moved_to")])
def test_the_problem_lies_at_the_date(keys: str, key: str, read: Read) -> None:
    record = theme_day(ID, keys)

    (problem,) = problems(read(events(record)), date(2026, 2, 28))

    assert record[problem.column - 1 :].startswith(
        {"start": "2026-03-04", "moved_to": "2026-04-01"}[key]
    )


def test_a_stage_may_be_written_on_its_day(read: Read) -> None:
    reading = read(events(order(ID, ", stages: {点单: 2026-03-04}")))

    assert codes(reading, DAY) == []


@pytest.mark.parametrize("status", ["held", "cancelled, reason: 大雨"])
def test_a_stage_may_not_be_written_before(status: str, read: Read) -> None:
    reading = read(events(order(ID, f", status: {status}, stages: {{点单: 2026-03-05}}")))

    assert codes(reading, DAY) == ["stage-future"]


def test_the_stages_of_a_planned_event_may_lie_in_the_future(read: Read) -> None:
    reading = read(events(order(ID, ", status: planned, stages: {点单: 2026-03-05}")))

    assert codes(reading, DAY) == []


def test_every_stage_in_the_future_is_reported(read: Read) -> None:
    reading = read(
        events(order(ID, ", stages: {点单: 2026-03-04, 派单: 2026-03-05, 办结: 2026-03-06}"))
    )

    assert codes(reading, DAY) == ["stage-future", "stage-future"]


def test_the_problem_lies_at_the_stage(read: Read) -> None:
    record = order(ID, ", stages: {点单: 2026-03-05}")

    (problem,) = problems(read(events(record)), DAY)

    assert record[problem.column - 1 :].startswith("2026-03-05")
