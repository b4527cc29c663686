"""Who answers for a story or an event: approval, review, correction, withdrawal."""

from datetime import date
from typing import Final, Literal, get_args

from pydantic import Field

from microsite.content.entry import Record
from microsite.content.values import VOID, Binding, Day, Fingerprint, Minute, Text

StepName = Literal["初审", "复审", "终审"]
STEPS: Final[tuple[StepName, ...]] = get_args(StepName)
SAMPLE: Final = "示例"
"""Begins the post of a signer who is made up."""


class ReviewStep(Record):
    """One signature; 终审 ends a round of three, and each later change needs another round."""

    step: StepName = Field(title="审核环节")
    by: Text = Field(title="审核人", description="写岗位")
    on: Day = Field(title="审核日期")
    hash: Binding | None = Field(
        None,
        title="内容指纹",
        description=f"终审时由 microsite sign 填写，不要手改；撤稿以后前面加上“{VOID}”",
    )
    published: Minute | None = Field(
        None, title="批准的发布时间", description="终审时由 microsite sign 填写，不要手改"
    )
    files: dict[str, Fingerprint] = Field(
        {},
        title="终审时的文件",
        description="图片和附件当时的指纹，由 microsite sign 填写，不要手改；换了哪个文件由此得知",
    )

    @property
    def is_sample(self) -> bool:
        """Whether nobody real has signed."""
        return self.by.startswith(SAMPLE)

    @property
    def is_void(self) -> bool:
        """Whether it holds no more, for what was signed has been withdrawn."""
        return bool(self.hash and self.hash.startswith(VOID))


class Approval(Record):
    """Who allowed something, when, and what exactly."""

    by: Text = Field(title="审批人", description="写岗位")
    on: Day = Field(title="审批日期")
    hash: Fingerprint | None = Field(
        None, title="内容指纹", description="由 microsite sign 填写，不要手改"
    )
    first: Day | None = Field(
        None, title="首次审批日期", description="重新审批时由 microsite sign 填写，不要手改"
    )

    @property
    def is_sample(self) -> bool:
        """Whether nobody real has allowed it."""
        return self.by.startswith(SAMPLE)

    @property
    def since(self) -> date:
        """The day on which it was allowed for the first time, as it was then."""
        return self.first or self.on


class Correction(Record):
    """What was wrong after publication, and is right now; readers are told."""

    on: Day = Field(title="更正日期")
    note: Text = Field(title="更正说明", description="原来写的是什么，现在改成什么")


class Withdrawal(Record):
    """Why something published is not shown any more."""

    on: Day = Field(title="撤稿日期")
    by: Text = Field(title="决定人", description="写岗位，不公开")
    reason: Text = Field(title="撤稿原因", description="会显示在原来的网址上")
