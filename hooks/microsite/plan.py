"""What a build will make of the files: every page and file, or every objection."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from microsite.cards.cards import Cards, share_cards
from microsite.content.bureau import Mode
from microsite.content.load import Reading, read_site
from microsite.content.problems import ContentError, Problem
from microsite.content.site import Site
from microsite.outputs.all import all_outputs
from microsite.outputs.output import Copy, Output
from microsite.outputs.pictures import forget_pictures, picture_copies, picture_problems
from microsite.outputs.sitemap import sitemap
from microsite.pages.all import all_views
from microsite.pages.view import View
from microsite.rules.addresses import address_problems
from microsite.rules.all import editorial_judgement
from microsite.rules.site_rule import Occasion


@dataclass(frozen=True, slots=True)
class Plan:
    """Content without problems, and all that will be published of it."""

    site: Site
    views: tuple[View, ...]
    outputs: tuple[Output, ...]
    copies: tuple[Copy, ...]
    cards: Cards
    """Some of them are still to be drawn."""
    problems: tuple[Problem, ...]
    """What should be seen to, and keeps nothing from being published."""


def plan(root: Path, now: datetime, mode: Mode | None = None) -> Plan:
    """Read the project below `root` and decide on everything, writing nothing but `.cache/`.

    Args:
        root: Folder of `data/` and `docs/`.
        now: Decides what is past; in Asia/Shanghai.
        mode: Put in the place of the one that the bureau has written.

    Raises:
        ContentError: If anything keeps the content from being published; it lists all problems.
    """
    reading = read_site(root)
    problems = [*reading.problems, *picture_problems(root, reading.pictures)]
    problems += editorial_judgement(reading, occasion_of(reading, now, mode))
    if reading.site is None:
        raise ContentError(problems)
    site = in_mode(reading.site, mode)
    views = tuple(all_views(site, now.date()))
    outputs = (*all_outputs(site), sitemap(site.bureau.site_url, views))
    cards = share_cards(site, root)
    problems += cards.problems
    copies = picture_copies(root, reading.pictures)
    copies += tuple(Copy(url, path) for url, path in cards.files)
    generated = [view.url for view in views if not view.is_written]
    generated += [output.url for output in outputs]
    generated += [copy.url for copy in copies]
    problems += address_problems(site, generated)
    if any(problem.level == "error" for problem in problems):
        raise ContentError(problems)
    forget_pictures(root, reading.pictures)
    return Plan(site, views, outputs, copies, cards, tuple(sorted(set(problems))))


def occasion_of(reading: Reading, now: datetime, mode: Mode | None) -> Occasion:
    """Return what the content is judged for: the `mode`, or else the one that is written."""
    return Occasion(now, mode or (reading.bureau.mode if reading.bureau else "demo"))


def in_mode(site: Site, mode: Mode | None) -> Site:
    """Return `site` with another mode than the written one, if there is one."""
    bureau = site.bureau.model_copy(update={"mode": mode or site.bureau.mode})
    return replace(site, bureau=bureau)
