"""Problems as people and programs read them."""

import json
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from microsite.content.problems import Fix, Problem
from microsite.desk.machine import as_json, github, gitlab
from microsite.desk.text import text

ERROR = Problem(
    "docs/a.md",
    2,
    3,
    "wording-name",
    "“攻府”应为“政府”",
    suggestion="政府",
    fix=Fix(5, 7, "政府", is_safe=True),
)
WARNING = Problem("docs/a.md", 3, 1, "dash", "破折号占两格", "warning")
NOTICE = Problem("docs/b.md", 1, 1, "review-unsigned", "待初审", "notice")
ALL = (ERROR, WARNING, NOTICE)
MANY = tuple(replace(ERROR, line=number) for number in range(1, 5001))


def lines(path: str) -> list[str]:
    return {"docs/a.md": ["---", "市里攻府", ""]}.get(path, [""])


def test_a_problem_is_shown_with_its_line_and_what_to_type() -> None:
    assert text(ALL, lines).splitlines() == [
        "docs/a.md:2:3: 错误 “攻府”应为“政府” [wording-name]",
        "    市里攻府",
        "        ^",
        "    → 建议：政府",
        "docs/a.md:3:1: 警告 破折号占两格 [dash]",
        "",
        "docs/b.md:1:1: 提醒 待初审 [review-unsigned]",
        "",
        "1 处错误，1 处警告，1 处提醒；其中 1 处加上 --fix 可以自动改",
    ]


def test_colours_are_for_terminals() -> None:
    assert "\x1b[31m错误\x1b[0m" in text(ALL, lines, in_colour=True)
    assert "\x1b" not in text(ALL, lines)


def test_a_line_past_the_end_is_not_shown() -> None:
    shown = text([replace(WARNING, line=9)], lines)

    assert shown.splitlines()[:2] == ["docs/a.md:9:1: 警告 破折号占两格 [dash]", ""]


def test_a_line_with_something_private_is_not_shown() -> None:
    private = Problem("docs/a.md", 2, 1, "privacy-phone", "手机号 138****0000")

    assert "市里" not in text([private, ERROR], lines)


@pytest.mark.parametrize(
    ("suggestion", "fix", "shown"),
    [
        ("", Fix(0, 1, "", is_safe=False), "删去"),
        ("\n", Fix(0, 0, "\n", is_safe=True), "⏎"),
        (" 甲", None, "“ 甲”"),
    ],
)
def test_a_suggestion_can_be_seen(suggestion: str, fix: Fix | None, shown: str) -> None:
    told = text([replace(WARNING, suggestion=suggestion, fix=fix)], lines)

    assert f"→ 建议：{shown}\n" in told


def test_a_message_cannot_drive_the_terminal() -> None:
    assert "\x1b" not in text([replace(WARNING, message="甲\x1b[2J\n乙")], lines)


def test_nothing_wrong_is_said_in_every_format() -> None:
    said = [text((), lines), as_json(()), github(()), gitlab(())]

    assert said == ["没有问题", "[]", "", "[]"]


def test_json_holds_exactly_what_was_promised() -> None:
    first, *_ = json.loads(as_json(ALL))

    assert first == {
        "path": "docs/a.md",
        "line": 2,
        "column": 3,
        "code": "wording-name",
        "level": "error",
        "message": "“攻府”应为“政府”",
        "suggestion": "政府",
    }


COMMAND = re.compile(r"::(\w+) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::(.*)")


def test_annotations_come_with_the_gravest_first() -> None:
    found = [COMMAND.fullmatch(line) for line in github(ALL[::-1]).splitlines()]

    assert [one and one.groups() for one in found] == [
        ("error", "docs/a.md", "2", "3", "wording-name", "“攻府”应为“政府”（建议：政府）"),
        ("warning", "docs/a.md", "3", "1", "dash", "破折号占两格"),
        ("notice", "docs/b.md", "1", "1", "review-unsigned", "待初审"),
    ]


def test_an_annotation_survives_every_letter() -> None:
    path, message = "docs/100%:a,b\n.md", "多了 50%0A: 甲,乙"

    found = COMMAND.fullmatch(github([replace(WARNING, path=path, message=message)]))

    assert found
    assert (unquote(found[2]), unquote(found[6])) == (path, message)


def test_a_report_for_gitlab_has_what_gitlab_demands() -> None:
    entries = json.loads(gitlab(ALL))

    assert entries[0] == {
        "description": "“攻府”应为“政府”（建议：政府）",
        "check_name": "wording-name",
        "fingerprint": entries[0]["fingerprint"],
        "severity": "major",
        "location": {"path": "docs/a.md", "lines": {"begin": 2}},
    }
    assert [entry["severity"] for entry in entries] == ["major", "minor", "info"]


def test_no_two_of_many_problems_have_one_fingerprint() -> None:
    prints = [entry["fingerprint"] for entry in json.loads(gitlab(MANY))]

    assert len(set(prints)) == len(MANY)


def test_a_fingerprint_does_not_depend_on_the_line() -> None:
    here, there = (json.loads(gitlab([replace(ERROR, line=line)])) for line in (2, 40))

    assert here[0]["fingerprint"] == there[0]["fingerprint"]


def test_many_problems_are_all_told() -> None:
    assert text(MANY, lines).count("wording-name") == len(MANY)
    assert github(MANY).count("::error") == len(MANY)
