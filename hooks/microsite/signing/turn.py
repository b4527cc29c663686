"""Whose turn it is: which of 初审、复审、终审 a story or an event waits for."""

from collections.abc import Mapping
from typing import NamedTuple

from microsite.content.bureau import Mode
from microsite.content.model import Event, Story
from microsite.content.review import AWAITING, Item, State
from microsite.content.signatures import STEPS, StepName
from microsite.rules.remedies import sign_command
from microsite.signing.emission import Entries
from microsite.signing.signature import RefusalError, Signature
from microsite.signing.splice import Append


class Bound(NamedTuple):
    """What 终审 binds."""

    print: str
    """The fingerprint of the content."""
    files: Mapping[str, str]
    """What stands for each file beside it, so that it can be told which one was exchanged."""


def due_step(state: State) -> StepName | None:
    """Return the step that is next, if there is one."""
    if state in AWAITING:
        return STEPS[AWAITING.index(state)]
    return STEPS[0] if state == "改动待重审" else None


def review_step(
    item: Item, state: State, bound: Bound, signature: Signature, mode: Mode
) -> Append:
    """Return what is to be written.

    Raises:
        RefusalError: If it is not the turn of this step.
    """
    due = due_step(state)
    if due is None:
        raise RefusalError(f"已经终审（{state}），内容没有改动，不用再签")
    if mode == "production" and (samples := [s for s in item.review if s.is_sample]):
        posts = "、".join(f"“{step.by}”" for step in samples)
        raise RefusalError(f"{posts}的审核是示例，正式网站不算数，请先从 review 里删去")
    if signature.step != due:
        message = f"现在该{due}，不是{signature.step}，请运行 {sign_command(item, due)}"
        raise RefusalError(message)
    entries: Entries = {"step": due, "by": signature.by, "on": signature.on}
    if due == STEPS[-1]:
        when = {"published": str(item.published)} if isinstance(item, Story) else {}
        files = {"files": bound.files} if bound.files else {}
        entries = {**entries, **when, "hash": bound.print, **files}
    record = (item.id,) if isinstance(item, Event) else ()
    return Append((*record, "review"), entries)
