"""一会一报: what was approved is what takes place.

A cancelled or withdrawn event needs no approval any more.
"""

from collections.abc import Iterator

from microsite.content.approvals import approval_keys, approvals, approved_print
from microsite.content.load import Reading
from microsite.content.model import Event
from microsite.content.signatures import Approval
from microsite.rules.remedies import approve_command
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule, against


def _approved(reading: Reading) -> Iterator[tuple[Event, str, Approval]]:
    """Return every approval that must hold, with the key of its field."""
    for event in reading.events:
        if event.status != "cancelled" and not event.withdrawn:
            for key, approval in approvals(event).items():
                yield event, key, approval


def _unbound(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for event, key, approval in _approved(reading):
        if not approval.hash:
            message = f"审批没有内容指纹，不能证明批的是什么，{_remedy(reading, event, key)}"
            yield against(event, ("fields", key), message)
        elif approval.is_sample and occasion.mode == "production":
            message = (
                f"“{approval.by}”的审批是示例，正式网站不算数，{_remedy(reading, event, key)}"
            )
            yield against(event, ("fields", key, "by"), message)


def _changed(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for event, key, approval in _approved(reading):
        if approval.hash and approval.hash != approved_print(event):
            message = (
                "名称、时间、地点或字段在审批以后改了，要重新审批："
                f"{_remedy(reading, event, key)}；"
                "活动开始以后才改的，先在 corrections 里写明更正了什么"
            )
            yield against(event, ("fields", key, "hash"), message)


def _remedy(reading: Reading, event: Event, key: str) -> str:
    is_one_of_many = len(approval_keys(reading.series[event.series])) > 1
    return f"请运行 {approve_command(event, key if is_one_of_many else '')}"


PATH = "data/events/2026-03.yml"


def _lecture(approval: str, place: str = "chunhui") -> Example:
    text = (
        "20260320-lecture-drain:\n  series: lecture-hall\n  title: 排水改造讲座\n"
        f"  status: planned\n  start: 2026-03-20 14:30\n  place: {place}\n"
        f"  fields: {{lecturer: 高校教师, lecturer_kind: 外请, approval: {{{approval}}}}}\n"
    )
    return Example(PATH, text)


APPROVED = "by: 分管领导, on: 2026-02-10"
BOUND = f"{APPROVED}, hash: 48a1e409617df081156b40f2c026857e"
GOOD = _lecture(BOUND)

RULES = (
    SiteRule(
        "approval-unbound",
        "审批没有内容指纹",
        "审批要认准批的是什么：指纹由 microsite sign 填写，手写的审批不作数。",
        _lecture(APPROVED),
        GOOD,
        _unbound,
        is_excusable=False,
    ),
    SiteRule(
        "approval-changed",
        "审批以后又改了",
        "一会一报：改了名称、时间、地点或内容，就不是批过的那一场，要重新审批。",
        _lecture(BOUND, place="qinghe"),
        GOOD,
        _changed,
        is_excusable=False,
    ),
)
