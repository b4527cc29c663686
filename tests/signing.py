"""Samples that have passed the review, so that a build shows them."""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from microsite.content.approvals import approved_print
from microsite.content.load import read_site
from microsite.content.model import Event, Story
from microsite.content.review import Item, fingerprints
from microsite.content.values import VOID

STEPS = ("初审", "复审", "终审")
REVIEW = re.compile(r"(?m)^ *review:\n(?: +- .*\n)+")
APPROVAL = re.compile(r"(?P<said>\{by: [^{},]+, on: [-0-9]+)(?:, hash: \w+)?\}")


def sign(root: Path, on: date | None = None) -> None:
    """Approve and sign every story and event below `root` anew.

    Args:
        root: Of a project without problems.
        on: The day of all signatures; by default that of publication, or of the event.
    """
    for file in [*root.glob("docs/stories/*/*.md"), *root.glob("data/events/*.yml")]:
        file.write_text(REVIEW.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    reading = read_site(root)
    prints = fingerprints(reading)
    for story in reading.stories:
        _sign_story(root, story, bound(story, prints), on or story.published.day)
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for event in reading.events:
        events[event.origin.path].append(event)
    for path, some in events.items():
        _sign_events(root / path, some, prints, on)


def bound(item: Item, prints: Mapping[str, str]) -> str:
    """Return the fingerprint that 终审 binds, or bound until the item was withdrawn."""
    return f"{VOID if item.withdrawn else ''}{prints[item.url]}"


def review(print: str, on: date, published: str = "") -> list[str]:
    """Return the three steps as flow mappings."""
    first = [f"{{step: {step}, by: 示例·{step}岗, on: {on}}}" for step in STEPS]
    signed = f", published: {published}" if published else ""
    return [*first[:-1], f"{first[-1][:-1]}{signed}, hash: {print}}}"]


def _sign_story(root: Path, story: Story, print: str, on: date) -> None:
    file = root / story.origin.path
    opening, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    steps = "".join(f"  - {step}\n" for step in review(print, on, str(story.published)))
    file.write_text(f"{opening}---\n{front}review:\n{steps}---\n{body}", encoding="utf-8")


def _sign_events(
    file: Path, events: list[Event], prints: Mapping[str, str], on: date | None
) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    for event in sorted(events, key=lambda event: -event.origin.line):
        start = event.origin.line - 1
        end = start + 1
        while end < len(lines) and (not lines[end] or lines[end][0] in " #}"):
            end += 1
        while not lines[end - 1] or lines[end - 1].lstrip().startswith("#"):
            end -= 1
        steps = review(bound(event, prints), on or event.start.day)
        if "{" in lines[start]:
            head, _, tail = lines[end - 1].rpartition("}")
            lines[end - 1] = f"{head}, review: [{', '.join(steps)}]}}{tail}"
        else:
            lines[end:end] = ["  review:", *(f"    - {step}" for step in steps)]
        for number in range(start, end):
            approval = rf"\g<said>, hash: {approved_print(event)}}}"
            lines[number] = APPROVAL.sub(approval, lines[number])
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
