"""Which card belongs to which page, and which of them are drawn."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_site import ROOT
from microsite.cards.cards import CACHE, Cards, draw, share_cards
from microsite.cards.typeface import PACKAGE, typeface_problems
from microsite.content.site import Site
from microsite.kept import STALE

HOUR_AGO = STALE + 60


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a project in which the typeface is installed."""
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


@pytest.fixture
def few(site: Site) -> Site:
    """Return a site of one series with one story, and cards."""
    return replace(
        site,
        bureau=site.bureau.model_copy(update={"share_cards": True}),
        series={"community-orders": site.series["community-orders"]},
        stories={"community-orders": site.stories["community-orders"]},
        events={},
    )


@pytest.fixture
def retitled(few: Site) -> Callable[[str], Site]:
    """Return a function that gives the story another title."""

    def change(title: str) -> Site:
        story = few.stories["community-orders"].model_copy(update={"title": title})
        return replace(few, stories={"community-orders": story})

    return change


def kept(root: Path) -> set[str]:
    return {path.name for path in (root / CACHE).iterdir()}


def test_a_page_has_its_own_card(few: Site, root: Path) -> None:
    cards = share_cards(few, root)

    card = cards.of("stories/2026/community-orders/")

    assert card
    assert "党员下社区怎么点单" in card.alt


def test_a_page_without_a_card_has_that_of_the_next_or_of_the_site(few: Site, root: Path) -> None:
    cards = share_cards(few, root)
    series = few.series["community-orders"].url

    assert cards.of(f"{series}page/2/", series) == cards.by_url[series]
    assert cards.of("about/") == cards.by_url[""]


def test_every_picture_is_there_once_cards_are_drawn(few: Site, root: Path) -> None:
    cards = share_cards(few, root)
    draw(cards)

    files = dict(cards.files)

    assert len(files) == 2 * len(cards.by_url)
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in files.values())
    assert {url for card in cards.by_url.values() for url in (card.url, card.square_url)} == {
        *files
    }


def test_a_second_run_draws_nothing(few: Site, root: Path) -> None:
    first, second = (draw(share_cards(few, root)) for _ in range(2))

    assert (len(first), second) == (4, [])


def test_only_what_has_changed_is_drawn_again(
    few: Site, retitled: Callable[[str], Site], root: Path
) -> None:
    draw(share_cards(few, root))

    drawn = draw(share_cards(retitled("另一个标题"), root))

    assert len(drawn) == 1


def test_a_picture_that_was_lost_is_drawn_again(few: Site, root: Path) -> None:
    cards = share_cards(few, root)
    name = draw(cards)[0]
    (root / CACHE / f"{name}-square.png").unlink()

    assert draw(cards) == [name]


def test_pictures_go_by_other_names_when_the_typeface_changes(few: Site, root: Path) -> None:
    before = share_cards(few, root)
    (root / "node_modules").unlink()
    shutil.copytree(ROOT / PACKAGE, root / PACKAGE)
    (root / PACKAGE / "package.json").write_text('{"version": "9"}', encoding="utf-8")

    after = share_cards(few, root)

    assert not set(before.faces) & set(after.faces)


def test_what_is_not_used_any_more_is_forgotten_after_a_while(
    few: Site, retitled: Callable[[str], Site], root: Path
) -> None:
    draw(share_cards(retitled("旧标题"), root))
    for path in (root / CACHE).iterdir():
        os.utime(path, (path.stat().st_mtime - HOUR_AGO,) * 2)

    cards = share_cards(few, root)
    draw(cards)

    assert kept(root) == {path.name for _, path in cards.files}


def test_what_another_build_may_be_using_is_kept(
    few: Site, retitled: Callable[[str], Site], root: Path
) -> None:
    draw(share_cards(retitled("别的标题"), root))
    before = kept(root)

    draw(share_cards(few, root))

    assert before < kept(root)


def test_no_half_written_file_is_left(few: Site, root: Path) -> None:
    draw(share_cards(few, root))

    assert {Path(name).suffix for name in kept(root)} == {".png"}


def test_a_site_may_do_without_cards(site: Site, tmp_path: Path) -> None:
    cards = share_cards(site, tmp_path)

    drawn = draw(cards)

    assert (cards, drawn, [*tmp_path.iterdir()]) == (Cards(tmp_path), [], [])


def test_a_page_of_a_site_without_cards_has_none(tmp_path: Path) -> None:
    assert Cards(tmp_path).of("about/") is None


def test_a_missing_typeface_is_a_problem(tmp_path: Path) -> None:
    problems = typeface_problems(tmp_path)

    assert {problem.code for problem in problems} == {"font-missing"}
