"""The page that says how to subscribe and which data can be taken."""

from microsite.content.site import Site
from microsite.pages.opendata import open_data_view


def test_the_page_says_how_much_data_there_is(site: Site) -> None:
    view = open_data_view(site)

    assert (view.events, view.stories) == (6, 2)


def test_the_page_offers_every_column_that_can_be_subscribed_to(site: Site) -> None:
    view = open_data_view(site)

    assert [summary.column.id for summary in view.columns] == ["people", "development"]
