"""What is signed, and whether it may be shown."""

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import Project
from drawing import drawn
from microsite.content.bureau import Mode
from microsite.content.load import Reading, load_site, read_site
from microsite.content.review import fingerprint, fingerprints, rounds, shown_round, states
from microsite.content.values import SHANGHAI
from small_project import BASE, NOW, Files
from variations import Load, events, theme_day

Read = Callable[[Files], Reading]

PATH = "docs/stories/2026/lamp.md"
URL = "stories/2026/lamp/"
FRONT = (
    "title: 楼道灯亮了\nseries: theme-day\npublished: 2026-02-10 09:00\n"
    "summary: 一盏灯的事。\nsource: 市住建局\n"
)
BODY = "楼道灯亮了。\n\n大家都说好。\n"
FIRST = "  - {step: 初审, by: 综合科, on: 2026-02-06}\n"
SECOND = "  - {step: 复审, by: 办公室, on: 2026-02-07}\n"
EVENT = next(iter(load_site(BASE).events.values()))
PRINT = "dc853b8cd217c2a31380b3bc495811ac"
"""Of the story below; another one would ask for every signature anew."""


def story(review: str = "", body: str = BODY, front: str = FRONT) -> Files:
    keys = f"review:\n{review}" if review else ""
    return {PATH: f"---\n{front}{keys}---\n{body}"}


def printed(load: Load, files: Files) -> str:
    site = load(files)
    body = files[PATH]
    assert isinstance(body, str)
    return fingerprint(site.stories["lamp"], body.split("---\n", 2)[2])


def state(
    project: Project, review: str, now: datetime = NOW, mode: Mode = "demo", keys: str = ""
) -> str:
    """Return how a story stands; `HASH` in its review is its own fingerprint."""
    front = FRONT + keys
    file = project(story(review.replace("HASH", "0" * 32), front=front)) / PATH
    own = fingerprints(read_site(file.parents[3]))[URL]
    file.write_text(file.read_text(encoding="utf-8").replace("0" * 32, own), encoding="utf-8")
    return states(read_site(file.parents[3]), now, mode)[URL]


def last(hash: str = "HASH", by: str = "分管领导") -> str:
    return f"  - {{step: 终审, by: {by}, on: 2026-02-08, hash: {hash}}}\n"


OLD = last("0123456789abcdef0123456789abcdef")


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        ("", "待初审"),
        (FIRST, "待复审"),
        (FIRST + SECOND, "待终审"),
        (FIRST + SECOND + last(), "已发布"),
        (FIRST + SECOND + OLD, "改动待重审"),
        (FIRST + SECOND + OLD + FIRST, "待复审"),
        (FIRST + SECOND + OLD + FIRST + SECOND, "待终审"),
        (FIRST + SECOND + OLD + FIRST + SECOND + last(), "已发布"),
        # What is signed stays so, even if somebody has begun to sign it again.
        (FIRST + SECOND + last() + FIRST, "已发布"),
        # To go back to an older text is a change as well.
        (FIRST + SECOND + last() + FIRST + SECOND + OLD, "改动待重审"),
    ],
)
def test_the_state_follows_from_the_signatures(
    review: str, expected: str, project: Project
) -> None:
    assert state(project, review) == expected


def test_what_is_signed_for_later_waits_until_its_minute(project: Project) -> None:
    minute = datetime(2026, 2, 10, 8, 59, tzinfo=SHANGHAI)

    assert state(project, FIRST + SECOND + last(), minute) == "定时"


def test_at_its_minute_it_is_published(project: Project) -> None:
    minute = datetime(2026, 2, 10, 9, 0, tzinfo=SHANGHAI)

    assert state(project, FIRST + SECOND + last(), minute) == "已发布"


def test_in_production_samples_have_not_signed(project: Project) -> None:
    review = FIRST + SECOND + last(by="示例·终审岗")

    assert state(project, review, mode="production") == "待终审"


def test_in_production_a_real_signature_does_not_make_up_for_samples(project: Project) -> None:
    first = FIRST.replace("by: ", "by: 示例·")
    assert first != FIRST

    assert state(project, first + SECOND + last(), mode="production") == "待初审"


def test_a_withdrawal_counts_whatever_is_signed(project: Project) -> None:
    keys = "withdrawn: {on: 2026-02-12, by: 分管领导, reason: 内容有误}\n"

    assert state(project, FIRST + SECOND + last(), keys=keys) == "撤稿"


@pytest.mark.parametrize(
    "files",
    [
        story(body=BODY.replace("\n", "\r\n")),
        story(body=BODY.replace("。\n", "。  \t\n")),
        story(body=f"\n\n{BODY}\n\n"),
        story(body=BODY.replace("\n\n", "\n \n\n\n")),
        story(front=FRONT.replace("楼道灯亮了", '"楼道灯亮了"')),
        story(front=FRONT.replace("summary: ", "summary:   ") + "# 备注\n"),
        story(FIRST),
        story(body=f"<!-- 允许 wording-unit：引用 -->\n{BODY}"),
        story(front=FRONT + "withdrawn: {on: 2026-02-12, by: 甲, reason: 乙}\n"),
    ],
)
def test_what_readers_cannot_see_is_not_signed(files: Files, load: Load) -> None:
    assert printed(load, files) == PRINT


@pytest.mark.parametrize(
    "files",
    [
        story(body=BODY.replace("\n\n", "\n")),
        story(body=BODY.replace("好", "很好")),
        story(body=f"    {BODY}"),
        story(front=FRONT.replace("09:00", "09:01")),
        story(front=FRONT.replace("theme-day", "rural")),
        story(front=FRONT + "sample: true\n"),
        story(front=FRONT + "corrections: [{on: 2026-02-11, note: 改了一个字}]\n"),
    ],
)
def test_whatever_readers_see_is_signed(files: Files, load: Load) -> None:
    assert printed(load, files) != PRINT


@given(st.integers(0, len(BODY) - 1), st.characters(categories=["Lo"]))
@example(0, "a")
def test_one_letter_more_is_another_content(at: int, letter: str) -> None:
    assert fingerprint(EVENT, BODY[:at] + letter + BODY[at:]) != fingerprint(EVENT, BODY)


RECORD = "lamp.jpg: {kind: photo, credit: 综合科, people: none}\n"


ROOF = (BASE / "docs/assets/pictures/roof.png").read_bytes()


def pictured(record: str, picture: bytes = ROOF) -> Files:
    """Return a story with a picture, and what is known of it."""
    figure = '![灯](../../assets/pictures/lamp.jpg "楼道的灯")\n'
    files: Files = {"docs/assets/pictures/lamp.jpg": picture, "data/pictures.yml": record}
    return {**story(body=BODY + figure), **files}


PICTURED = "a25a89c60f878a0dc4a5c479f7c8c055"
"""The fingerprint of that story, as it is first."""


@pytest.mark.parametrize(
    "files",
    [
        pictured(RECORD),
        pictured("# 备注\n" + RECORD.replace("综合科", '"综合科"')),
        pictured(RECORD.replace("none", "consent, consent: {by: 甲, on: 2026-02-01}")),
        pictured(RECORD.replace("none", "none, sample: true")),
    ],
)
def test_the_same_picture_is_the_same_content(files: Files, read: Read) -> None:
    assert fingerprints(read(files))[URL] == PICTURED


@pytest.mark.parametrize(
    "files",
    [
        pictured(RECORD, drawn(90)),
        pictured(RECORD.replace("综合科", "办公室")),
        pictured(RECORD.replace("photo", "drawing")),
        pictured(RECORD.replace("none", "none, map_no: 某S(2026)000号")),
        pictured(""),
    ],
)
def test_what_is_said_of_a_picture_is_signed_with_the_story(files: Files, read: Read) -> None:
    assert fingerprints(read(files))[URL] != PICTURED


def test_readers_see_the_last_round_that_has_an_end(load: Load) -> None:
    steps = "{step: 初审, by: 甲, on: 2025-03-01}, {step: 复审, by: 乙, on: 2025-03-01}"
    review = f"{steps}, {{step: 终审, by: 丙, on: 2025-03-01}}"
    site = load(events(theme_day("20250304-x", f", review: [{review}, {steps}]")))

    event = site.events["20250304-x"]

    assert [len(one) for one in rounds(event.review)] == [3, 2]
    assert [step.by for step in shown_round(event)] == ["甲", "乙", "丙"]


def test_before_the_first_end_they_see_what_there_is(load: Load) -> None:
    review = "review: [{step: 初审, by: 甲, on: 2025-03-01}]"
    site = load(events(theme_day("20250304-x", f", {review}")))

    assert [step.by for step in shown_round(site.events["20250304-x"])] == ["甲"]
