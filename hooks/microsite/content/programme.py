"""Series in their order, and events with their facts as the series say what each is."""

from collections.abc import Iterator, Mapping
from functools import partial

from microsite.content.consistency import Known, event_problems, series_problems
from microsite.content.model import Column, Event, Place, Series
from microsite.content.nodes import Scalar
from microsite.content.problems import Problem
from microsite.content.reading_memory import ReadingMemory
from microsite.content.records import Records
from microsite.content.site import group
from microsite.content.traits import (
    fields_model,
    fields_of,
    half_read_problems,
    stage_problems,
)
from microsite.content.undeclared import undeclared_problems
from microsite.memory import Same


def in_order(series: Mapping[str, Series], columns: Mapping[str, Column]) -> dict[str, Series]:
    """Return the series by column, then by their order; those of unknown columns come last."""
    numbers = {id: number for number, id in enumerate(columns)}

    def place(one: Series) -> tuple[int, int, str]:
        return numbers.get(one.column, len(numbers)), one.order, one.id

    return {one.id: one for one in sorted(series.values(), key=place)}


def sound_series(
    records: Records, series: Mapping[str, Series], known: Known, places: Mapping[str, Place]
) -> dict[str, Series]:
    """Return the series by which events can be judged; report what is wrong with the others."""
    found = {id: list(series_problems(one, known, places)) for id, one in series.items()}
    for problems in found.values():
        records.problems += problems
    return {id: series[id] for id, problems in found.items() if not problems}


def checked_events(
    records: Records, events: Mapping[str, Event], series: Mapping[str, Series]
) -> dict[str, Event]:
    """Return the events with their facts as the `series` say what each is."""
    for id, some in group(events.values(), lambda event: [event.series]).items():
        if id in series:
            records.problems += undeclared_problems(series[id], some)
    misnamed = [one for one in records.misnamed if isinstance(one, Event)]
    checked = []
    for event in (*events.values(), *misnamed):
        one = series.get(event.series)
        work = partial(_checked, event, one, records.memory)
        with_facts, problems = records.memory.events.of((Same(event), Same(one)), work)
        checked.append(with_facts)
        records.problems += problems
    records.problems += _half_read_problems(records, series)
    return dict(zip(events, checked, strict=False))  # those with a wrong id come last


def _half_read_problems(records: Records, series: Mapping[str, Series]) -> Iterator[Problem]:
    """Find what can be told of the facts of events that do not fit their model."""
    for model, origin in records.broken:
        name = origin.node.values.get("series")
        if model is Event and isinstance(name, Scalar) and (one := series.get(name.value)):
            facts = records.memory.facts.of(Same(one), partial(fields_model, one))
            yield from half_read_problems(origin, one, facts)


def _checked(
    event: Event, series: Series | None, memory: ReadingMemory
) -> tuple[Event, tuple[Problem, ...]]:
    """Return an event with its facts as its series says what each is, and all that is wrong."""
    problems = [*event_problems(event)]
    if series is None:
        return event, tuple(problems)
    problems += stage_problems(event, series)
    model = memory.facts.of(Same(series), partial(fields_model, series))
    facts = fields_of(event, series, model)
    if isinstance(facts, list):
        problems += facts
        facts = {}
    return event.model_copy(update={"fields": facts}), tuple(problems)
