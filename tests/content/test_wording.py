"""Dates and facts as a Chinese reader expects them."""

from datetime import date, datetime

import pytest

from microsite.content.signatures import Approval
from microsite.content.site import Site
from microsite.content.values import Moment
from microsite.content.wording import (
    day_text,
    fact_text,
    moment_text,
    month_text,
    span_text,
    stage_of,
    status_text,
    unit_text,
    weekday_text,
    when_text,
)
from variations import Load, events, order, theme_day


def moment(text: str) -> Moment:
    known = datetime.fromisoformat(text)
    return Moment(known.date(), known.time() if ":" in text else None)


def test_a_day_is_written_without_leading_zeros() -> None:
    text = day_text(date(2026, 1, 5))

    assert text == "2026年1月5日"


def test_a_month_is_written_without_leading_zeros() -> None:
    text = month_text(date(2026, 1, 5))

    assert text == "2026年1月"


def test_the_week_goes_from_monday_to_sunday() -> None:
    texts = [weekday_text(date(2026, 2, day)) for day in range(2, 9)]

    assert texts == ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2026-01-05", "2026年1月5日"),
        ("2026-01-05 09:05", "2026年1月5日 09:05"),
        ("2026-01-05 00:00", "2026年1月5日 00:00"),
    ],
)
def test_a_moment_has_a_clock_only_where_one_was_written(written: str, text: str) -> None:
    shown = moment_text(moment(written))

    assert shown == text


@pytest.mark.parametrize(
    ("begins", "ends", "text"),
    [
        ("2026-01-05 09:00", "2026-01-05 09:00", "2026年1月5日 09:00"),
        ("2026-01-05", "2026-01-05", "2026年1月5日"),
        ("2026-01-05 09:00", "2026-01-05 10:30", "2026年1月5日 09:00—10:30"),
        ("2026-01-05 00:00", "2026-01-05 23:59", "2026年1月5日 00:00—23:59"),
        ("2026-01-05", "2026-01-07", "2026年1月5日—7日"),
        ("2026-01-05 09:00", "2026-01-07 10:30", "2026年1月5日 09:00—1月7日 10:30"),
        ("2026-01-05 09:00", "2026-01-06 00:00", "2026年1月5日 09:00—1月6日 00:00"),
        ("2026-01-31", "2026-02-01", "2026年1月31日—2月1日"),
        ("2026-01-31 22:00", "2026-02-01 01:00", "2026年1月31日 22:00—2月1日 01:00"),
        ("2024-02-28", "2024-02-29", "2024年2月28日—29日"),
        ("2024-02-29", "2024-03-01", "2024年2月29日—3月1日"),
        ("2025-12-31", "2026-01-01", "2025年12月31日—2026年1月1日"),
        ("2025-12-31 22:00", "2026-01-01 01:00", "2025年12月31日 22:00—2026年1月1日 01:00"),
        ("2025-01-05", "2026-01-07", "2025年1月5日—2026年1月7日"),
    ],
)
def test_a_span_does_not_repeat_what_its_ends_share(begins: str, ends: str, text: str) -> None:
    shown = span_text(moment(begins), moment(ends))

    assert shown == text


def test_a_moved_event_is_announced_for_its_new_time(site: Site) -> None:
    text = when_text(site.events["20260210-lecture-roof"])

    assert text == "2026年3月3日 14:30—16:30"


def test_an_event_moved_from_days_to_a_minute_is_announced_for_that_minute(load: Load) -> None:
    keys = ", status: postponed, end: 2025-03-06, moved_to: 2025-04-01 09:00"
    site = load(events(theme_day("20250304-x", keys)))

    text = when_text(site.events["20250304-x"])

    assert text == "2025年4月1日 09:00"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("路灯不亮", "路灯不亮"),
        ("2.50", "2.50"),
        (date(2026, 2, 2), "2026年2月2日"),
        (Approval(by="分管领导岗", on="2026-02-01"), "分管领导岗，2026年2月1日批准"),
    ],
)
def test_a_fact_of_any_type_is_one_line(value: str | date | Approval, text: str) -> None:
    shown = fact_text(value)

    assert shown == text


def test_an_event_stands_in_the_last_stage_it_has_reached(site: Site) -> None:
    stage = stage_of(site.events["20260105-orders-lamp"], site.series["community-orders"])

    assert stage == "派单"


def test_an_event_without_stages_stands_in_none(site: Site) -> None:
    stage = stage_of(site.events["20260220-orders-door"], site.series["community-orders"])

    assert stage is None


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("", "已举办"),
        (", stages: {点单: 2025-03-01}", "进行中：点单"),
        (", stages: {点单: 2025-03-01, 派单: 2025-03-01}", "进行中：派单"),
        (", stages: {点单: 2025-03-01, 派单: 2025-03-01, 办结: 2025-03-02}", "已完成"),
        (", status: planned, stages: {点单: 2025-03-01}", "计划"),
        (", status: postponed, moved_to: 2025-04-01", "延期"),
        (", status: cancelled, reason: 大雨, stages: {点单: 2025-03-01}", "已取消"),
    ],
)
def test_what_passes_through_stages_is_done_at_the_last(keys: str, text: str, load: Load) -> None:
    site = load(events(order("20250304-x", keys)))

    shown = status_text(site.events["20250304-x"], site.series["community-orders"])

    assert shown == text


@pytest.mark.parametrize(
    ("cadence", "text"),
    [
        ("per: branch", "支部"),
        ("per: place", "地点"),
        ("per: place, kind: 村", "村"),
    ],
)
def test_a_cadence_names_for_whom_it_counts(cadence: str, text: str, load: Load) -> None:
    head = "title: 主题党日\ncolumn: people\nsummary: 每月一次。\n"
    file = f"{head}cadence: {{every: month, {cadence}}}\n"
    series = load({"data/series/theme-day.yml": file}).series["theme-day"]
    assert series.cadence

    shown = unit_text(series.cadence)

    assert shown == text
