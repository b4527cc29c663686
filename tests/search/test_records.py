"""Which pages can be found, and by what."""

import pytest

from microsite.content.site import Site
from microsite.pages.all import all_views
from microsite.search.records import Record, records
from small_project import TODAY
from variations import Load, events, theme_day


def found(site: Site) -> dict[str, Record]:
    return {record.url: record for record in records(site, all_views(site, TODAY))}


def test_every_kind_of_page_with_something_of_its_own_is_found(site: Site) -> None:
    kinds = {record.kind for record in found(site).values()}

    assert kinds == {"story", "event", "series", "column", "place", "branch", "tag", "page"}


@pytest.mark.parametrize("url", ["", "stories/", "events/2026/01/", "figures/", "places/"])
def test_pages_that_only_list_others_are_not(url: str, site: Site) -> None:
    assert url not in found(site)


def test_later_pages_of_a_list_are_not(load: Load) -> None:
    site = load(events(*(theme_day(f"20260301-day-{number}") for number in range(30))))

    urls = found(site)

    assert "series/theme-day/" in urls
    assert "series/theme-day/page/2/" not in urls


def test_an_event_is_found_by_its_facts_place_and_day(site: Site) -> None:
    event = found(site)["events/20260105-orders-lamp/"]

    assert "群众需求：路灯不亮" in event.text
    assert "2026年1月5日" in event.text
    assert event.facets == {
        "kind": ["event"],
        "column": ["people"],
        "series": ["community-orders"],
        "place": ["chunhui"],
        "year": ["2026"],
    }


def test_a_story_belongs_to_the_places_of_its_events(site: Site) -> None:
    story = found(site)["stories/2026/community-orders/"]

    assert story.facets["place"] == ["chunhui"]


def test_what_has_no_choice_has_no_facet(site: Site) -> None:
    assert found(site)["tags/community/"].facets == {"kind": ["tag"]}
