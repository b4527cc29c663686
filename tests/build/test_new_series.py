"""A new mechanism of the bureau is a YAML file: pages, board, grid, feeds and calendars follow."""

from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest
import vobject

from build_site import Pages, build, one, parsed
from signing import sign
from small_project import BASE

SERIES = """\
title: 电梯加装协商会
column: people
summary: 邻居坐下来，一层一层商量。
fields:
  topic: {label: 议题, required: true}
  outcome: {label: 商量结果, values: [谈成, 再议]}
  approval: {label: 方案审批, type: approval, required_when: {outcome: 谈成}}
stages: [报名, 协商, 签字]
stage_days: {报名: 10}
cadence: {every: quarter, per: place, kind: 小区, since: 2025-07-01}
"""
EVENTS = """\
20251110-lift-one:
  series: lift-talks
  title: 一号楼协商会
  start: 2025-11-10 19:00
  end: 2025-11-10 20:30
  place: chunhui
  fields: {topic: 费用怎么分, outcome: 谈成, approval: {by: 示例·审批岗, on: 2025-11-01}}
  stages: {报名: 2025-11-01, 协商: 2025-11-10, 签字: 2025-11-21}
20251120-lift-two:
  series: lift-talks
  title: 二号楼协商会
  start: 2025-11-20
  place: chunhui
  fields: {topic: 机房放哪里}
  stages: {报名: 2025-11-15}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site of the small project with one more series."""
    return tmp_path_factory.mktemp("series") / "site"


@pytest.fixture
def built(copy: Callable[[Path], Path], site: Path) -> Path:
    if not site.exists():
        root = copy(BASE)
        (root / "data/series/lift-talks.yml").write_text(SERIES, encoding="utf-8")
        (root / "data/events/2025-11.yml").write_text(EVENTS, encoding="utf-8")
        sign(root)
        result = build(root, site)
        assert result.returncode == 0, result.stderr
    return site


@pytest.fixture
def pages(built: Path) -> Pages:
    return parsed(built)


def test_it_has_a_page_with_board_and_grid(pages: Pages) -> None:
    page = pages["series/lift-talks/index.html"]
    text = one(page, "main").text()

    assert "电梯加装协商会" in one(page, "h1").text()
    assert all(stage in text for stage in ("报名", "协商", "签字"))
    assert "2025年第4季度" in one(page, "table").text()


def test_its_events_have_pages_with_their_facts(pages: Pages) -> None:
    text = one(pages["events/20251110-lift-one/index.html"], "main").text()

    assert all(fact in text for fact in ("费用怎么分", "谈成", "示例·审批岗，2025年11月1日批准"))


def test_its_events_stand_in_the_month(pages: Pages) -> None:
    table = one(pages["events/2025/11/index.html"], "table")

    addresses = {node.attributes["href"] for node in table.css("a")}

    assert any("20251110-lift-one" in (address or "") for address in addresses)


def test_it_can_be_subscribed_to(built: Path) -> None:
    text = (built / "series/lift-talks/events.ics").read_bytes().decode()

    calendar = vobject.readOne(text)

    assert [event.summary.value for event in calendar.vevent_list] == [
        "一号楼协商会",
        "二号楼协商会",
    ]


def test_it_has_feeds(built: Path) -> None:
    feed = feedparser.parse((built / "series/lift-talks/feed.xml").read_bytes())

    assert feed.feed.title == "电梯加装协商会｜讲好住建故事"


def test_its_column_shows_it(pages: Pages) -> None:
    assert "电梯加装协商会" in one(pages["columns/people/index.html"], "main").text()
