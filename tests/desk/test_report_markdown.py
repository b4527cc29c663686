"""The report, for those who look over a change before it is merged."""

from datetime import date

import pytest

from conftest import Project
from microsite.cli import main
from microsite.desk.report import report
from microsite.desk.report_markdown import LISTED, report_markdown
from microsite.verdict import verdict
from signing import sign
from small_project import NOW

HOLES = "".join(f"tag-{number}: {{titel: '|'}}\n" for number in range(LISTED))


def test_it_counts_and_inspects(project: Project) -> None:
    root = project({})
    sign(root, date(2026, 1, 1))

    text = report_markdown(report(verdict(root, NOW)))

    assert text.splitlines()[:5] == [
        "2026-02-15 12:00，演示模式",
        "",
        "| 稿件和活动 | |",
        "|---|---|",
        "| 已发布 | 8 |",
    ]
    assert "| 错误 | 0 |" in text
    assert "| 首页更新 | 合格：" in text


def test_it_names_problems_the_gravest_first(project: Project) -> None:
    root = project({"data/tags.yml": "community: {titel: '社|区'}\n"})

    lines = report_markdown(report(verdict(root, NOW))).splitlines()

    named = [line for line in lines if line.startswith("- ")]
    assert named[0].startswith("- 错误 `data/")
    assert any(line.startswith("- 错误 `data/tags.yml:1` ") for line in named)


def test_a_long_list_of_problems_is_cut(project: Project) -> None:
    root = project({"data/tags.yml": HOLES})

    text = report_markdown(report(verdict(root, NOW)))

    assert text.count("\n- 错误") == LISTED
    assert "- ……共 " in text


def test_the_command_writes_it(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    main(["report", "--format", "markdown", "--root", str(project({}))])

    assert "| 问题 | |" in capsys.readouterr().out
