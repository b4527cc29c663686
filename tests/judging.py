"""Texts to judge by the editorial rules, as an editor would write them."""

from pathlib import Path

from build_site import ROOT
from microsite.content.load import read_site
from microsite.content.officials import Official
from microsite.content.problems import Problem
from microsite.content.reader import Source, read_document, read_mapping
from microsite.rules.editorial import editorial_rules
from microsite.rules.excuses import excused
from microsite.rules.judge import judge
from microsite.rules.passage import Passage, passage_of

READING = read_site(ROOT)
USAGES = READING.usages
OFFICIALS = (Official(name="甲乙丙", posts=("示例长",)),)
BUREAU = READING.bureau and READING.bureau.model_copy(update={"own_names": ("齐齐哈尔市",)})
RULES = editorial_rules(USAGES, BUREAU, OFFICIALS)
"""With names in it that the examples of the rules are about."""
STORY = "docs/stories/2026/a.md"


def passage(text: str, path: str = STORY) -> Passage:
    """Return the passage of a whole file."""
    read = read_document if path.endswith(".md") else read_mapping
    content, _ = read(text, path)
    return passage_of(Source(path, text, content))


def markdown(body: str, title: str = "标题") -> Passage:
    """Return the passage of a story."""
    return passage(f"---\ntitle: {title}\n---\n{body}\n")


def codes(body: str) -> set[str]:
    """Return the codes of all that is wrong with a story."""
    return {problem.code for problem in problems(body)}


def problems(body: str) -> list[Problem]:
    """Return all that is wrong with a story."""
    return problems_of(markdown(body))


def problems_in(file: Path) -> list[Problem]:
    """Return all that is wrong with a file."""
    path = file.relative_to(ROOT).as_posix()
    return problems_of(passage(file.read_text(encoding="utf-8"), path))


def problems_of(passage: Passage) -> list[Problem]:
    """Return all that is wrong with a passage, but for what is allowed."""
    known = {rule.code for rule in RULES}
    return sorted(excused(judge(passage, RULES), [passage.source], known))
