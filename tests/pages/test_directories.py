"""Places, branches and tags: the page that lists them and the page of each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from microsite.content.site import Site
from microsite.pages.columns import EVENTS_PER_PAGE
from microsite.pages.directories import (
    DirectoryView,
    SubjectView,
    TagView,
    directory_views,
)
from microsite.pages.view import View
from variations import Load, events, story, theme_day

V = TypeVar("V", bound=View)


def views(site: Site, kind: type[V]) -> list[V]:
    return [view for view in directory_views(site) if isinstance(view, kind)]


def listed(site: Site, url: str) -> dict[str, list[tuple[str, int]]]:
    """Return id and count of what a directory lists, by kind."""
    (view,) = [view for view in views(site, DirectoryView) if view.url == url]
    return {
        kind: [(listing.subject.id, listing.count) for listing in listings]
        for kind, listings in view.groups.items()
    }


def urls(found: Sequence[View]) -> list[str]:
    return [view.url for view in found]


def place_pages(site: Site) -> list[SubjectView]:
    return [view for view in views(site, SubjectView) if view.url.startswith("places/")]


def branch_pages(site: Site) -> list[SubjectView]:
    return [view for view in views(site, SubjectView) if view.url.startswith("branches/")]


def test_places_with_events_are_listed_by_kind(load: Load) -> None:
    site = load(events(theme_day("20250304-x", ", place: liuxi")))

    assert listed(site, "places/") == {
        "小区": [("chunhui", 1)],
        "村": [("qinghe", 1), ("liuxi", 1)],
    }


def test_branches_are_listed_with_the_number_of_their_events(site: Site) -> None:
    listings = listed(site, "branches/")

    assert listings == {"": [("property", 2), ("office", 1)]}


def test_tags_are_listed_with_the_number_of_their_stories(site: Site) -> None:
    listings = listed(site, "tags/")

    assert listings == {"": [("community", 2), ("training", 1)]}


def test_a_directory_says_what_it_counts(site: Site) -> None:
    measures = {view.url: view.measure for view in views(site, DirectoryView)}

    assert measures == {"places/": "项活动", "branches/": "项活动", "tags/": "篇故事"}


def test_there_is_no_directory_of_nothing(site: Site) -> None:
    empty = replace(site, events={}, stories={})

    assert [*directory_views(empty)] == []


def test_a_place_without_events_has_no_page(site: Site) -> None:
    found = place_pages(site)

    assert urls(found) == ["places/chunhui/", "places/qinghe/"]


def test_a_branch_without_events_has_no_page(load: Load) -> None:
    branches = "property: {title: 甲}\noffice: {title: 乙}\nnew: {title: 丙}\n"
    site = load({"data/branches.yml": branches})

    assert urls(branch_pages(site)) == ["branches/property/", "branches/office/"]


def test_a_tag_without_stories_has_no_page(load: Load) -> None:
    tags = "community: {title: 社区}\ntraining: {title: 培训}\nnew: {title: 丙}\n"
    site = load({"data/tags.yml": tags})

    assert sorted(urls(views(site, TagView))) == ["tags/community/", "tags/training/"]


def test_a_place_is_summed_up_in_its_own_words(site: Site) -> None:
    summaries = [view.summary for view in place_pages(site)]

    assert summaries == ["在春晖里小区的1项活动。", "定点帮扶的村。"]


def test_a_branch_is_summed_up_in_its_own_words(load: Load) -> None:
    branches = "property: {title: 甲支部, summary: 管物业。}\noffice: {title: 乙支部}\n"
    site = load({"data/branches.yml": branches})

    assert [view.summary for view in branch_pages(site)] == ["管物业。", "乙支部的1项活动。"]


def test_a_place_shows_its_events_latest_first(load: Load) -> None:
    site = load(events(theme_day("20250304-x", ", place: chunhui")))

    view = place_pages(site)[0]

    assert [event.id for event in view.part.items] == ["20260105-orders-lamp", "20250304-x"]


def test_a_place_shows_a_story_about_several_of_its_events_once(load: Load) -> None:
    keys = "events: [20250304-x, 20250305-y]\n"
    records = [theme_day(id, ", place: liuxi") for id in ("20250304-x", "20250305-y")]
    site = load(events(*records) | story("both", keys=keys))

    view = {view.subject.id: view for view in place_pages(site)}["liuxi"]

    assert [story.id for story in view.stories] == ["both"]


def test_a_branch_shows_its_events_latest_first(load: Load) -> None:
    site = load(events(theme_day("20250304-x", ", branches: [office]")))

    view = {view.subject.id: view for view in branch_pages(site)}["office"]

    assert [event.id for event in view.part.items] == ["20260225-theme-day-office", "20250304-x"]


def test_a_branch_shows_the_stories_about_its_events(site: Site) -> None:
    view = branch_pages(site)[0]

    assert [story.id for story in view.stories] == ["community-orders"]


def test_a_tag_shows_its_stories_newest_first(site: Site) -> None:
    view = {view.tag.id: view for view in views(site, TagView)}["community"]

    assert [story.id for story in view.part.items] == ["lecture", "community-orders"]


def test_a_tag_changed_with_its_newest_story(site: Site) -> None:
    view = {view.tag.id: view for view in views(site, TagView)}["community"]

    assert str(view.updated) == "2026-02-01"


def test_a_long_list_of_a_branch_has_several_pages(load: Load) -> None:
    days = [f"2025{month:02}{day:02}" for month in (3, 4) for day in range(1, 29)]
    records = [theme_day(f"{day}-x", ", branches: [office]") for day in days[:EVENTS_PER_PAGE]]

    found = branch_pages(load(events(*records)))

    assert "branches/office/page/2/" in urls(found)


def test_a_later_page_leads_back_to_the_first(load: Load) -> None:
    files: dict[str, str] = {}
    for n in range(1, 22):
        files |= story(f"s{n}", f"2026-03-{n:02} 09:00", "tags: [社区]\n")

    second = {view.url: view for view in views(load(files), TagView)}["tags/community/page/2/"]

    assert [crumb.url for crumb in second.trail] == ["tags/", "tags/community/"]
