"""The page that says which data can be taken."""

from dataclasses import dataclass
from typing import ClassVar

from microsite.content.site import Site
from microsite.pages.view import View


@dataclass(frozen=True, kw_only=True)
class OpenDataView(View):
    """The data files, and how much is in them."""

    template: ClassVar[str] = "open-data"

    events: int
    stories: int


def open_data_view(site: Site) -> OpenDataView:
    """Return the page of data files."""
    return OpenDataView(
        url="open-data/",
        title="开放数据",
        summary="下载全部公开的活动记录和故事目录。",
        events=len(site.events),
        stories=len(site.stories),
    )
