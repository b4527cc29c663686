"""What the traits of a series demand of its events."""

from collections.abc import Collection, Iterator
from collections.abc import Mapping as Table
from itertools import pairwise
from typing import Literal

from pydantic import Field, create_model

from microsite.content.declarations import FieldSpec, FieldValue
from microsite.content.entry import Origin, Record
from microsite.content.model import Event, Series
from microsite.content.nodes import Mapping, locate, locate_key
from microsite.content.problems import Problem, did_you_mean
from microsite.content.signatures import Approval
from microsite.content.validate import validate
from microsite.content.values import Day, Number, Text

KINDS = {"text": Text, "date": Day, "number": Number, "approval": Approval}


def fields_model(series: Series) -> type[Record]:
    """Return the model of what stands under `fields:` in the events of `series`."""
    members = {}
    for number, (key, spec) in enumerate(series.fields.items()):
        kind = Literal[spec.values] if spec.values else KINDS[spec.type]
        default = ... if spec.required else None
        shown = Field(default, alias=key, title=spec.label, description=spec.help)
        # Numbered names, since a key such as `json` would hide something of the base class.
        members[f"field_{number}"] = (kind if spec.required else kind | None, shown)
    # Its members are known at run time only, which types cannot follow.
    return create_model("Fields", __base__=Record, **members)  # type: ignore[call-overload, no-any-return]


def fields_of(
    event: Event, series: Series, model: type[Record]
) -> Table[str, FieldValue] | list[Problem]:
    """Return the facts of `event` by key, in the order of `series`, or every objection to them."""
    facts = _facts(event.origin, series, model)
    if isinstance(facts, list):
        return facts
    problems = [
        *_missing_in_case(event.origin, series.fields, facts),
        *_late_approvals(event, facts),
    ]
    return problems or facts


def half_read_problems(origin: Origin, series: Series, model: type[Record]) -> Iterator[Problem]:
    """Find what can be told of fields and stages of an event that has other problems."""
    node = origin.node
    if isinstance(stages := node.values.get("stages"), Mapping):
        yield from _stage_names(origin, stages.values, series)
    fields = node.values.get("fields")
    if fields is None or isinstance(fields, Mapping):  # or else that is one of the problems
        facts = _facts(origin, series, model)
        yield from (
            facts if isinstance(facts, list) else _missing_in_case(origin, series.fields, facts)
        )


def stage_problems(event: Event, series: Series) -> Iterator[Problem]:
    """Find stages that the series does not have, that skip one, or whose dates run backwards."""
    yield from _stage_names(event.origin, event.stages, series)
    reached = [name for name in series.stages if name in event.stages]
    for earlier, later in pairwise(reached):
        if event.stages[later] < event.stages[earlier]:
            line, column = locate(event.origin.node, ("stages", later))
            dates = f"“{later}”（{event.stages[later]}）早于它前面的“{earlier}”"
            message = f"{dates}（{event.stages[earlier]}），请核对日期"
            yield Problem(event.origin.path, line, column, "stage-order", message)


def _facts(
    origin: Origin, series: Series, model: type[Record]
) -> dict[str, FieldValue] | list[Problem]:
    """Return what stands under `fields:` as the `series` says, or every objection to it."""
    node = origin.node.values.get("fields")
    if node is None and (wanted := [key for key, spec in series.fields.items() if spec.required]):
        keys = ", ".join(f"{key}: …" for key in wanted)
        labels = "、".join(series.fields[key].label for key in wanted)
        message = f"“{series.title}”的活动要写明{labels}，请补上“fields: {{{keys}}}”"
        return [Problem(origin.path, origin.line, origin.column, "field-required", message)]
    empty = Mapping(origin.line, origin.column, {}, {})
    record = validate(model, node if isinstance(node, Mapping) else empty, origin.path)
    if isinstance(record, list):
        return record
    written = record.model_dump(by_alias=True, exclude_none=True)
    return {
        key: getattr(record, f"field_{n}") for n, key in enumerate(series.fields) if key in written
    }


def _stage_names(origin: Origin, names: Collection[str], series: Series) -> Iterator[Problem]:
    for name in names:
        if name not in series.stages:
            line, column = locate_key(origin.node, ("stages", name))
            hint = (
                did_you_mean(name, series.stages)
                if series.stages
                else "，这个系列没有环节，请删去"
            )
            yield Problem(
                origin.path,
                line,
                column,
                "stage-unknown",
                f"“{series.title}”没有 “{name}” 这个环节{hint}",
            )
    reached = [name for name in series.stages if name in names]
    for before, name in zip(series.stages, reached, strict=False):
        if before != name:
            line, column = locate_key(origin.node, ("stages", name))
            message = f"写了“{name}”，却没有写它前面的“{before}”，请补上“{before}”的日期"
            yield Problem(origin.path, line, column, "stage-skipped", message)
            break


def _missing_in_case(
    origin: Origin, specs: Table[str, FieldSpec], values: Table[str, FieldValue]
) -> Iterator[Problem]:
    for key, spec in specs.items():
        for other, value in spec.required_when.items():
            if values.get(other) == value and key not in values:
                line, column = locate(origin.node, ("fields",))
                shape = "{by: 审批人岗位, on: 2023-04-21}" if spec.type == "approval" else "…"
                case = f"“{specs[other].label}”是“{value}”时必须写“{spec.label}”"
                message = f"{case}，请补上“{key}: {shape}”"
                yield Problem(origin.path, line, column, "field-required", message)


def _late_approvals(event: Event, values: Table[str, FieldValue]) -> Iterator[Problem]:
    """Find approvals after the event.

    What is corrected later can only be approved later, but not for the first time.
    """
    begins = event.begins.day
    last = max((begins, *(one.on for one in event.corrections)))
    for key, value in values.items():
        if isinstance(value, Approval) and value.on > (last if value.since <= begins else begins):
            line, column = locate(event.origin.node, ("fields", key, "on"))
            hint = "更正不能代替活动以前的审批，" if value.on <= last else ""
            message = (
                f"审批日期（{value.on}）晚于活动开始（{begins}），应先审批后举办，{hint}请核对"
            )
            yield Problem(event.origin.path, line, column, "approval-late", message)
