"""What an approval allows, and which field of an event it is written into."""

from datetime import date

from microsite.content.approvals import BINDING, approval_keys, approvals, approved_print
from microsite.content.bureau import Mode
from microsite.content.model import Event, Series
from microsite.content.nodes import Mapping, locate
from microsite.content.problems import Problem, did_you_mean
from microsite.signing.emission import Entries
from microsite.signing.signature import RefusalError, Signature
from microsite.signing.splice import Put

ABOUT_APPROVALS = frozenset(
    {"field-required", "approval-late", "approval-unbound", "approval-changed"}
)


def approval_field(series: Series, signature: Signature) -> str:
    """Return the key of the field that is to be written.

    Raises:
        RefusalError: If there is none, or several and none is named.
    """
    keys, named = approval_keys(series), signature.field
    if not keys:
        message = f"“{series.title}”的活动不用审批：{series.origin.path} 里没有审批字段"
        raise RefusalError(message)
    if named in keys:
        return named
    if named:
        message = f"“{series.title}”没有 “{named}” 这个审批字段{did_you_mean(named, keys)}"
        raise RefusalError(message)
    if len(keys) > 1:
        choices = "、".join(f"--field {key}（{series.fields[key].label}）" for key in keys)
        raise RefusalError(f"“{series.title}”有几项审批，请加上其中一项：{choices}")
    return keys[0]


def approval(event: Event, field: str, signature: Signature, today: date, mode: Mode) -> Put:
    """Return what is to be written.

    Raises:
        RefusalError: If it stands there already, or the day cannot be right.
    """
    print = approved_print(event)
    if signature.on > today:
        raise RefusalError(f"审批日期（{signature.on}）在将来，请核对")
    entries: Entries = {"by": signature.by, "on": signature.on, BINDING: print}
    before = approvals(event).get(field)
    if before and before.hash:
        counts = mode == "demo" or not before.is_sample
        if before.hash == print and counts:
            raise RefusalError(f"“{before.by}”已经在 {before.on} 批过，没有改动，不用再批")
        if signature.on < before.on:
            raise RefusalError(f"审批日期（{signature.on}）早于上一次审批（{before.on}），请核对")
        if counts or before.first:
            entries = {**entries, "first": before.since if counts else signature.on}
    return Put((event.id, "fields", field), entries)


def is_answered(problem: Problem, event: Event, field: str) -> bool:
    """Tell whether `problem` may be gone once the approval is written.

    What is wrong with other approvals is no reason either: each is signed by itself.
    """
    node = event.origin.node
    at = problem.line, problem.column
    if problem.code in ABOUT_APPROVALS:
        return True
    fields = node.values.get("fields")
    if not isinstance(fields, Mapping) or field not in fields.keys:
        return False
    key, value = fields.keys[field], fields.values[field]
    inner = value.values if isinstance(value, Mapping) else {}
    places = {locate(value, (name,)) for name in inner} | {locate(value, ())}
    return at in places | {(key.line, key.column)}
