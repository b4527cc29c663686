"""The page that says how to subscribe to calendars and feeds."""

from dataclasses import dataclass
from typing import ClassVar

from microsite.content.site import Site
from microsite.pages.columns import ColumnSummary, column_summaries
from microsite.pages.view import View


@dataclass(frozen=True, kw_only=True)
class SubscribeView(View):
    """Calendars and feeds of the whole site, of each column and each series."""

    template: ClassVar[str] = "subscribe"

    columns: tuple[ColumnSummary, ...]


def subscribe_view(site: Site) -> SubscribeView:
    """Return the page of calendars and feeds."""
    return SubscribeView(
        url="subscribe/",
        title="怎样订阅",
        summary="让活动安排和新故事自己来找您：不用登记，不收集您的信息，随时可以取消。",
        columns=column_summaries(site),
    )
