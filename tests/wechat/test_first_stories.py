"""Every first story fits into WeChat, and says there what it says here."""

from datetime import datetime

import pytest

from build_site import ROOT, shown
from microsite.content.load import read_site
from microsite.content.values import SHANGHAI
from microsite.plan import plan
from microsite.wechat.markup import sanitised
from microsite.wechat.objections import objections
from microsite.wechat.package import Package, packages
from microsite.wechat.words import story_text
from wechat.checker import faults, unnumbered, words

SITE = plan(ROOT, datetime.now(SHANGHAI)).site
MADE = [*packages(ROOT, SITE, SITE.stories.values())]


def own_words(package: Package) -> str:
    return "".join(SITE.prose[package.story.origin.path].text.split())


def test_every_story_that_the_public_sees_is_exported() -> None:
    assert len(MADE) == len(shown().stories) >= 33


@pytest.mark.parametrize("one", MADE, ids=lambda one: one.story.id)
def test_a_first_story_has_nothing_that_is_forbidden(one: Package) -> None:
    assert faults(one.article.html) == []


@pytest.mark.parametrize("one", MADE, ids=lambda one: one.story.id)
def test_a_first_story_is_under_every_limit(one: Package) -> None:
    lengths = (len(one.title), len(one.author), len(one.digest))

    assert all(have <= most for have, most in zip(lengths, (32, 16, 128), strict=True))
    assert all(path.suffix in {".jpg", ".png"} for path in one.pictures.values())


@pytest.mark.parametrize("one", MADE, ids=lambda one: one.story.id)
def test_the_text_of_a_first_story_comes_back_as_it_was(one: Package) -> None:
    html = one.article.html

    assert story_text(html) == own_words(one)
    assert unnumbered(own_words(one)) in unnumbered(words(html)), "told independently"


@pytest.mark.parametrize("one", MADE, ids=lambda one: one.story.id)
def test_the_sanitiser_has_nothing_to_do_with_what_was_written(one: Package) -> None:
    assert sanitised(one.article.html) == one.article.html


def test_nothing_is_objected_to() -> None:
    assert objections(MADE, read_site(ROOT)) == ()


def test_every_first_story_has_a_cover_a_picture_or_a_card_of_its_own() -> None:
    titles = {one.story.title: one.cover.face.title for one in MADE if one.cover.face}

    assert all(one.cover.names for one in MADE)
    assert titles
    assert all(title == drawn for title, drawn in titles.items())
    assert [one.story.id for one in MADE if one.cover.picture]
