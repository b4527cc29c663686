"""Every rule."""

from collections.abc import Iterable, Iterator
from datetime import date

from microsite.content.problems import Problem
from microsite.content.site import Site
from microsite.rules.addresses import address_problems
from microsite.rules.dates import date_problems


def all_problems(site: Site, today: date, generated: Iterable[str]) -> Iterator[Problem]:
    """Find whatever keeps `site` from being published; `generated` as in `address_problems`."""
    yield from date_problems(site, today)
    yield from address_problems(site, generated)
