"""The page that says how to subscribe."""

from microsite.content.site import Site
from microsite.pages.subscribe import subscribe_view


def test_the_page_offers_every_column_that_can_be_subscribed_to(site: Site) -> None:
    view = subscribe_view(site)

    assert [summary.column.id for summary in view.columns] == ["people", "development"]
