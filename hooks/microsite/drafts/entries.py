"""The entries of new places and branches."""

from microsite.content.model import Branch, Place
from microsite.drafts.draft import Entry
from microsite.drafts.lines import indented, line, meaning, optional, written


def place(id: str, title: str, kind: str, summary: str, *, is_sample: bool) -> Entry:
    """Return the entry of a place."""
    lines = [
        line("title", written(title)),
        line("kind", written(kind)),
        optional("summary", summary and written(summary), "…", meaning(Place, "summary")),
        optional("sample", "true" if is_sample else "", "true", meaning(Place, "sample")),
    ]
    return Entry("data/places.yml", id, (f"{id}:", *indented(lines)), "schemas/places.json")


def branch(id: str, title: str, summary: str, *, is_sample: bool) -> Entry:
    """Return the entry of a party branch."""
    lines = [
        line("title", written(title)),
        optional("summary", summary and written(summary), "…", meaning(Branch, "summary")),
        optional("sample", "true" if is_sample else "", "true", meaning(Branch, "sample")),
    ]
    return Entry("data/branches.yml", id, (f"{id}:", *indented(lines)), "schemas/branches.json")
