"""By which names an editor may call a story or an event."""

from pathlib import Path

import pytest

from conftest import Project
from microsite.content.load import read_site
from microsite.signing.target import Target, TargetError, Targets
from small_project import BASE
from variations import story

STORY = Target("docs/stories/2026/lecture.md", "lecture", is_event=False)
EVENT = Target("data/events/2026-01.yml", "20260115-theme-day-property", is_event=True)
TARGETS = Targets(BASE, read_site(BASE))


@pytest.mark.parametrize(
    "name",
    [
        "docs/stories/2026/lecture.md",
        "./docs/stories/2026/../2026/lecture.md",
        r"docs\stories\2026\lecture.md",
        str(BASE / "docs/stories/2026/lecture.md"),
        "story:lecture",
        "lecture",
        "stories/2026/lecture/",
        "/stories/2026/lecture",
        "docs/stories/2026/lecture",
        "https://zhujian.example/sub/stories/2026/lecture/",
        "http://127.0.0.1:8000/sub/stories/2026/lecture/index.html?x=1#top",
    ],
)
def test_a_story_has_many_names(name: str) -> None:
    assert TARGETS.find(name) == STORY


@pytest.mark.parametrize(
    "name",
    [
        "data/events/2026-01.yml#20260115-theme-day-property",
        "20260115-theme-day-property",
        "event:20260115-theme-day-property",
        "events/20260115-theme-day-property/",
        "https://zhujian.example/sub/events/20260115-theme-day-property/",
    ],
)
def test_an_event_has_many_names(name: str) -> None:
    assert TARGETS.find(name) == EVENT


def test_a_path_may_be_named_from_where_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BASE / "docs/stories")

    assert TARGETS.find("2026/lecture.md") == STORY


def test_a_target_is_called_by_its_file() -> None:
    assert (str(STORY), str(EVENT)) == (STORY.path, f"{EVENT.path}#{EVENT.id}")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("lectrue", "是不是 “lecture”"),
        ("20260115-theme-day-propert", "是不是 “20260115-theme-day-property”"),
        (
            "data/events/2026-01.yml#20260115-theme-day-propert",
            "是不是 “20260115-theme-day-property”",
        ),
        ("data/events/2026-01.yml#x", "可以写：20260105-orders-lamp、"),
        ("docs/stories/2026/lecture.md#x", "找不到"),
        ("docs/about.md", "找不到"),
        ("docs", "找不到"),
        ("../base/docs/stories", "找不到"),
        ("/etc/hosts", "找不到"),
        ("x" * 5000, "找不到"),
        ("", "找不到"),
        ("没有", "，请写稿件的文件、活动的文件#编号"),
    ],
)
def test_a_name_that_means_nothing_is_told(name: str, hint: str) -> None:
    with pytest.raises(TargetError) as error:
        TARGETS.find(name)

    assert hint in str(error.value)


def test_a_name_of_several_is_told(project: Project) -> None:
    root = project(story("20260115-theme-day-property"))
    targets = Targets(root, read_site(root))

    with pytest.raises(TargetError) as error:
        targets.find(EVENT.id)

    assert (str(EVENT) in str(error.value), targets.find(f"event:{EVENT.id}")) == (True, EVENT)


def test_a_link_in_a_circle_means_nothing(project: Project) -> None:
    root = project({})
    (root / "docs/stories/2026/loop.md").symlink_to("loop.md")

    with pytest.raises(TargetError):
        Targets(root, read_site(root)).find("docs/stories/2026/loop.md")


def unreadable(project: Project) -> tuple[Path, Targets]:
    root = project({STORY.path: b"\xff", EVENT.path: b"\xff", "docs/about.md": b"\xff"})
    return root, Targets(root, read_site(root))


def test_what_cannot_be_read_can_be_named_by_its_file(project: Project) -> None:
    _, targets = unreadable(project)

    assert targets.find(STORY.path) == STORY
    assert targets.find(str(EVENT)) == EVENT


@pytest.mark.parametrize("content", ["{}", "# 空的", "a：1"])
def test_a_month_without_events_that_can_be_read_says_so(content: str, project: Project) -> None:
    root = project({EVENT.path: content})

    with pytest.raises(TargetError) as error:
        Targets(root, read_site(root)).find(EVENT.path)

    assert str(error.value).startswith(f"{EVENT.path} 里没有读得出的活动")


@pytest.mark.parametrize("name", ["docs/about.md", EVENT.path, f"{STORY.path}#x", STORY.id])
def test_and_by_nothing_else(name: str, project: Project) -> None:
    _, targets = unreadable(project)

    with pytest.raises(TargetError):
        targets.find(name)


def test_a_month_has_its_events() -> None:
    assert EVENT in TARGETS.month("data/events/2026-01.yml")


@pytest.mark.parametrize("name", ["data/events/2026-03.yml", "data/tags.yml", str(EVENT)])
def test_nothing_else_has_events(name: str) -> None:
    assert TARGETS.month(name) == ()
