"""`microsite check`: what is told, to whom, and with which status."""

import io
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from conftest import Project
from microsite.cli import main

FRONT = (
    "---\ntitle: 标题\nseries: theme-day\npublished: 2026-02-01 09:30\nsummary: 一件事。\n"
    "source: 市住建局\n---\n"
)
WRONG = {"docs/stories/2026/a.md": f"{FRONT}十平米。\n"}
TWO = {**WRONG, "data/tags.yml": "community: {titel: 社区}\ntraining: {title: 培训}\n"}
EPOCH = "1771128000"  # 2026-02-15 12:00 in Shanghai


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the day of the small project."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def check(root: Path, *arguments: str) -> int:
    return main(["check", "--root", str(root), *arguments])


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    main = "import sys; from microsite.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", main, "check", "--root", str(root), *arguments]
    variables = {**os.environ, **environment}
    return subprocess.run(command, env=variables, capture_output=True, check=False)


def test_a_project_without_errors_ends_with_0(project: Project) -> None:
    assert check(project({})) == 0


def test_errors_end_with_1(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    status = check(project(WRONG), "docs/stories/2026/a.md")

    assert status == 1
    assert "docs/stories/2026/a.md:8:2: 错误 “平米”应为“平方米”" in capsys.readouterr().out


def test_warnings_end_with_0(project: Project) -> None:
    root = project({"docs/stories/2026/a.md": f"{FRONT}近日，街道开会。\n"})

    assert check(root) == 0


@pytest.mark.parametrize("form", ["json", "gitlab"])
def test_the_output_for_programs_is_json_alone(
    form: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    status = check(project(TWO), "--format", form, "--fix")

    assert (status, bool(json.loads(capsys.readouterr().out))) == (1, True)


def test_annotations_are_printed(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    check(project(WRONG), "--format", "github")

    assert capsys.readouterr().out.startswith("::error file=docs/stories/2026/a.md,line=8,col=2")


@pytest.mark.parametrize(
    ("path", "top"), [("data", "data"), ("./docs/../data", "data"), ("docs/about.md", "docs")]
)
def test_only_the_files_asked_for_are_told(
    path: str, top: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    check(project({**TWO, "docs/about.md": "-"}), "--format", "json", path)

    told = {problem["path"] for problem in json.loads(capsys.readouterr().out)}
    assert told
    assert {path.split("/")[0] for path in told} == {top}


def test_a_path_may_be_written_from_here(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(TWO)
    monkeypatch.chdir(root / "data")

    check(root, "--format", "json", "tags.yml")

    assert len(json.loads(capsys.readouterr().out)) == 2


def test_the_whole_project_may_be_named(project: Project) -> None:
    root = project(TWO)

    assert check(root, str(root)) == 1


def test_a_sound_file_among_others_ends_with_0(project: Project) -> None:
    assert check(project(TWO), "docs/about.md") == 0


def test_a_file_that_the_project_owes_may_be_asked_for(project: Project) -> None:
    root = project({})
    (root / "docs/about.md").unlink()

    assert check(root, "docs/about.md") == 1


@pytest.mark.parametrize("path", ["docs/abuot.md", "..", "/etc/hosts"])
def test_a_file_that_is_not_there_is_wrong_usage(
    path: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    status = check(project({}), path)

    assert status == 2
    assert f"项目里没有 “{path}” 这个文件" in capsys.readouterr().err


def test_a_root_that_is_a_file_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "a").touch()

    assert check(tmp_path / "a") == 2


def test_a_project_of_empty_folders_lacks_everything(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()

    assert check(tmp_path) == 1


@pytest.mark.parametrize("name", ["data/series", "docs/stories/2026", "docs/about.md"])
def test_what_is_of_another_kind_gives_no_traceback(name: str, project: Project) -> None:
    root = project({f"{name}.bak": "x"})
    place = root / name
    place.rename(root / "elsewhere")
    if (root / "elsewhere").is_dir():
        place.touch()
    else:
        place.mkdir()

    assert check(root) == 1


def test_links_in_a_circle_give_no_traceback(project: Project) -> None:
    root = project({})
    (root / "docs/stories/2026/loop.md").symlink_to("loop.md")
    (root / "docs/assets").mkdir(exist_ok=True)
    (root / "docs/assets/all").symlink_to("..")

    assert check(root) == 1


def test_what_is_safe_is_mended_and_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(WRONG)

    status = check(root, "--fix")

    assert status == 0
    assert capsys.readouterr().out.startswith("docs/stories/2026/a.md: 改了 1 处\n\n")
    assert (root / "docs/stories/2026/a.md").read_text("utf-8") == f"{FRONT}十平方米。\n"


def test_nothing_to_mend_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    check(project({}), "--fix")

    assert capsys.readouterr().out.startswith("没有可以自动改的地方\n")


def test_what_must_be_reviewed_anew_is_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "review:\n  - {step: 初审, by: 综合科, on: 2026-01-30}\n---\n十平米"
    root = project(
        {"docs/stories/2026/a.md": WRONG["docs/stories/2026/a.md"].replace("---\n十平米", text)}
    )

    check(root, "--fix")

    assert "改了 1 处。已改，需重新审核：“标题”" in capsys.readouterr().out


def test_what_could_not_be_mended_is_told(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({})
    (tmp_path / "a.md").write_text(WRONG["docs/stories/2026/a.md"], "utf-8")
    (root / "docs/stories/2026/a.md").symlink_to(tmp_path / "a.md")

    status = check(root, "--fix")

    assert status == 1
    assert "docs/stories/2026/a.md: 没有自动改" in capsys.readouterr().out


def test_many_problems_are_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    status = check(project({"docs/stories/2026/a.md": FRONT + "十平米。\n" * 5000}))

    assert status == 1
    assert "5000 处错误" in capsys.readouterr().out


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "has_colours"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_shows_colours_unless_asked_not_to(
    variables: dict[str, str],
    has_colours: bool,  # noqa: FBT001 - a parameter of the test
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    check(project(WRONG))

    assert ("\x1b[31m" in terminal.getvalue()) == has_colours


def test_a_closed_output_gives_no_traceback(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    assert check(project(WRONG)) == 1


def test_a_reader_who_has_seen_enough_gives_no_traceback(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)

        status = check(project(WRONG))

    assert (status, capsys.readouterr().err) == (1, "")


def test_a_full_disk_is_named(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 - it cannot be closed in peace
    monkeypatch.setattr(sys, "stdout", full)

    status = check(project(WRONG))

    with suppress(OSError):
        full.close()
    assert status == 2
    assert "磁盘满了" in capsys.readouterr().err


def test_whoever_breaks_off_sees_no_traceback(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("microsite.commands.project.current_minute", interrupted)

    assert check(project({})) == 130


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=["C", "bare C", "ascii"],
)
def test_a_terminal_without_chinese_gets_utf_8(
    environment: dict[str, str], project: Project
) -> None:
    result = run(project(WRONG), **environment)

    assert result.returncode == 1
    assert "错误 “平米”应为“平方米”" in result.stdout.decode()
    assert result.stderr == b""


def test_a_letter_that_a_terminal_lacks_is_spelt_out(project: Project) -> None:
    root = project({"docs/stories/2026/a.md": f"{FRONT}十平米😀\n"})

    result = run(root, PYTHONIOENCODING="gbk")

    assert result.returncode == 1
    assert "十平米\\U0001f600" in result.stdout.decode("gbk")


def test_a_name_that_is_no_text_gives_no_traceback(project: Project) -> None:
    root = project({})
    Path(os.fsdecode(os.fsencode(root) + b"/data/\xff.yml")).touch()

    result = run(root, "--format", "json")

    assert result.returncode == 1
    assert "file-unknown" in {problem["code"] for problem in json.loads(result.stdout)}
