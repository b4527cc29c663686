"""What is drafted names every key that an editor may write."""

import re

import pytest

from microsite.content.entry import Entry
from microsite.content.model import Branch, Event, Place, Series, Story
from microsite.content.site import Site
from microsite.content.values import Moment
from microsite.drafts.draft import Draft
from microsite.drafts.entries import branch, place
from microsite.drafts.event import EventAnswers, event
from microsite.drafts.series import SeriesAnswers, series
from microsite.drafts.story import StoryAnswers, story
from small_project import TODAY

SIGNED = {"origin", "review"}
"""What is not for the one who writes."""
DAY = Moment(TODAY)


def drafts(site: Site) -> dict[type[Entry], Draft]:
    orders, column = site.series["community-orders"], site.columns["people"]
    return {
        Story: story(StoryAnswers("a", orders, "甲", DAY)),
        Event: event(EventAnswers("a", orders, "甲", DAY, is_planned=True)),
        Series: series(SeriesAnswers("a", "甲", column, 1)),
        Place: place("a", "甲", "小区", "", is_sample=False),
        Branch: branch("a", "甲", "", is_sample=False),
    }


@pytest.mark.parametrize("model", [Story, Event, Series, Place, Branch])
def test_every_key_is_named(model: type[Entry], site: Site) -> None:
    text = "\n".join(drafts(site)[model].lines)

    # Of an event, what is right only after it has been published is not.
    late = {"corrections", "withdrawn"} if model is Event else set()
    assert {*re.findall("[a-z_]+", text)} >= model.model_fields.keys() - SIGNED - late
