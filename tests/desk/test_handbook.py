"""The handbook leaves no code out, and its examples are what they are said to be."""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from build_site import ROOT
from judging import RULES
from microsite.desk.handbook import OTHERS, Article, handbook
from microsite.desk.mistakes.all import MISTAKES
from microsite.desk.mistakes.mistake import Mistake
from microsite.rules.all import SITE_RULES
from small_project import BASE, Files, problems_of

CHAPTERS = handbook((*RULES, *SITE_RULES))
ARTICLES = [article for chapter in CHAPTERS for article in chapter.articles]
CODES = {article.code for article in ARTICLES}
PACKAGE = ROOT / "hooks/microsite"
READING = [
    *sorted((PACKAGE / "content").glob("*.py")),
    *(PACKAGE / name for name in ("cards/typeface.py", "rules/addresses.py", "rules/excuses.py")),
    *(PACKAGE / name for name in ("wechat/objections.py", "commands/wechat.py")),
]
"""Where problems are found that are not those of a rule."""
NO_CODES = {"open-links", "soft-breaks"}
"""Words with a hyphen that name something else."""
SHOWN = [mistake for mistake in MISTAKES if mistake.path]


def hyphened(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.findall(r"\A[a-z]+(?:-[a-z]+)+\Z", node.value)


@pytest.mark.parametrize("file", READING, ids=lambda file: file.stem)
def test_every_code_of_reading_is_explained(file: Path) -> None:
    assert set(hyphened(file)) - NO_CODES <= CODES


def test_every_code_of_the_golden_cases_is_explained() -> None:
    cases = [
        case
        for file in sorted((ROOT / "tests/cases").glob("*.yml"))
        for case in yaml.safe_load(file.read_text("utf-8"))
    ]
    told = {problem.rpartition("[")[2][:-1] for case in cases for problem in case["problems"]}

    assert told <= CODES


def test_a_code_is_explained_once() -> None:
    assert set(Counter(article.code for article in ARTICLES).values()) == {1}


def test_every_code_has_a_subject() -> None:
    assert OTHERS not in {chapter.title for chapter in CHAPTERS}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.code)
def test_an_article_is_in_chinese(article: Article) -> None:
    assert all(re.search("[一-鿿]", text) for text in (article.title, article.reason))


def test_a_rule_of_no_subject_is_not_forgotten() -> None:
    chapters = handbook([replace(RULES[0], code="odd")])

    assert [one.code for one in chapters[-1].articles] == ["odd"]


@pytest.mark.parametrize("mistake", SHOWN, ids=lambda mistake: mistake.code)
def test_the_bad_example_is_reported(mistake: Mistake, project: Callable[[Files], Path]) -> None:
    text = (BASE / mistake.path).read_text("utf-8")
    assert text.count(mistake.good) == 1
    root = project({mistake.path: text.replace(mistake.good, mistake.bad)})

    found = {problem.code for problem in problems_of(root)}

    assert mistake.code in found
