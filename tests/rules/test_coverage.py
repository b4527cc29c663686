"""What is said about events that were not held, not seen through, or not told of."""

from collections.abc import Callable

import pytest

from conftest import Project
from microsite.content.load import read_site
from microsite.rules.all import editorial_judgement
from microsite.rules.site_rule import occasion
from small_project import BASE, NOW
from variations import events, order, story, theme_day

JANUARY = "data/events/2026-01.yml"
THEME_DAY = "data/series/theme-day.yml"
Cover = Callable[..., list[str]]


@pytest.fixture
def cover(project: Project) -> Cover:
    """Return a function that tells what is missing in the small project with other files."""

    def covered(code: str, files: dict[str, str] | None = None) -> list[str]:
        reading = read_site(project(files or {}))
        found = editorial_judgement(reading, occasion(reading, NOW))
        return sorted(str(one) for one in found if one.code == f"coverage-{code}")

    return covered


def monthly(since: str, keys: str = "") -> dict[str, str]:
    cadence = f"cadence: {{every: month, per: branch, since: {since}}}\n{keys}"
    return {THEME_DAY: f"title: 主题党日\ncolumn: people\nsummary: 每月一次。\n{cadence}"}


def test_who_has_not_held_it_in_the_last_period_is_named(cover: Cover) -> None:
    found = cover("cadence")

    assert found[-1] == (
        f"{THEME_DAY}:5:10: 2026年1月没有开展的支部：办公室支部；"
        "自 2026-01-15 起已结束的各期共缺 1 次。开展过的请补上记录 [coverage-cadence]"
    )


def test_gaps_of_all_ended_periods_are_counted(cover: Cover) -> None:
    found = cover("cadence", monthly("2025-11-01"))

    assert "自 2025-11-01 起已结束的各期共缺 5 次" in found[-1]


def test_an_earlier_gap_is_named_when_the_last_period_has_none(cover: Cover) -> None:
    held = theme_day("20260110-x", ", branches: [office]") + "\n"
    january = (BASE / JANUARY).read_text(encoding="utf-8")

    found = cover("cadence", {**monthly("2025-12-01"), JANUARY: january + held})

    assert "2025年12月没有开展的支部：物业科支部、办公室支部" in found[-1]


def test_many_units_are_counted(cover: Cover) -> None:
    branches = "".join(f"b{n}: {{title: 第{n}支部}}\n" for n in range(8))
    text = (BASE / "data/branches.yml").read_text(encoding="utf-8")

    found = cover("cadence", {"data/branches.yml": text + branches})

    assert "办公室支部、第0支部、第1支部、第2支部、第3支部、第4支部等 9 个；" in found[-1]


def test_what_was_held_counts_before_it_is_signed_and_not_after_it_is_withdrawn(
    cover: Cover,
) -> None:
    keys = ", branches: [office], withdrawn: {on: 2026-02-01, by: 科长, reason: 记重了}"

    found = cover("cadence", {**monthly("2025-12-01"), **events(theme_day("20251210-x", keys))})

    assert "2026年1月没有开展的支部：办公室支部；" in found[-1]
    assert "共缺 3 次" in found[-1]


@pytest.mark.parametrize("files", [monthly("2026-02-01"), monthly("2026-03-01")])
def test_there_is_no_gap_before_a_period_has_ended(files: dict[str, str], cover: Cover) -> None:
    assert not [line for line in cover("cadence", files) if THEME_DAY in line]


def test_an_archived_series_has_no_gaps(cover: Cover) -> None:
    found = cover("cadence", monthly("2025-11-01", "archived: 2026-02-01\n"))

    assert not [line for line in found if THEME_DAY in line]


def test_a_series_of_an_archived_column_has_no_gaps(cover: Cover) -> None:
    text = (BASE / "data/columns.yml").read_text(encoding="utf-8")

    found = cover(
        "cadence", {"data/columns.yml": text.replace("态}", "态, archived: 2026-02-01}")}
    )

    assert not found


def test_a_stage_that_lasts_too_long_is_pointed_at(cover: Cover) -> None:
    found = cover("stage")

    assert found == [
        (
            "data/events/2026-01.yml:9:32: 停在“派单”已有 41 天，超过 5 天；"
            "走到“办结”的请补上日期，没有走到的请催办 [coverage-stage]"
        )
    ]


@pytest.mark.parametrize(
    "keys",
    [
        "",
        ", stages: {点单: 2025-12-17}",
        ", stages: {点单: 2025-11-03, 派单: 2025-11-04, 办结: 2025-11-09}",
        ", stages: {点单: 2025-11-03}, status: cancelled, reason: 居民撤回",
    ],
)
def test_a_stage_that_may_last_is_not(keys: str, cover: Cover) -> None:
    found = cover("stage", events(order("20251103-x", keys)))

    assert not [line for line in found if "2025-11" in line]


def told(*events: str) -> dict[str, str]:
    return story("visits", "2026-02-10 09:00", f"events: [{', '.join(events)}]\n")


def test_events_that_no_story_tells_of_are_counted_once_for_a_series(cover: Cover) -> None:
    records = events(theme_day("20251103-x"), theme_day("20251205-y"))

    found = cover("story", {**records, **told("20260115-theme-day-property")})

    assert found == [
        (
            f"{THEME_DAY}:1:8: 有 2 项活动举办超过 30 天还没有故事，最近的是 20251205-y；"
            "写了的请在故事的 events 里写上编号 [coverage-story]"
        )
    ]


@pytest.mark.parametrize(
    "files",
    [
        events(theme_day("20251103-x")),
        told("20260115-theme-day-property"),
        {**events(theme_day("20260116-x")), **told("20260115-theme-day-property")},
        {
            **events(theme_day("20251103-x", ", status: cancelled, reason: 大雨")),
            **told("20260115-theme-day-property"),
        },
    ],
)
def test_a_series_whose_events_need_no_story_is_not(files: dict[str, str], cover: Cover) -> None:
    assert not cover("story", files)


def test_nothing_is_said_while_something_cannot_be_read(cover: Cover) -> None:
    assert not cover("cadence", {"data/tags.yml": "“"})
