"""The home page, the written pages, and the site map."""

from microsite.content.site import Site
from microsite.pages.all import all_views
from microsite.pages.home import SHOWN, SitemapView, home_view, page_views, sitemap_view
from small_project import TODAY
from variations import Load, events, story, theme_day


def section(site: Site, name: str) -> list[str]:
    """Return the addresses of a section of the site map."""
    (view,) = [view for view in all_views(site, TODAY) if isinstance(view, SitemapView)]
    return [crumb.url for crumb in view.sections[name]]


def stories(count: int) -> dict[str, str]:
    files: dict[str, str] = {}
    for n in range(1, count + 1):
        files |= story(f"s{n:02}", f"2026-03-{n:02} 09:00")
    return files


def test_home_shows_its_written_text(site: Site) -> None:
    view = home_view(site, TODAY)

    assert view.prose.text == "欢迎。见关于。"


def test_home_lies_at_the_root(site: Site) -> None:
    view = home_view(site, TODAY)

    assert (view.url, view.trail) == ("", ())


def test_home_shows_the_newest_stories(load: Load) -> None:
    view = home_view(load(stories(SHOWN + 1)), TODAY)

    assert [story.id for story in view.stories] == ["s07", "s06", "s05", "s04", "s03", "s02"]


def test_home_changed_with_the_newest_story(site: Site) -> None:
    view = home_view(site, TODAY)

    assert str(view.updated) == "2026-02-01"


def test_home_shows_what_is_coming_soonest_first(site: Site) -> None:
    view = home_view(site, TODAY)

    assert [event.id for event in view.upcoming] == [
        "20260220-orders-door",
        "20260225-theme-day-office",
        "20260210-lecture-roof",
    ]


def test_home_shows_only_the_next_few_events(load: Load) -> None:
    planned = [theme_day(f"2026040{n}-x", ", status: planned") for n in range(1, 9)]

    view = home_view(load(events(*planned)), TODAY)

    assert len(view.upcoming) == SHOWN


def test_home_shows_columns_and_figures(site: Site) -> None:
    view = home_view(site, TODAY)

    assert (len(view.columns), len(view.figures)) == (2, 4)


def test_home_says_what_day_it_takes_for_today(site: Site) -> None:
    view = home_view(site, TODAY)

    assert view.today == TODAY


def test_a_written_page_shows_its_text(site: Site) -> None:
    view = next(page_views(site))

    assert view.prose == site.prose["docs/about.md"]


def test_every_written_page_but_home_has_a_frame(site: Site) -> None:
    views = [*page_views(site)]

    assert [(view.url, view.source) for view in views] == [
        (f"{name}/", f"docs/{name}.md")
        for name in ("about", "accessibility", "contribute", "privacy")
    ]


def test_the_site_map_leads_to_every_list(site: Site) -> None:
    urls = section(site, "总览")

    assert urls == [
        "columns/",
        "events/",
        "figures/",
        "open-data/",
        "subscribe/",
        "stories/",
        "places/",
        "branches/",
        "tags/",
    ]


def test_the_site_map_leads_to_every_page_of_the_archive(load: Load) -> None:
    urls = section(load(stories(19)), "总览")

    assert "stories/page/2/" in urls


def test_the_site_map_leads_to_every_month(site: Site) -> None:
    urls = section(site, "每月活动")

    assert urls == ["events/2026/01/", "events/2026/02/", "events/2026/03/"]


def test_the_site_map_leads_to_every_written_page(site: Site) -> None:
    urls = section(site, "关于")

    assert urls == ["about/", "accessibility/", "contribute/", "privacy/"]


def test_the_site_map_leads_to_every_series(site: Site) -> None:
    columns = sitemap_view(site, []).columns

    assert {series.id for column in columns for series in column.series} == site.shown_series


def test_a_written_page_stands_for_its_own_file(site: Site) -> None:
    uris = [view.uri for view in page_views(site)]

    assert uris == ["about.md", "accessibility.md", "contribute.md", "privacy.md"]
