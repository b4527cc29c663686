"""`microsite report`."""

import csv
import io
import json
from pathlib import Path

import pytest

from conftest import Project
from microsite.cli import main

BROKEN = {"data/tags.yml": "“", "docs/stories/2026/lecture.md": "---\n"}


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1771128000")


@pytest.mark.parametrize("files", [{}, BROKEN])
def test_there_is_always_a_report(
    files: dict[str, str], project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["report", "--root", str(project(files))])

    assert (code, "共 8 项：" in capsys.readouterr().out) == (int(bool(files)), True)


def test_programs_get_json(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    main(["report", "--format", "json", "--root", str(project({}))])

    assert json.loads(capsys.readouterr().out)["now"] == "2026-02-15T12:00:00+08:00"


def test_the_ledger_is_printed_or_written(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    file = root / "台账.csv"

    code = main(["report", "--format", "csv", "--ledger", str(file), "--root", str(root)])

    printed = capsys.readouterr().out
    assert (code, file.read_bytes().decode("utf-8")) == (0, printed)
    assert len(list(csv.reader(io.StringIO(printed, newline="")))) == 9


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none/a.csv", "没有这个文件，或没有它所在的文件夹"),
        ("data", "这是一个文件夹，要写文件名"),
        ("data/tags.yml/a.csv", "路径中间有一段不是文件夹"),
        (f"{'a' * 300}.csv", "文件名太长"),
        ("circle", "这是一个指向自己的链接"),
    ],
)
def test_a_ledger_that_cannot_be_written_is_wrong_usage(
    path: str, reason: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    (root / "circle").symlink_to("circle")

    code = main(["report", "--ledger", str(root / path), "--root", str(root)])

    message = f"文件读不出或写不进（{root / path}）：{reason}\n"
    assert (code, capsys.readouterr().err) == (2, message)


def test_a_project_of_empty_folders_has_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()

    code = main(["report", "--root", str(tmp_path)])

    assert (code, "还没有故事和活动" in capsys.readouterr().out) == (1, True)
