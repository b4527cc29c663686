"""What stands before and after a story in WeChat."""

from conftest import Project
from microsite.wechat.package import packages
from signing import sign
from small_project import BASE
from wechat.checker import faults
from wechat.packing import ID, OLD, STORY, Pack, judged, packed, story

BASE_BUREAU = (BASE / "data/bureau.yml").read_text(encoding="utf-8")


def events_of(pack: Pack, ids: str) -> str:
    keys = (STORY, "events: [20260105-orders-lamp]", f"events: [{ids}]")
    text = story("正文。").replace(*keys[1:])
    package = pack(files={STORY: text})
    assert faults(package.article.html) == []
    return package.article.text


def test_the_facts_of_an_event_are_a_table(pack: Pack) -> None:
    assert (
        "文中的活动\n【示例】路灯不亮\n时间\t2026年1月5日 09:00—10:30（周一）\n地点\t"
        in events_of(pack, "20260105-orders-lamp")
    )


def test_the_fields_of_the_series_are_among_the_facts(pack: Pack) -> None:
    assert "\n群众需求\t路灯不亮\n" in events_of(pack, "20260105-orders-lamp")


def test_a_postponed_event_says_when_it_was_to_be(pack: Pack) -> None:
    text = events_of(pack, "20260210-lecture-roof")

    assert "时间\t2026年3月3日 14:30—16:30（周二）\n原定时间\t2026年2月10日 14:30\n" in text
    assert "状态\t延期：场地检修" in text


def test_a_day_to_come_says_how_to_open_the_calendar(pack: Pack) -> None:
    assert "在浏览器打开" in events_of(pack, "20260225-theme-day-office")


def test_a_day_that_is_over_says_nothing_of_calendars(pack: Pack) -> None:
    assert "在浏览器打开" not in pack().article.text


def test_a_place_that_is_made_up_says_so(pack: Pack) -> None:
    places = "chunhui: {title: 春晖里小区, kind: 小区, sample: true}\n"
    places += "qinghe: {title: 清河村, kind: 村}\nhall: {title: 会场, kind: 会场}\n"

    assert "春晖里小区（示例）" in pack(files={"data/places.yml": places}).article.text


def test_a_story_without_events_or_links_has_no_heading_for_them(pack: Pack) -> None:
    text = pack(files={STORY: story("正文。").replace("events: [20260105-orders-lamp]\n", "")})

    assert text.article.text.split("\n")[:2] == ["正文。", text.article.text.split("\n")[1]]
    assert text.article.text.split("\n")[1].startswith("来源：市住建局")


def test_whose_story_it_is_stands_at_its_end(pack: Pack) -> None:
    *_, whose, link = pack().article.text.split("\n")

    assert whose == (
        "来源：市住建局　供稿：示例·供稿岗　"
        "初审：示例·初审岗　复审：示例·复审岗　终审：示例·终审岗"
    )
    assert link == "阅读原文：https://zhujian.example/sub/stories/2026/community-orders/"


def test_signers_may_be_hidden(pack: Pack) -> None:
    bureau = "\nreviewers: hidden\nshare_cards: false\n"
    base = (BASE_BUREAU).replace("\nshare_cards: false\n", bureau)

    assert "终审" not in pack(files={"data/bureau.yml": base}).article.text


def test_a_repost_says_where_it_comes_from(project: Project) -> None:
    root = project({})
    sign(root, OLD)
    package = packed(root, "lecture")

    lines = package.article.text.split("\n")
    assert lines[0] == "示例：本文为展示网站而编写，不是真实的人和事。"
    assert lines[1] == "本文转载自某报（2026年1月31日）。原文：https://paper.example/1"
    assert package.title == "【示例】一堂防水课"
    assert package.author == "某报"


def test_what_was_corrected_is_said_first(pack: Pack) -> None:
    front = "corrections:\n  - {on: 2026-01-12, note: 原来写错了电话}\n"

    text = pack(front=front).article.text

    assert text.startswith("更正（2026年1月12日）：原来写错了电话\n正文。")


def test_a_draft_says_that_it_is_one(project: Project) -> None:
    root = project({})
    _, site = judged(root, drafts=True)
    made = [*packages(root, site, site.stories.values())]

    assert ID in [one.story.id for one in made]
    for one in made:
        assert one.title.startswith("【草稿】")
        assert one.article.text.startswith("草稿（待")
        assert faults(one.article.html) == []
