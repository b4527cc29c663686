"""The effort in numbers."""

from dataclasses import replace
from datetime import date

import pytest

from microsite.content.site import Site
from microsite.pages.figures import Chart, figures_view, headline_figures
from small_project import TODAY
from variations import Load, events, theme_day

CHARTS = ["events-by-month", "stories-by-month", "events-by-column", "stories-by-column"]


def chart(site: Site, id: str, today: date = TODAY) -> Chart:
    return {chart.id: chart for chart in figures_view(site, today).charts}[id]


def values(found: Chart) -> dict[str, int]:
    return {bar.label: bar.value for bar in found.bars if bar.value}


def test_headlines_count_what_there_is(site: Site) -> None:
    figures = headline_figures(site)

    assert [(figure.value, figure.url) for figure in figures] == [
        (2, "stories/"),
        (3, "events/"),
        (4, "columns/"),
        (2, "places/"),
    ]


def test_a_headline_of_nothing_is_left_out(site: Site) -> None:
    figures = headline_figures(replace(site, stories={}))

    assert "stories/" not in {figure.url for figure in figures}


def test_a_headline_that_counts_what_is_made_up_is_a_sample(site: Site) -> None:
    samples = {figure.url: figure.sample for figure in headline_figures(site)}

    assert samples == {"stories/": True, "events/": True, "columns/": False, "places/": True}


def test_a_headline_of_what_is_real_is_not(site: Site) -> None:
    real = {id: event for id, event in site.events.items() if not event.sample}

    samples = {one.url: one.sample for one in headline_figures(replace(site, events=real))}

    assert not samples["events/"]


@pytest.mark.parametrize("id", CHARTS)
def test_a_chart_that_counts_what_is_made_up_is_a_sample(id: str, site: Site) -> None:
    found = chart(site, id)

    assert found.sample


@pytest.mark.parametrize("id", CHARTS)
def test_a_chart_of_what_is_real_is_not(id: str, site: Site) -> None:
    real_events = {id: event for id, event in site.events.items() if not event.sample}
    real_stories = {id: story for id, story in site.stories.items() if not story.sample}

    found = chart(replace(site, events=real_events, stories=real_stories), id)

    assert not found.sample


def test_events_held_are_counted_by_month(site: Site) -> None:
    found = chart(site, "events-by-month")

    assert values(found) == {"2026年1月": 3}


def test_a_moved_event_is_counted_in_its_new_month(load: Load) -> None:
    site = load(events(theme_day("20251201-x", ", moved_to: 2026-02-03")))

    assert values(chart(site, "events-by-month")) == {"2026年1月": 3, "2026年2月": 1}


def test_stories_are_counted_by_month(site: Site) -> None:
    found = chart(site, "stories-by-month")

    assert values(found) == {"2026年1月": 1, "2026年2月": 1}


def test_months_are_the_last_twelve_up_to_today(site: Site) -> None:
    labels = [bar.label for bar in chart(site, "events-by-month").bars]

    assert (len(labels), labels[0], labels[-1]) == (12, "2025年3月", "2026年2月")


def test_older_months_are_left_out(site: Site) -> None:
    found = chart(site, "events-by-month", date(2027, 1, 1))

    assert found.total == 0


@pytest.mark.parametrize("id", CHARTS)
def test_the_longest_bar_is_full(id: str, site: Site) -> None:
    found = chart(site, id)

    assert max(bar.percent for bar in found.bars) == 100


def test_other_bars_are_in_proportion(load: Load) -> None:
    site = load(events(theme_day("20251201-x")))

    percents = {bar.label: bar.percent for bar in chart(site, "events-by-month").bars}

    assert percents["2025年12月"] == 33


def test_columns_with_content_are_compared(site: Site) -> None:
    found = chart(site, "events-by-column")

    assert [(bar.label, bar.value, bar.url) for bar in found.bars] == [
        ("为民 · 群众路线", 3, "columns/people/"),
        ("先锋 · 担当作为", 0, "columns/development/"),
    ]


def test_stories_are_compared_by_column(site: Site) -> None:
    found = chart(site, "stories-by-column")

    assert [bar.value for bar in found.bars] == [1, 1]


def test_a_chart_totals_its_bars(site: Site) -> None:
    found = chart(site, "stories-by-column")

    assert found.total == 2


def test_an_empty_site_has_empty_charts(site: Site) -> None:
    view = figures_view(replace(site, events={}, stories={}), TODAY)

    assert [chart.total for chart in view.charts] == [0, 0, 0, 0]


def test_grids_are_shown_of_the_series_that_have_one(site: Site) -> None:
    ids = [series.id for series, _ in figures_view(site, TODAY).cadences]

    assert ids == ["rural", "theme-day"]


def test_boards_are_shown_of_the_series_that_have_one(site: Site) -> None:
    ids = [series.id for series, _ in figures_view(site, TODAY).boards]

    assert ids == ["community-orders"]


def test_the_page_of_figures_begins_with_the_headlines(site: Site) -> None:
    view = figures_view(site, TODAY)

    assert view.figures == headline_figures(site)


def test_figures_say_of_which_day_they_are(site: Site) -> None:
    view = figures_view(site, TODAY)

    assert (view.today, view.summary.rpartition("，")[2]) == (TODAY, "截至2026年2月15日。")
