"""What is typed as a story or an event, and which problems belong to it."""

from microsite.content.problems import Problem
from microsite.content.reader import Source, read_document, read_mapping
from microsite.content.typed import shared_out, typed

MONTH = "data/events/2026-02.yml"
EVENTS = "# 二月\nb: {title: 乙}\na: x\n"
STORY = "docs/stories/2026/lamp.md"


def source(path: str, text: str) -> Source:
    content, _ = (read_document if path.endswith(".md") else read_mapping)(text, path)
    return Source(path, text, content)


def test_a_month_holds_events_in_its_order() -> None:
    found = typed(source(MONTH, EVENTS))

    assert [(one.id, one.line, one.is_event) for one in found] == [("b", 2, True), ("a", 3, True)]


def test_a_story_is_called_by_its_file() -> None:
    [found] = typed(source(STORY, "---\ntitle: 灯\n---\n"))

    assert (found.id, found.is_event) == ("lamp", False)


def test_pages_and_tables_hold_neither() -> None:
    page = source("docs/about.md", "---\ntitle: 关于\n---\n")
    table = source("data/places.yml", "a: {title: 甲}\n")

    assert [*typed(page), *typed(table)] == []


def test_a_problem_belongs_to_what_begins_before_it_or_else_to_the_first() -> None:
    above, below, last = (Problem(MONTH, line, 1, "x", "") for line in (1, 2, 3))

    own = shared_out([*typed(source(MONTH, EVENTS))], [last, above, below])

    assert own == [[above, below], [last]]


def test_where_there_is_nothing_no_problem_belongs_to_it() -> None:
    assert shared_out([], [Problem(MONTH, 1, 1, "x", "")]) == []
