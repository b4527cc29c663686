"""What is wrong with a project: the one list that building, checking and signing go by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from microsite.cards.typeface import typeface_problems
from microsite.content.bureau import Mode
from microsite.content.gate import gated
from microsite.content.layout import REQUIRED
from microsite.content.load import Reading, open_site, read_rest
from microsite.content.problems import Problem
from microsite.content.reader import Document
from microsite.content.reading_memory import ReadingMemory
from microsite.content.review import Prints
from microsite.content.site import Site
from microsite.memory import Memory
from microsite.outputs.all import all_outputs
from microsite.outputs.pictures import picture_problems
from microsite.pages.all import all_views
from microsite.pages.redirects import RedirectView
from microsite.pages.view import View
from microsite.rules.addresses import address_problems, misled
from microsite.rules.all import SITE_RULES, editorial_judgement
from microsite.rules.pieces import Pieces
from microsite.rules.site_rule import Occasion, occasion
from microsite.rules.words import Words
from microsite.wechat.objections import objections
from microsite.wechat.package import packages


@dataclass(frozen=True)
class Shown:
    """What of the content readers get to see."""

    site: Site
    """Its texts may have links to what is not shown."""
    today: date

    @cached_property
    def views(self) -> list[View]:
        """Every page; made when somebody asks for them, which takes its time."""
        return all_views(self.site, self.today)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was read, when and for what it was judged, and every objection in order."""

    reading: Reading
    occasion: Occasion
    shown: Shown | None
    """Nothing, when what was read makes no site."""
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the content from being published."""
        return tuple(problem for problem in self.problems if problem.level == "error")


class Recollection:
    """What came of reading and judging a project, for the next time; it is never out of date."""

    def __init__(self) -> None:
        self.reading = ReadingMemory()
        self.words = Words()
        self.prints: Prints = Memory()
        self.pieces = Pieces(SITE_RULES)


def verdict(
    root: Path,
    now: datetime,
    mode: Mode | None = None,
    *,
    drafts: bool = False,
    known: Recollection | None = None,
) -> Verdict:
    """Read and judge the project below `root`, writing nothing but `.cache/`.

    Args:
        root: Folder of `data/` and `docs/`.
        now: Decides what is past; in Asia/Shanghai.
        mode: Put in the place of the one that the bureau has written.
        drafts: Whether to show what has not been signed, for a preview.
        known: What came of the same project before.
    """
    known = known or Recollection()
    opening = open_site(root, known.reading)
    known.words.turn(opening, root)
    known.words.start(opening.texts)
    reading = read_rest(opening)
    known.words.start([one for one in reading.sources if not isinstance(one.content, Document)])
    judged_for = occasion(reading, now, mode, known.prints)
    problems = [*reading.problems, *picture_problems(root, reading.pictures)]
    problems += editorial_judgement(reading, judged_for, known.words, known.pieces)
    shown = None
    if reading.site:
        site = gated(in_mode(reading.site, mode), judged_for.states, drafts=drafts)
        shown = Shown(site, now.date())
        problems += _obstacles(root, shown)
        problems += _unfit(root, shown.site, reading)
    return Verdict(reading, judged_for, shown, tuple(sorted(set(problems))))


def in_mode(site: Site, mode: Mode | None) -> Site:
    """Return `site` with another mode than the written one, if there is one."""
    bureau = site.bureau.model_copy(update={"mode": mode or site.bureau.mode})
    return replace(site, bureau=bureau)


def _obstacles(root: Path, shown: Shown) -> Iterator[Problem]:
    """Find what would keep sound content from becoming pages."""
    if shown.site.bureau.share_cards:
        yield from typeface_problems(root)
    # Only these can have the address of a generated page, and there are seldom any.
    if any(page.origin.path not in REQUIRED for page in shown.site.pages.values()):
        generated = (view.url for view in shown.views if not view.is_written)
        yield from address_problems(shown.site, generated)
    if shown.site.redirects:
        yield from misled(shown.site.redirects, _in_use(shown))


def _unfit(root: Path, site: Site, reading: Reading) -> Iterator[Problem]:
    """Find what keeps a story from WeChat, where stories go there with each build.

    The site itself can be published all the same.
    """
    if site.bureau.wechat.at_build:
        made = packages(root, site, site.stories.values())
        for problem in objections(made, reading):
            yield replace(problem, level="warning")


def _in_use(shown: Shown) -> set[str]:
    """Return every address at which something is published, but for what leads on."""
    outputs = (output.url for output in all_outputs(shown.site))
    views = (view.url for view in shown.views if not isinstance(view, RedirectView))
    return {*views, *outputs, *shown.site.assets}
