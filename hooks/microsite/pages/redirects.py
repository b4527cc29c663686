"""What stands at an old address, for hosts that cannot lead readers on by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from microsite.content.site import Site
from microsite.pages.view import View


@dataclass(frozen=True, kw_only=True)
class RedirectView(View):
    """A page that sends its readers to another."""

    template: ClassVar[str] = "redirect"
    is_listed: ClassVar[bool] = False

    to: str
    """Below the site's root."""


def redirect_views(site: Site) -> Iterator[RedirectView]:
    """Return the page at every old address that is one of a page."""
    for one in site.redirects.redirects if site.redirects else ():
        if one.old.endswith("/"):
            summary = "这个网址上的内容换了地方。"
            yield RedirectView(url=one.old, title="网址已更换", summary=summary, to=one.new)
