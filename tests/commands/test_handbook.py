"""`microsite handbook` and `microsite explain`."""

from pathlib import Path

import pytest

from conftest import Project
from microsite.cli import main


def test_the_handbook_is_shown(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["handbook", "--root", str(project({}))])

    assert status == 0
    assert capsys.readouterr().out.startswith("# 编辑手册\n")


def test_the_handbook_is_written(project: Project, tmp_path: Path) -> None:
    main(["handbook", "--root", str(project({})), "--output", str(tmp_path / "a.md")])

    assert "`wording-unit`" in (tmp_path / "a.md").read_text("utf-8")


def test_a_place_where_nothing_can_be_written_is_named(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["handbook", "--root", str(project({})), "--output", str(tmp_path)])

    assert status == 2
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize("code", ["yaml-colon", "[yaml-colon]"])
def test_one_code_is_explained(
    code: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["explain", "--root", str(project({})), code])

    assert status == 0
    assert capsys.readouterr().out.startswith("冒号写得不对（yaml-colon · ")


def test_a_code_that_is_none_is_named(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["explain", "--root", str(project({})), "yaml-colum"])

    assert status == 2
    assert "没有 “yaml-colum” 这个编号，是不是 “yaml-colon”？" in capsys.readouterr().err


def test_a_project_that_cannot_be_read_has_a_handbook(project: Project) -> None:
    assert main(["explain", "--root", str(project({"data/wording.yml": "?"})), "dash"]) == 0
