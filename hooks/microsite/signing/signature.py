"""Who signs what, and why something is not signed."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias, get_args

from microsite.content.masking import MaskedError, masked
from microsite.content.signatures import SAMPLE, StepName

APPROVAL: Final = "审批"
Step: TypeAlias = StepName | Literal["审批"]
ALL_STEPS: Final[tuple[Step, ...]] = (*get_args(StepName), APPROVAL)


@dataclass(frozen=True, slots=True)
class Signature:
    """A step, the post that takes it, and the day."""

    step: Step
    by: str
    on: date
    field: str = ""
    """Of an approval, where a series has several."""

    @property
    def is_sample(self) -> bool:
        """Whether nobody real signs."""
        return self.by.startswith(SAMPLE)


class RefusalError(MaskedError):
    """Something cannot be signed; holds every reason, ready to be shown."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = tuple(map(masked, reasons))
