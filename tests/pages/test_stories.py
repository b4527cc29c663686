"""The archive of stories and the page of each."""

import pytest

from microsite.content.site import Site
from microsite.pages.stories import RELATED_SHOWN, StoryView, archive_views, newest, story_views
from variations import Load, story


def page(site: Site, id: str) -> StoryView:
    return {view.story.id: view for view in story_views(site)}[id]


def stories(count: int, keys: str = "") -> dict[str, str]:
    """Return the files of stories `s01`, `s02` and so on, of one day each."""
    files: dict[str, str] = {}
    for n in range(1, count + 1):
        files |= story(f"s{n:02}", f"2026-03-{n:02} 09:00", keys)
    return files


def test_the_archive_lists_all_stories_newest_first(site: Site) -> None:
    (view,) = archive_views(site)

    assert [story.id for story in view.part.items] == ["lecture", "community-orders"]


def test_the_archive_goes_by_year(load: Load) -> None:
    (view,) = archive_views(load(story("old", "2024-12-31 23:59")))

    assert {year: len(stories) for year, stories in view.years.items()} == {2026: 2, 2024: 1}


def test_a_long_archive_has_several_pages(load: Load) -> None:
    views = archive_views(load(stories(19)))

    assert [(view.url, len(view.part.items)) for view in views] == [
        ("stories/", 20),
        ("stories/page/2/", 1),
    ]


def test_a_later_page_of_the_archive_leads_back_to_the_first(load: Load) -> None:
    first, second = archive_views(load(stories(19)))

    assert ([crumb.url for crumb in first.trail], [crumb.url for crumb in second.trail]) == (
        [],
        ["stories/"],
    )


def test_the_archive_changed_with_its_newest_story(site: Site) -> None:
    (view,) = archive_views(site)

    assert str(view.updated) == "2026-02-01"


def test_every_story_has_a_page(site: Site) -> None:
    urls = [view.url for view in story_views(site)]

    assert urls == ["stories/2026/lecture/", "stories/2026/community-orders/"]


def test_a_story_shows_its_text(site: Site) -> None:
    view = page(site, "lecture")

    assert view.prose.text == "正文“加粗”的字。见点单。"


def test_a_story_shows_its_events_and_tags(site: Site) -> None:
    view = page(site, "community-orders")

    assert (view.events, view.tags) == (
        (site.events["20260105-orders-lamp"],),
        (site.tags["community"],),
    )


def test_a_story_shows_its_series_and_column(site: Site) -> None:
    view = page(site, "lecture")

    assert (view.series, view.column) == (site.series["lecture-hall"], site.columns["development"])


def test_the_trail_of_a_story_leads_over_column_and_series(site: Site) -> None:
    view = page(site, "lecture")

    assert [crumb.url for crumb in view.trail] == ["columns/development/", "series/lecture-hall/"]


def test_every_story_leads_to_the_one_before_it(load: Load) -> None:
    views = story_views(load(stories(2)))

    assert [view.earlier.id if view.earlier else None for view in views] == [
        "s01",
        "lecture",
        "community-orders",
        None,
    ]


def test_every_story_leads_to_the_one_after_it(load: Load) -> None:
    views = story_views(load(stories(2)))

    assert [view.later.id if view.later else None for view in views] == [
        None,
        "s02",
        "s01",
        "lecture",
    ]


@pytest.mark.parametrize(("length", "minutes"), [(0, 1), (1, 1), (590, 1), (610, 2), (4000, 10)])
def test_reading_takes_a_minute_for_every_400_characters(
    length: int, minutes: int, load: Load
) -> None:
    (path, text), *_ = story("long").items()
    site = load({path: text.replace("正文。", "\n".join(["字" * 10] * (length // 10)))})

    assert page(site, "long").minutes == minutes


def test_stories_of_the_same_series_are_related(load: Load) -> None:
    view = page(load(stories(2)), "s01")

    assert [story.id for story in view.related] == ["s02"]


def test_stories_that_share_a_tag_are_related(site: Site) -> None:
    view = page(site, "lecture")

    assert [story.id for story in view.related] == ["community-orders"]


def test_those_of_the_series_come_before_those_of_a_tag(load: Load) -> None:
    view = page(load(stories(2, "tags: [社区]\n")), "s02")

    assert [story.id for story in view.related] == ["s01", "lecture", "community-orders"]


def test_only_so_many_related_stories_are_shown(load: Load) -> None:
    view = page(load(stories(RELATED_SHOWN + 2)), "s01")

    assert [story.id for story in view.related] == ["s06", "s05", "s04", "s03"]


def test_a_newest_story_among_them_still_leaves_enough_related(load: Load) -> None:
    view = page(load(stories(RELATED_SHOWN + 2)), "s06")

    assert [story.id for story in view.related] == ["s05", "s04", "s03", "s02"]


def test_the_newest_of_no_stories_has_no_day() -> None:
    day = newest([])

    assert day is None
