"""What is drafted for every series that there really is."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from build_site import ROOT
from microsite.content.load import read_site
from microsite.content.problems import Problem
from microsite.content.values import SHANGHAI
from microsite.drafts.askers import Flags
from microsite.drafts.event_form import event_form
from microsite.drafts.files import write
from microsite.drafts.forms import Form, story_form
from microsite.drafts.known import Known, known
from microsite.verdict import verdict

NOW = datetime(2032, 5, 20, 12, tzinfo=SHANGHAI)
"""Later than all that is in the content."""
SERIES = tuple(sorted(file.stem for file in (ROOT / "data/series").glob("*.yml")))
EVENT = {"--branch": "property", "--place": "liuxicun"}
MONTH = "data/events/2032-06.yml"
BLANK = re.compile(r"待补充：[^\n]*可以写：([^、\n]+)[^\n]*|待补充：[^\n#]*")


@dataclass(frozen=True)
class Drafted:
    """A copy of the content with an event and a story of every series."""

    texts: Mapping[str, list[str]]
    problems: tuple[Problem, ...]
    left: tuple[Problem, ...]
    """When everything had been filled in."""


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    root = tmp_path_factory.mktemp("drafted")
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    there = known(root, read_site(root))
    for number, id in enumerate(SERIES):
        start = f"2032-06-{number % 28 + 1:02}"
        _new(root, event_form, there, {"--series": id, "--start": start, **EVENT})
        _new(root, story_form, there, {"--series": id, "--id": f"new-{id}"})
    files = [*root.glob("docs/stories/2032/*.md"), root / MONTH]
    texts = {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}
    problems = verdict(root, NOW).problems
    for path, text in texts.items():
        (root / path).write_text(BLANK.sub(_filled, text), encoding="utf-8")
    lines = {path: text.splitlines() for path, text in texts.items()}
    return Drafted(lines, problems, verdict(root, NOW).problems)


def _new(root: Path, form: Form, there: Known, told: Mapping[str, str]) -> None:
    flags = Flags({"--title": "一盏灯的故事", **told})
    draft = form(flags, there, NOW)
    assert draft, (flags.missing, flags.wrong)
    write(root, draft)


def _filled(found: re.Match[str]) -> str:
    return found[1] or "灯亮了。"


def test_the_content_had_no_problems_of_its_own() -> None:
    assert not read_site(ROOT).problems


@pytest.mark.parametrize("series", SERIES)
def test_only_what_is_to_be_filled_in_is_wrong(series: str, drafted: Drafted) -> None:
    story = f"docs/stories/2032/new-{series}.md"
    lines = drafted.texts[MONTH]
    first = next(n for n, line in enumerate(lines, 1) if line.startswith(f"  series: {series} "))
    last = next(n for n, line in enumerate([*lines[first:], "2"], first) if line[0] == "2")
    wrong = [
        one
        for one in drafted.problems
        if one.level != "notice"
        and (one.path == story or (one.path == MONTH and first <= one.line <= last))
    ]

    blanks = {(one.path, one.line) for one in wrong if one.code == "placeholder"}
    expected = {(story, n) for n, line in enumerate(drafted.texts[story], 1) if "待补充" in line}
    expected |= {(MONTH, n) for n in range(first, last + 1) if "待补充" in lines[n - 1]}
    assert blanks == expected
    assert {(one.path, one.line) for one in wrong} == blanks


def test_nothing_else_is_wrong(drafted: Drafted) -> None:
    new = {one.path for one in drafted.problems if one.level == "error"}

    assert new <= drafted.texts.keys()


def test_nothing_is_wrong_once_it_is_filled_in(drafted: Drafted) -> None:
    assert not [one for one in drafted.left if one.level == "error"]
    assert not [one for one in drafted.left if one.path in drafted.texts and one.level != "notice"]


def test_the_month_is_in_order(drafted: Drafted) -> None:
    ids = [line for line in drafted.texts[MONTH] if line[0].isdigit()]

    assert len(ids) == len(SERIES)
    assert [id[:8] for id in ids] == sorted(id[:8] for id in ids)
