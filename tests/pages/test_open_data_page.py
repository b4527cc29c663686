"""The page that says which data can be taken."""

from microsite.content.site import Site
from microsite.pages.opendata import open_data_view


def test_the_page_says_how_much_data_there_is(site: Site) -> None:
    view = open_data_view(site)

    assert (view.events, view.stories) == (6, 2)
