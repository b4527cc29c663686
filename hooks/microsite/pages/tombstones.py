"""What stands at the address of something that was withdrawn: why, and nothing of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from microsite.content.model import Story
from microsite.content.site import Site
from microsite.pages.view import View


@dataclass(frozen=True, kw_only=True)
class TombstoneView(View):
    """A story or an event that is not shown any more."""

    template: ClassVar[str] = "tombstone"
    is_listed: ClassVar[bool] = False

    is_story: bool
    on: date
    reason: str


def tombstone_views(site: Site) -> Iterator[TombstoneView]:
    """Return the page of everything that was withdrawn."""
    for item in site.withdrawn:
        if item.withdrawn:
            is_story = isinstance(item, Story)
            yield TombstoneView(
                url=item.url,
                title="稿件已撤下" if is_story else "活动记录已撤下",
                summary="这个网址上的内容已由发布单位撤下。",
                is_story=is_story,
                on=item.withdrawn.on,
                reason=item.withdrawn.reason,
            )
