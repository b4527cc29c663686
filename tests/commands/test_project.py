"""What every command says of a project that is none, and of an environment that means nothing."""

from pathlib import Path

import pytest

from conftest import Project
from microsite.cli import main

SIGN = ("sign", "x", "--step", "初审", "--by", "综合科")
COMMANDS = (
    *(("check",), ("report",), SIGN, ("new", "place", "--title", "甲", "--kind", "乙")),
    *(("handbook",), ("explain", "dash"), ("audit",), ("links",), ("changes",), ("schemas",)),
    *(("stage", "new"), ("publish", "--to", "new")),
)
EVERY_COMMAND = pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])


def run(words: tuple[str, ...], root: Path) -> int:
    first, *others = words
    return main([first, "--root", str(root), *others])


@EVERY_COMMAND
def test_a_root_that_is_not_there_is_wrong_usage(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "nowhere"

    code = run(words, root)

    message = f"microsite {words[0]}：没有 “{root}” 这个文件夹，请检查 --root\n"
    assert (code, capsys.readouterr().err) == (2, message)


@EVERY_COMMAND
def test_a_folder_without_content_is_wrong_usage(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(words, tmp_path)

    assert (code, list(tmp_path.iterdir())) == (2, [])
    assert "不是网站的项目文件夹" in capsys.readouterr().err


@EVERY_COMMAND
@pytest.mark.parametrize("name", ["SOURCE_DATE_EPOCH", "SITE_MODE"])
def test_a_variable_that_means_nothing_is_wrong_usage(
    name: str,
    words: tuple[str, ...],
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = project({})
    monkeypatch.setenv(name, "gestern")

    code = run(words, root)

    said = capsys.readouterr().err
    assert (code, said.startswith(f"microsite {words[0]}：环境变量 {name} 应是")) == (2, True)
