"""Where readers of an old address find what they look for: `data/redirects.yml`."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from microsite.content.entry import Entry, Record
from microsite.content.nodes import locate
from microsite.content.problems import Problem
from microsite.content.values import matching, schema

PATH = "data/redirects.yml"
ADDRESS = r"/?[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*/?|/"

SiteAddress = Annotated[
    str,
    PlainValidator(
        lambda value: matching(
            ADDRESS,
            "site-address-form",
            "应写成本站的网址，不带 https:// 和域名，例如 /stories/2026/theme-day/",
        )(value).removeprefix("/")
    ),
    WithJsonSchema(schema(ADDRESS)),
]
"""An address below the site's root; a slash at its beginning may be typed."""


class Redirect(Record):
    """An address that is no longer in use."""

    old: SiteAddress = Field(alias="from", title="原来的网址", description="已经公开过的")
    new: SiteAddress = Field(alias="to", title="现在的网址")


class Redirects(Entry):
    """All of them."""

    redirects: tuple[Redirect, ...] = Field(title="网址搬家")

    def at(self, number: int, key: str) -> tuple[int, int]:
        """Return line and column of one side of a redirect."""
        return locate(self.origin.node, ("redirects", number, key))


def redirect_problems(all: Redirects) -> Iterator[Problem]:
    """Find addresses that lead to two places, to themselves, or to one that leads on."""
    first: dict[str, int] = {}
    for number, one in enumerate(all.redirects):
        if (other := first.setdefault(one.old, number)) != number:
            message = f"/{one.old} 在第 {all.at(other, 'from')[0]} 行已经写过，请只留一处"
            yield Problem(all.origin.path, *all.at(number, "from"), "redirect-repeated", message)
    for number, one in enumerate(all.redirects):
        if one.new in first:
            onward = all.redirects[first[one.new]].new
            hint = "指向了自己" if one.new == one.old else f"又转到 /{onward}，请直接写 /{onward}"
            message = f"/{one.new} {hint}"
            yield Problem(all.origin.path, *all.at(number, "to"), "redirect-chain", message)
