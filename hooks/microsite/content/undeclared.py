"""What events of a series state and the series does not know: rather the series is wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile

from microsite.content.model import Event, Series
from microsite.content.nodes import Mapping, locate, locate_key
from microsite.content.problems import Problem

CODES = {"fields": "field-undeclared", "stages": "stage-undeclared"}


def undeclared_problems(series: Series, events: Iterable[Event]) -> Iterator[Problem]:
    """Find what half of the `events` of the `series`, and not one alone, state in vain."""
    nodes = [event.origin.node for event in events]
    for trait, known in (("fields", (*series.fields,)), ("stages", series.stages)):
        parts = (node.values.get(trait) for node in nodes)
        stated = [[*part.keys] for part in parts if isinstance(part, Mapping)]
        for name, times in Counter(chain.from_iterable(stated)).items():
            if name in known or times < max(2, len(stated) / 2):
                continue
            names = next(names for names in stated if name in names)
            before = [other for other in takewhile(name.__ne__, names) if other in known]
            yield _undeclared(series, trait, name, before)


def _undeclared(series: Series, trait: str, name: str, before: Sequence[str]) -> Problem:
    """Return the problem at that of the series before which or behind which it is missing."""
    origin = series.origin
    node = origin.node
    if trait not in node.values:
        line, column = locate_key(node, (*node.keys,)[-1:])
    elif trait == "fields" and before:
        line, column = locate_key(node, (trait, before[-1]))
    else:
        line, column = locate(node, (trait,))
    message = f"这个系列的活动写了“{name}”，{trait} 里却没有：漏了就补上，不要就从活动里删去"
    return Problem(origin.path, line, column, CODES[trait], message)
