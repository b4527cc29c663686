"""What still has to be done to something new: the same rules find it as in any check."""

from collections.abc import Sequence

from microsite.content.problems import Problem
from microsite.content.reader import Source, read_document, read_mapping, read_text
from microsite.drafts.insertion import Inserted
from microsite.rules.judge import judge
from microsite.rules.passage import passage_of
from microsite.rules.rule import Rule


def objections(path: str, new: Inserted, rules: Sequence[Rule]) -> list[Problem]:
    """Return what the `rules` on words have against the new lines of the file `path`."""
    text = read_text(new.data, path)
    read = read_document if path.endswith(".md") else read_mapping
    content, _ = read(text, path)
    found = judge(passage_of(Source(path, text, content)), rules)
    return sorted({one for one in found if new.first <= one.line <= new.last})
