"""What has not happened yet cannot be reported as done."""

from collections.abc import Iterable, Iterator
from datetime import date

from microsite.content.model import Event, Story
from microsite.content.nodes import locate
from microsite.content.problems import Problem


def date_problems(
    events: Iterable[Event], stories: Iterable[Story], today: date
) -> Iterator[Problem]:
    """Find events held, stages reached and stories published after `today`."""
    for event in events:
        yield from _held_in_future(event, today)
        if event.status != "planned":
            yield from _stages_in_future(event, today)
    for story in stories:
        if story.published.day > today:
            at = locate(story.origin.node, ("published",))
            message = f"发布时间（{story.published}）在将来，请到那一天再合并，或核对日期"
            yield Problem(story.origin.path, *at, "story-future", message)


def _held_in_future(event: Event, today: date) -> Iterator[Problem]:
    if event.status == "held" and event.ends.day > today:
        status = "postponed" if event.moved_to else "planned"
        message = f"活动到 {event.ends} 才结束，还不能写已举办，请写“status: {status}”，或核对日期"
        key = "moved_to" if event.moved_to else "start"
        yield Problem(
            event.origin.path, *locate(event.origin.node, (key,)), "event-future", message
        )


def _stages_in_future(event: Event, today: date) -> Iterator[Problem]:
    for name, day in event.stages.items():
        if day > today:
            message = (
                f"环节“{name}”的日期（{day}）在将来，"
                "只有计划中（status: planned）的活动可以预写，请核对"
            )
            at = locate(event.origin.node, ("stages", name))
            yield Problem(event.origin.path, *at, "stage-future", message)
