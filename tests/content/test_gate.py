"""What of the content the public may see."""

from collections.abc import Mapping

import pytest

from microsite.content.gate import gated, without_dead_links
from microsite.content.review import Item, State
from microsite.content.site import Site
from microsite.pages.all import all_views
from microsite.pages.events import EventView
from small_project import TODAY, Files
from variations import Load

ORDERS, LECTURE = "stories/2026/community-orders/", "stories/2026/lecture/"
STORY = "docs/stories/2026/lecture.md"
LAMP = "events/20260105-orders-lamp/"


def states(site: Site, **changed: State) -> Mapping[str, State]:
    """Return states in which everything is public but what is `changed`, by id with `_`."""
    items: tuple[Item, ...] = (*site.stories.values(), *site.events.values())
    return {item.url: changed.get(item.id.replace("-", "_"), "已发布") for item in items}


def test_a_story_forgets_events_that_are_not_shown(site: Site) -> None:
    hidden: dict[str, State] = {LAMP: "待终审"}
    shown = gated(site, {**states(site), **hidden}, drafts=False)

    assert shown.stories["community-orders"].events == ()
    assert shown.stories["lecture"] is site.stories["lecture"]


def test_a_series_forgets_a_guide_that_is_not_shown(site: Site) -> None:
    shown = gated(site, states(site, community_orders="改动待重审"), drafts=False)

    assert shown.series["community-orders"].guide is None


def test_everything_that_is_public_is_kept(site: Site) -> None:
    shown = gated(site, states(site), drafts=False)

    assert (shown.stories, shown.events, shown.series) == (site.stories, site.events, site.series)


@pytest.mark.parametrize("state", ["待初审", "改动待重审", "定时"])
def test_a_preview_shows_what_waits_and_says_so(state: State, site: Site) -> None:
    shown = gated(site, states(site, lecture=state), drafts=True)

    assert "lecture" in shown.stories
    assert shown.awaiting == {LECTURE: state}


def test_not_even_a_preview_shows_what_was_withdrawn(site: Site) -> None:
    shown = gated(site, states(site, lecture="撤稿"), drafts=True)

    assert "lecture" not in shown.stories
    assert shown.withdrawn == (site.stories["lecture"],)


FILES: Files = {
    "docs/assets/a.txt": "a",
    "docs/assets/files/b.txt": "b",
    "docs/assets/files/idle.txt": "c",
    "docs/assets/icons.svg": "<svg/>",
    "docs/robots-verify.txt": "d",
    "docs/privacy.md": "---\ntitle: 隐私\nsummary: 一句。\n---\n[乙](assets/files/b.txt)\n",
    STORY: "---\ntitle: 大讲堂\nseries: lecture-hall\npublished: 2026-01-12 09:00\n"
    "summary: 一句。\nsource: 市住建局\n---\n"
    "[甲](../../assets/a.txt)、[乙](../../assets/files/b.txt)\n",
}


def attached(load: Load, state: State, *, drafts: bool) -> frozenset[str]:
    """Return which of the files are shown, where one story stands like that."""
    site = load(FILES)
    shown = gated(site, states(site, lecture=state), drafts=drafts)
    return shown.assets & {path.removeprefix("docs/") for path in FILES}


NEEDED = {"assets/icons.svg", "robots-verify.txt"}


def test_files_are_shown_that_something_shown_links_to_or_the_site_needs(load: Load) -> None:
    shown = attached(load, "已发布", drafts=False)

    assert shown == {*NEEDED, "assets/a.txt", "assets/files/b.txt"}


@pytest.mark.parametrize("state", ["待初审", "改动待重审", "定时", "撤稿"])
def test_files_go_with_the_last_that_links_to_them(state: State, load: Load) -> None:
    shown = attached(load, state, drafts=False)

    assert shown == {*NEEDED, "assets/files/b.txt"}


@pytest.mark.parametrize("state", ["待初审", "撤稿"])
def test_a_preview_has_every_file(state: State, load: Load) -> None:
    idle = "assets/files/idle.txt"

    assert {idle, "assets/a.txt"} <= attached(load, state, drafts=True)


def test_a_link_to_what_is_not_shown_becomes_plain_words(site: Site) -> None:
    shown = gated(site, states(site, community_orders="待初审"), drafts=False)
    pages = {view.url for view in all_views(shown, TODAY)}

    prose = without_dead_links(shown, pages).prose["docs/stories/2026/lecture.md"]

    assert "见点单。" in prose.html


def test_links_that_lead_somewhere_stay(site: Site) -> None:
    pages = {view.url for view in all_views(site, TODAY)}

    assert without_dead_links(site, pages) is site


def test_an_event_without_its_story_shows_none(site: Site) -> None:
    shown = gated(site, states(site, community_orders="待初审"), drafts=False)

    [lamp] = [v for v in all_views(shown, TODAY) if isinstance(v, EventView) and v.url == LAMP]

    assert lamp.stories == ()
