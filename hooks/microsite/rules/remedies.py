"""The commands that put right what a rule has found, ready to be pasted."""

from typing import Final

from microsite.content.bureau import Mode
from microsite.content.model import Event
from microsite.content.review import Item
from microsite.content.signatures import StepName

POST: Final = "岗位"
APPROVER: Final = "审批人岗位"
"""Stand for the post of whoever signs or approves, who is to write it."""
AGAIN: Final = "删去 withdrawn 这一段，在 corrections 里写明为什么恢复公开"
"""What comes before a new round of signatures for what was withdrawn."""


def name_of(item: Item) -> str:
    """Return what commands call an item: its file, and in a file of many its id."""
    path = item.origin.path
    return f"{path}#{item.id}" if isinstance(item, Event) else path


def sign_command(item: Item, step: StepName) -> str:
    """Return the command that signs `item`; the post is for the signer to write."""
    return f"microsite sign {name_of(item)} --step {step} --by {POST}"


def signing_advice(item: Item, step: StepName, mode: Mode) -> str:
    """Return what is to be done so that `step` counts: in production not beside a sample."""
    has_samples = mode == "production" and any(one.is_sample for one in item.review)
    first = "先删去 review 里示例的签字，再" if has_samples else ""
    return f"{first}运行 {sign_command(item, step)}"


def approve_command(event: Event, field: str = "") -> str:
    """Return the command that approves `event`; a series with several approvals needs `field`."""
    which = f" --field {field}" if field else ""
    return f"microsite sign {name_of(event)} --step 审批{which} --by {APPROVER}"
