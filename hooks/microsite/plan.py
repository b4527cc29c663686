"""What a build will make of the files: every page and file, or every objection."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from microsite.content.load import read_site
from microsite.content.problems import ContentError
from microsite.content.site import Site
from microsite.outputs.all import all_outputs
from microsite.outputs.output import Copy, Output
from microsite.outputs.sitemap import sitemap
from microsite.pages.all import all_views
from microsite.pages.view import View
from microsite.rules.addresses import address_problems
from microsite.rules.dates import date_problems


@dataclass(frozen=True, slots=True)
class Plan:
    """Content without problems, and all that will be published of it."""

    site: Site
    views: tuple[View, ...]
    outputs: tuple[Output, ...]
    copies: tuple[Copy, ...]


def plan(root: Path, today: date) -> Plan:
    """Read the project below `root` and decide on everything, writing nothing.

    Raises:
        ContentError: If anything keeps the content from being published on `today`; it lists all.
    """
    reading = read_site(root)
    problems = [*reading.problems, *date_problems(reading.events, reading.stories, today)]
    if reading.site is None:
        raise ContentError(problems)
    views = tuple(all_views(reading.site, today))
    outputs = (*all_outputs(reading.site), sitemap(reading.site.bureau.site_url, views))
    copies: tuple[Copy, ...] = ()
    generated = [view.url for view in views if not view.is_written]
    generated += [output.url for output in outputs]
    generated += [copy.url for copy in copies]
    problems += address_problems(reading.site, generated)
    if problems:
        raise ContentError(problems)
    return Plan(reading.site, views, outputs, copies)
