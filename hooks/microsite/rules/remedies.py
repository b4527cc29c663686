"""The commands that put right what a rule has found, ready to be pasted."""

from microsite.content.model import Event
from microsite.content.review import Item
from microsite.content.signatures import StepName

AGAIN = "删去 withdrawn 这一段，在 corrections 里写明为什么恢复公开"
"""What comes before a new round of signatures for what was withdrawn."""


def name_of(item: Item) -> str:
    """Return what commands call an item: its file, and in a file of many its id."""
    path = item.origin.path
    return f"{path}#{item.id}" if isinstance(item, Event) else path


def sign_command(item: Item, step: StepName) -> str:
    """Return the command that signs `item`; the post is for the signer to write."""
    return f"microsite sign {name_of(item)} --step {step} --by 岗位"


def approve_command(event: Event, field: str = "") -> str:
    """Return the command that approves `event`; a series with several approvals needs `field`."""
    which = f" --field {field}" if field else ""
    return f"microsite sign {name_of(event)} --step 审批{which} --by 审批人岗位"
