"""A file with one signature more, judged before it is written."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from microsite.content.entry import Origin
from microsite.content.model import Event, Story
from microsite.content.nodes import Mapping, locate
from microsite.content.problems import Problem
from microsite.content.reader import Document, Source
from microsite.content.review import Item, State
from microsite.content.traits import fields_model, fields_of
from microsite.content.validate import validate
from microsite.rules import approvals, review
from microsite.rules.editorial import editorial_problems
from microsite.rules.site_rule import occasion
from microsite.rules.words import word_rules
from microsite.signing.signature import RefusalError
from microsite.signing.splice import Append, Put
from microsite.signing.target import Target
from microsite.verdict import Verdict

T = TypeVar("T")


def judged_again(
    judged: Verdict, target: Target, source: Source, change: Append | Put
) -> tuple[Item, State]:
    """Return what `target` is once `change` has been made, and how it stands then.

    Raises:
        RefusalError: If a rule is against it.
    """
    item = _item(judged, target, source)
    reasons = [*_against_words(judged, source, item, change)]
    alone = replace(
        judged.reading,
        stories=(item,) if isinstance(item, Story) else (),
        events=(item,) if isinstance(item, Event) else (),
        sources=(source,),
    )
    now = occasion(alone, judged.occasion.now, judged.occasion.mode)
    others = approvals.RULES if isinstance(change, Append) else ()
    for rule in (*review.RULES, *others):
        for one in rule.find(alone, now):
            line = _published(item) if rule.code == "review-late" else one.line
            reasons.append(f"{one.path}:{line}: {one.message}")
    if reasons:
        raise RefusalError(*reasons)
    return item, now.states[item.url]


def _item(judged: Verdict, target: Target, source: Source) -> Item:
    content = source.content
    if isinstance(content, Document):
        front = content.front
        origin = Origin(target.id, target.path, front.line, front.column, front)
        return _accepted(validate(Story, front, target.path, origin))
    key, node = content.keys[target.id], content.values[target.id]
    assert isinstance(node, Mapping)  # it was one when it was judged
    origin = Origin(target.id, target.path, key.line, key.column, node)
    event = _accepted(validate(Event, node, target.path, origin))
    series = judged.reading.series[event.series]
    facts = _accepted(fields_of(event, series, fields_model(series)))
    return event.model_copy(update={"fields": facts})


def _accepted(result: T | list[Problem]) -> T:
    if isinstance(result, list):
        raise RefusalError(*map(str, result))
    return result


def _against_words(
    judged: Verdict, source: Source, item: Item, change: Append | Put
) -> Iterator[str]:
    """Return what the rules on words have against the name of the post."""
    last = len(item.review) - 1
    inside = ("review", last) if isinstance(change, Append) else change.path[1:]
    line, column = locate(item.origin.node, (*inside, "by"))
    (found,) = editorial_problems([source], word_rules(judged.reading))
    for problem in found:
        # It is the last thing on its line that anybody has typed.
        if problem.level == "error" and problem.line == line and problem.column >= column:
            yield problem.message


def _published(item: Item) -> int:
    """Return the line that must change, if anything is to be signed after it."""
    return locate(item.origin.node, ("published",))[0]
