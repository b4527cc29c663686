"""What the site finds for a series, column, branch, place, tag or event."""

import pytest

from microsite.content.site import Site, group
from variations import Load, events, story, theme_day

SERIES = "title: 新系列\ncolumn: conduct\nsummary: 介绍。\n"


def test_events_come_soonest_first_after_any_postponement(site: Site) -> None:
    days = [event.begins.day for event in site.events.values()]

    assert days == sorted(days)


def test_stories_come_newest_first(site: Site) -> None:
    ids = [*site.stories]

    assert ids == ["lecture", "community-orders"]


def test_a_map_is_not_shown_small(load: Load) -> None:
    record = {"data/pictures.yml": "roof.png: {kind: map, map_no: 某S(2026)000号}\n"}
    cover = "cover: {}\ncover_alt: 图\n"
    stories = story("a", keys=cover.format("roof.png")) | story("b", keys=cover.format("door.png"))

    site = load(record | stories)

    assert (set(site.covers), set(site.thumbnails)) == ({"a", "b"}, {"b"})


def test_a_column_lists_its_series_in_their_order(site: Site) -> None:
    ids = [series.id for series in site.series_of_column["people"]]

    assert ids == ["community-orders", "rural", "theme-day"]


def test_a_column_without_content_is_not_shown(site: Site) -> None:
    shown = set(site.columns) - set(site.series_of_column)

    assert shown == {"conduct"}


def test_a_series_without_content_is_not_shown(load: Load) -> None:
    site = load({"data/series/empty.yml": SERIES})

    assert set(site.series) - site.shown_series == {"empty"}


def test_a_series_with_only_a_story_is_shown(load: Load) -> None:
    text = (
        "---\ntitle: 一\nseries: new\npublished: 2026-03-01 09:00\nsummary: 二\nsource: 三\n---\n"
    )

    site = load({"data/series/new.yml": SERIES, "docs/stories/2026/one.md": text})

    assert "new" in site.shown_series


def test_the_events_of_a_column_are_those_of_all_its_series(site: Site) -> None:
    series = {event.series for event in site.events_of_column["people"]}

    assert series == {"community-orders", "rural", "theme-day"}


def test_an_event_of_two_branches_belongs_to_both(load: Load) -> None:
    site = load(events(theme_day("20250304-x", ", branches: [property, office]")))

    found = [site.events_of_branch[id][0].id for id in ("property", "office")]

    assert found == ["20250304-x", "20250304-x"]


def test_an_event_without_place_belongs_to_none(site: Site) -> None:
    found = {event.id for events in site.events_of_place.values() for event in events}

    assert found == {"20260105-orders-lamp", "20260131-rural-visit"}


def test_the_stories_of_a_tag_are_found_by_its_id(site: Site) -> None:
    ids = [story.id for story in site.stories_of_tag["community"]]

    assert ids == ["lecture", "community-orders"]


def test_the_stories_of_a_column_are_those_of_all_its_series(load: Load) -> None:
    site = load(story("newer"))

    ids = [story.id for story in site.stories_of_column["people"]]

    assert ids == ["newer", "community-orders"]


def test_the_stories_of_an_event_are_those_that_name_it(site: Site) -> None:
    found = {id: [story.id for story in stories] for id, stories in site.stories_of_event.items()}

    assert found == {"20260105-orders-lamp": ["community-orders"]}


def test_groups_keep_the_order_of_what_they_group() -> None:
    groups = group([3, 1, 2], lambda number: ["odd"] if number % 2 else [])

    assert groups == {"odd": (3, 1)}


def test_groups_cannot_be_changed() -> None:
    groups = group([1], lambda number: [number])

    with pytest.raises(TypeError):
        groups[2] = ()  # type: ignore[index] # what must fail
