"""What became public, and on which day."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from microsite.content.bureau import Mode
from microsite.content.load import Reading
from microsite.content.model import Event, Story
from microsite.content.review import Item, State, counted
from microsite.content.signatures import STEPS


class Update(NamedTuple):
    """Something new on the site."""

    day: date
    item: Item


def updates(
    reading: Reading, states: Mapping[str, State], now: datetime, mode: Mode
) -> tuple[Update, ...]:
    """Return everything that has become public, oldest first; in production no samples.

    Args:
        reading: Of the project.
        states: Of every sound story and event, by its address.
        now: In Asia/Shanghai.
        mode: Of the site.
    """
    today = now.date()
    found = (
        Update(public_since(item, mode), item)
        for item in reading.items
        if states[item.url] == "已发布" and (mode == "demo" or not item.sample)
    )
    shown = (update for update in found if update.day <= today)
    return tuple(sorted(shown, key=lambda update: (update.day, update.item.id)))


def public_since(item: Item, mode: Mode) -> date:
    """Return the day of publication; a record is published by the first 终审 that counts.

    Args:
        item: It must have been published.
        mode: Decides whether signatures that are samples count.
    """
    return item.published.day if isinstance(item, Story) else _first_signed(item, mode)


def _first_signed(event: Event, mode: Mode) -> date:
    return next(step.on for step in counted(event, mode) if step.step == STEPS[-1])
