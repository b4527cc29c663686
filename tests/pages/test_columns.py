"""The pages of columns and of series."""

from microsite.content.site import Site
from microsite.pages.columns import (
    EVENTS_PER_PAGE,
    SHOWN,
    ColumnView,
    SeriesView,
    column_views,
    columns_view,
    latest,
    series_views,
)
from small_project import TODAY
from variations import Load, events, story, theme_day

NEW_SERIES = "title: 新系列\ncolumn: conduct\nsummary: 还没有内容。\n"


def column(site: Site, id: str) -> ColumnView:
    return {view.column.id: view for view in column_views(site)}[id]


def series(site: Site, id: str) -> list[SeriesView]:
    return [view for view in series_views(site, TODAY) if view.series.id == id]


def many(count: int) -> dict[str, str]:
    """Return the files of more events of one series, none of which was held."""
    days = [f"{year}{month:02}01" for year in (2023, 2024, 2025) for month in range(1, 13)]
    keys = ", status: cancelled, reason: 大雨"
    return events(*(theme_day(f"{day}-x", keys) for day in days[:count]))


def test_columns_with_content_are_listed_in_their_order(site: Site) -> None:
    view = columns_view(site)

    assert [summary.column.id for summary in view.columns] == ["people", "development"]


def test_a_column_in_the_list_counts_what_it_holds(site: Site) -> None:
    people, development = columns_view(site).columns

    assert [(people.stories, people.events), (development.stories, development.events)] == [
        (1, 5),
        (1, 1),
    ]


def test_a_column_in_the_list_names_its_series(site: Site) -> None:
    summary = columns_view(site).columns[0]

    assert [series.id for series in summary.series] == ["community-orders", "rural", "theme-day"]


def test_the_list_of_columns_is_summed_up_by_their_names(site: Site) -> None:
    view = columns_view(site)

    assert view.summary == "为民 · 群众路线、先锋 · 担当作为。"


def test_a_column_without_content_has_no_page(site: Site) -> None:
    ids = [view.column.id for view in column_views(site)]

    assert ids == ["people", "development"]


def test_a_column_shows_its_series(site: Site) -> None:
    ids = [series.id for series in column(site, "people").series]

    assert ids == ["community-orders", "rural", "theme-day"]


def test_a_column_shows_its_events_latest_first(site: Site) -> None:
    ids = [event.id for event in column(site, "people").events]

    assert ids[:2] == ["20260225-theme-day-office", "20260220-orders-door"]


def test_a_column_without_stories_has_no_day_of_change(load: Load) -> None:
    record = "20250304-x: {series: new, title: 一, start: 2025-03-04}"
    site = load({"data/series/new.yml": NEW_SERIES} | events(record))

    assert column(site, "conduct").updated is None


def test_a_column_without_events_shows_none(load: Load) -> None:
    (path, text), *_ = story("one").items()
    text = text.replace("theme-day", "new")
    site = load({"data/series/new.yml": NEW_SERIES, path: text})

    assert column(site, "conduct").events == ()


def test_a_column_shows_so_many_stories(load: Load) -> None:
    files: dict[str, str] = {}
    for n in range(1, SHOWN + 2):
        files |= story(f"s{n}", f"2026-03-0{n} 09:00")

    view = column(load(files), "people")

    assert [story.id for story in view.stories] == [f"s{n}" for n in range(SHOWN + 1, 1, -1)]


def test_the_latest_events_are_the_last_ones_backwards(load: Load) -> None:
    found = tuple(load(many(SHOWN + 2)).events_of_series["theme-day"])

    assert latest(found) == found[::-1][:SHOWN]


def test_few_events_are_all_among_the_latest(site: Site) -> None:
    found = site.events_of_series["theme-day"]

    assert latest(found) == found[::-1]


def test_a_series_without_content_has_no_page(load: Load) -> None:
    site = load({"data/series/new.yml": NEW_SERIES})

    assert series(site, "new") == []


def test_a_series_with_only_a_story_has_a_page_without_events(load: Load) -> None:
    (path, text), *_ = story("one").items()
    site = load({"data/series/new.yml": NEW_SERIES, path: text.replace("theme-day", "new")})

    (view,) = series(site, "new")

    assert ([*view.part.items], [story.id for story in view.stories]) == ([], ["one"])


def test_a_series_shows_its_column(site: Site) -> None:
    (view,) = series(site, "rural")

    assert view.column == site.columns["people"]


def test_a_series_shows_the_story_that_explains_it(site: Site) -> None:
    (view,) = series(site, "community-orders")

    assert view.guide == site.stories["community-orders"]


def test_a_series_without_guide_shows_none(site: Site) -> None:
    (view,) = series(site, "rural")

    assert view.guide is None


def test_a_series_shows_what_its_traits_ask_for(site: Site) -> None:
    shown = {
        view.series.id: (bool(view.board), bool(view.grid)) for view in series_views(site, TODAY)
    }

    assert shown == {
        "community-orders": (True, False),
        "rural": (False, True),
        "theme-day": (False, True),
        "lecture-hall": (False, False),
    }


def test_a_series_shows_its_events_latest_first(site: Site) -> None:
    (view,) = series(site, "theme-day")

    assert [event.id for event in view.part.items] == [
        "20260225-theme-day-office",
        "20260115-theme-day-property",
    ]


def test_a_long_series_has_several_pages(load: Load) -> None:
    views = series(load(many(EVENTS_PER_PAGE)), "theme-day")

    assert [(view.url, len(view.part.items)) for view in views] == [
        ("series/theme-day/", EVENTS_PER_PAGE),
        ("series/theme-day/page/2/", 2),
    ]


def test_a_later_page_of_a_series_shows_events_alone(load: Load) -> None:
    second = series(load(many(EVENTS_PER_PAGE) | story("one")), "theme-day")[1]

    assert (second.guide, second.board, second.grid, second.stories) == (None, None, None, ())


def test_a_later_page_of_a_series_leads_back_to_the_first(load: Load) -> None:
    second = series(load(many(EVENTS_PER_PAGE)), "theme-day")[1]

    assert [crumb.url for crumb in second.trail] == [
        "columns/",
        "columns/people/",
        "series/theme-day/",
    ]


def test_a_later_page_of_a_series_is_numbered(load: Load) -> None:
    second = series(load(many(EVENTS_PER_PAGE)), "theme-day")[1]

    assert second.title == "主题党日（第2页）"
