"""Every page is found from the lines that it is made of, whatever else is wrong with them."""

import pytest

from build_site import ROOT
from microsite.content.load import load_site
from microsite.content.problems import Problem
from microsite.content.site import Site
from microsite.desk.places import by_page

MONTH = "data/events/2026-01.yml"
BROKEN = """\
# 一月
20260105-first:
  title: 甲
20260106-second：
  title: "乙
"20260107-third":
  title: 丙
第四项:
  title: 丁
"""


@pytest.fixture(scope="module")
def whole() -> Site:
    return load_site(ROOT)


def problem(path: str, line: int) -> Problem:
    return Problem(path, line, 1, "code", "不对")


def page(path: str, line: int, text: str = "") -> list[str]:
    return [*by_page([problem(path, line)], lambda _: text)]


def test_every_page_of_the_site_is_found_from_its_first_line(whole: Site) -> None:
    tables = (whole.columns, whole.series, whole.branches, whole.places, whole.tags)
    items = (whole.events, whole.stories, whole.pages)
    entries = [entry for table in (*tables, *items) for entry in table.values()]

    wrong = [
        entry.url
        for entry in entries
        if page(
            entry.origin.path,
            entry.origin.line,
            (ROOT / entry.origin.path).read_text(encoding="utf-8"),
        )
        != [entry.url]
    ]

    assert len(entries) > 300
    assert not wrong


@pytest.mark.parametrize(
    ("line", "id"),
    [(2, "20260105-first"), (3, "20260105-first"), (5, "20260106-second"), (7, "20260107-third")],
)
def test_a_record_is_found_in_a_file_that_is_no_yaml(line: int, id: str) -> None:
    assert page(MONTH, line, BROKEN) == [f"events/{id}/"]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (MONTH, 1),
        (MONTH, 9),
        ("data/bureau.yml", 3),
        ("data/wording.yml", 3),
        ("data/events.yaml", 1),
        ("mkdocs.yml", 1),
        ("docs/assets/form.txt", 1),
    ],
)
def test_what_is_about_no_page_alone_is_about_none(path: str, line: int) -> None:
    assert page(path, line, BROKEN) == []


@pytest.mark.parametrize(
    ("path", "url"),
    [("docs/index.md", ""), ("docs/about.md", "about/"), ("docs/guide/index.md", "guide/")],
)
def test_a_written_page_has_the_address_of_its_file(path: str, url: str) -> None:
    assert page(path, 1) == [url]


def test_a_file_is_read_once_for_all_of_its_problems() -> None:
    asked: list[str] = []

    def text_of(path: str) -> str:
        asked.append(path)
        return BROKEN

    found = by_page([problem(MONTH, 2), problem(MONTH, 3), problem(MONTH, 7)], text_of)

    assert [len(some) for some in found.values()] == [2, 1]
    assert asked == [MONTH]
