"""What a build will make of the files: every page and file, or every objection."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from microsite.cards.cards import Cards, share_cards
from microsite.content.bureau import Mode
from microsite.content.gate import gated, without_dead_links
from microsite.content.problems import ContentError, Problem
from microsite.content.site import Site
from microsite.outputs.all import all_outputs
from microsite.outputs.output import Copy, Output
from microsite.outputs.pictures import forget_pictures, picture_copies
from microsite.outputs.sitemap import sitemap
from microsite.pages.all import all_views
from microsite.pages.redirects import RedirectView
from microsite.pages.view import View
from microsite.rules.addresses import address_problems, misled
from microsite.verdict import verdict


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


def plan(root: Path, now: datetime, mode: Mode | None = None, *, drafts: bool = False) -> Plan:
    """Read the project below `root` and decide on everything, writing nothing but `.cache/`.

    Args:
        root: Folder of `data/` and `docs/`.
        now: Decides what is past; in Asia/Shanghai.
        mode: Put in the place of the one that the bureau has written.
        drafts: Whether to show what has not been signed, for a preview.

    Raises:
        ContentError: If anything keeps the content from being published; it lists all errors.
    """
    judged = verdict(root, now, mode)
    reading = judged.reading
    problems = [*judged.problems]
    if reading.site is None:
        raise ContentError(problems)
    site = gated(in_mode(reading.site, mode), judged.occasion.states, drafts=drafts)
    site, views = _linked(site, now.date())
    listed = [view for view in views if view.is_listed]
    outputs = (*all_outputs(site), sitemap(site.bureau.site_url, listed))
    cards = share_cards(site, root)
    problems += cards.problems
    copies = picture_copies(root, site.pictures.values())
    copies += tuple(Copy(url, path) for url, path in cards.files)
    generated = [view.url for view in views if not view.is_written]
    generated += [output.url for output in outputs]
    generated += [copy.url for copy in copies]
    problems += address_problems(site, generated)
    in_use = {view.url for view in views if not isinstance(view, RedirectView)}
    problems += misled(site, in_use | {output.url for output in outputs} | site.assets)
    if any(problem.level == "error" for problem in problems):
        raise ContentError(problems)
    forget_pictures(root, reading.pictures)
    return Plan(site, tuple(views), outputs, copies, cards, tuple(sorted(set(problems))))


def _linked(site: Site, today: date) -> tuple[Site, list[View]]:
    """Return `site` with links to pages that readers may find, and all of its pages."""
    views = all_views(site, today)
    linked = without_dead_links(site, {view.url for view in views if view.is_listed})
    return linked, views if linked is site else all_views(linked, today)


def in_mode(site: Site, mode: Mode | None) -> Site:
    """Return `site` with another mode than the written one, if there is one."""
    bureau = site.bureau.model_copy(update={"mode": mode or site.bureau.mode})
    return replace(site, bureau=bureau)
