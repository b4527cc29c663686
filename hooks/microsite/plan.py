"""What a build will make of the files: every page and file, or every objection."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from microsite.cards.cards import Cards, share_cards
from microsite.content.bureau import Mode
from microsite.content.gate import without_dead_links
from microsite.content.problems import ContentError, Problem
from microsite.content.site import Site
from microsite.forms.page import form_files
from microsite.outputs.all import all_outputs
from microsite.outputs.output import Copy, Output
from microsite.outputs.pictures import forget_pictures, picture_copies
from microsite.outputs.sitemap import sitemaps
from microsite.pages.all import all_views
from microsite.pages.view import View
from microsite.verdict import Shown, Verdict, verdict


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
    return plan_of(root, verdict(root, now, mode, drafts=drafts))


def plan_of(root: Path, judged: Verdict) -> Plan:
    """Decide on everything, where the project below `root` has been read and judged already.

    Raises:
        ContentError: As `plan` does.
    """
    if judged.shown is None or judged.errors:
        raise ContentError(judged.problems)
    site, views = _linked(judged.shown)
    listed = [view for view in views if view.is_listed]
    form_outputs, form_copies = form_files(root, site)
    outputs = (*all_outputs(site), *sitemaps(site.bureau.site_url, listed), *form_outputs)
    cards = share_cards(site, root)
    copies = (*picture_copies(root, site.pictures.values()), *form_copies)
    copies += tuple(Copy(url, path) for url, path in cards.files)
    forget_pictures(root, judged.reading.pictures)
    return Plan(site, tuple(views), outputs, copies, cards, judged.problems)


def _linked(shown: Shown) -> tuple[Site, list[View]]:
    """Return the site with links to pages that readers may find, and all of its pages."""
    urls = {view.url for view in shown.views if view.is_listed}
    linked = without_dead_links(shown.site, urls)
    return linked, shown.views if linked is shown.site else all_views(linked, shown.today)
