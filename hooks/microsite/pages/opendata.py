"""The page that says how to subscribe and which data can be taken."""

from dataclasses import dataclass
from typing import ClassVar

from microsite.content.site import Site
from microsite.pages.columns import ColumnSummary, column_summaries
from microsite.pages.view import View


@dataclass(frozen=True, kw_only=True)
class OpenDataView(View):
    """Feeds, calendars and data files."""

    template: ClassVar[str] = "open-data"

    columns: tuple[ColumnSummary, ...]
    events: int
    stories: int


def open_data_view(site: Site) -> OpenDataView:
    """Return the page of feeds, calendars and data files."""
    return OpenDataView(
        url="open-data/",
        title="订阅与开放数据",
        summary="用阅读器订阅故事，用手机日历订阅活动，下载全部公开数据。",
        columns=column_summaries(site),
        events=len(site.events),
        stories=len(site.stories),
    )
