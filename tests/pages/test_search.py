"""The page where readers search."""

from microsite.content.site import Site
from microsite.pages.all import all_views
from microsite.pages.search import search_view
from small_project import BASE, TODAY
from variations import Load


def with_search(load: Load) -> Site:
    text = (BASE / "data/bureau.yml").read_text(encoding="utf-8")
    return load({"data/bureau.yml": text.replace("search: false\n", "")})


def test_there_is_a_search_page_unless_it_is_turned_off(site: Site, load: Load) -> None:
    def urls(site: Site) -> set[str]:
        return {view.url for view in all_views(site, TODAY)}

    assert "search/" in urls(with_search(load))
    assert "search/" not in urls(site)


def test_readers_choose_by_what_there_is(site: Site) -> None:
    facets = {facet.name: facet.choices for facet in search_view(site).facets}

    assert facets["column"] == {"people": "为民 · 群众路线", "development": "先锋 · 担当作为"}
    assert facets["place"] == {"chunhui": "春晖里小区", "qinghe": "青禾村"}
    assert facets["year"] == {"2026": "2026年"}
    assert list(facets) == ["kind", "column", "series", "place", "year"]


def test_the_largest_topics_and_series_come_first(site: Site) -> None:
    view = search_view(site)

    assert view.topics[0].title == "社区"
    assert view.series[0].url == "series/community-orders/"
