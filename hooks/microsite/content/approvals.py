"""What somebody has allowed of an event: a later change of it needs another approval."""

from collections.abc import Mapping

from microsite.content.fingerprints import digest, tidy
from microsite.content.model import Event, Series
from microsite.content.nodes import Mapping as Node
from microsite.content.nodes import Plain, Scalar, is_null
from microsite.content.signatures import Approval

BINDING = "hash"
"""The key of an approval that binds it to what was allowed."""


def approval_keys(series: Series) -> tuple[str, ...]:
    """Return the fields of `series` that are approvals."""
    return tuple(key for key, spec in series.fields.items() if spec.type == "approval")


def approvals(event: Event) -> Mapping[str, Approval]:
    """Return the approvals that `event` states, by the keys of their fields."""
    return {key: value for key, value in event.fields.items() if isinstance(value, Approval)}


def approved_print(event: Event) -> str:
    """Return what stands for all that an approval of `event` allows.

    That is its name, when it takes place after any postponement, where, and its fields, as they
    were typed. Approvals are no part of it, so that one does not wait for another.
    """
    written = event.origin.node.values.get("fields")
    facts = written.values if isinstance(written, Node) else {}
    stated = {
        key: tidy(value.value)
        for key, value in facts.items()
        if isinstance(value, Scalar) and not is_null(value)
    }
    when = [str(event.begins), str(event.ends)]
    return digest([event.id, event.title, when, event.place, stated])


def without_bindings(fields: Mapping[str, Plain]) -> Plain:
    """Return fields without what binds approvals, which follows from the rest of the event.

    So it does not matter to those who review the event whether it was there already.
    """
    return {key: _unbound(value) for key, value in fields.items()}


def _unbound(value: Plain) -> Plain:
    if not isinstance(value, dict):
        return value
    return {key: part for key, part in value.items() if key != BINDING}
