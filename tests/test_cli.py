"""The command line."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from audit.sites import write
from conftest import Project
from microsite.cli import main

BROKEN = {"data/tags.yml": "community: {titel: 社区}\ntraining: {title: 培训}\n"}


def test_a_schema_of_every_kind_of_file_is_written(project: Project) -> None:
    root = project({})

    code = main(["schemas", "--root", str(root)])

    assert (code, {file.name for file in (root / "data/schemas").iterdir()}) == (
        0,
        {
            "bureau.json",
            "columns.json",
            "branches.json",
            "places.json",
            "tags.json",
            "synonyms.json",
            "wording.json",
            "officials.json",
            "redirects.json",
            "pictures.json",
            "series.json",
            "events.json",
            "story.json",
            "page.json",
        },
    )


def test_written_schemas_are_schemas(project: Project) -> None:
    root = project({})

    main(["schemas", "--root", str(root)])

    for file in (root / "data/schemas").iterdir():
        jsonschema.Draft7Validator.check_schema(json.loads(file.read_text(encoding="utf-8")))


def test_old_schemas_are_replaced(project: Project) -> None:
    root = project({"data/schemas/tags.json": "{}"})

    main(["schemas", "--root", str(root)])

    assert json.loads((root / "data/schemas/tags.json").read_text(encoding="utf-8")) != {}


def test_the_project_is_where_the_command_is_given(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({})
    monkeypatch.chdir(root)

    main(["schemas"])

    assert (root / "data/schemas/events.json").is_file()


def test_a_written_schema_ends_with_a_line_end(project: Project) -> None:
    root = project({})

    main(["schemas", "--root", str(root)])

    assert (root / "data/schemas/tags.json").read_bytes().endswith(b"}\n")


def test_content_with_problems_fails(project: Project) -> None:
    code = main(["schemas", "--root", str(project(BROKEN))])

    assert code == 1


def test_problems_are_printed_with_their_number(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["schemas", "--root", str(project(BROKEN))])

    lines = capsys.readouterr().err.splitlines()

    assert (lines[0], [line.split(": ")[0] for line in lines[1:]]) == (
        "内容有 2 处需要修改：",
        ["data/tags.yml:1:1", "data/tags.yml:1:13"],
    )


def test_content_with_problems_leaves_no_schemas(project: Project) -> None:
    root = project(BROKEN)

    main(["schemas", "--root", str(root)])

    assert not (root / "data/schemas").exists()


@pytest.mark.parametrize("arguments", [[], ["scheams"], ["schemas", "--rot"], ["schemas", "more"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(arguments)

    assert error.value.code == 2


def test_an_audit_wants_a_built_site(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["audit", "--root", str(project({}))])

    assert code == 2
    assert "make site" in capsys.readouterr().err


def test_an_audit_tells_every_fault(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "site", {"feed.xml": "https://zhujian.example/sub/nowhere/"})

    code = main(["audit", str(folder), "--root", str(project({}))])

    assert code == 1
    assert capsys.readouterr().out.startswith("feed.xml:1:1: 网站里没有 ")


def test_an_audit_that_finds_nothing_ends_well(project: Project, tmp_path: Path) -> None:
    assert main(["audit", str(write(tmp_path / "site", {})), "--root", str(project({}))]) == 0


def test_going_back_waits_for_nothing_that_it_does_not_need() -> None:
    script = (
        "import sys; from microsite.cli import main; main(['rollback', '--to', 'https://x']);"
        "print(*(name for name in sys.modules if name.startswith('microsite.')))"
    )

    words = [sys.executable, "-c", script]
    done = subprocess.run(words, capture_output=True, text=True, check=True)

    loaded = set(done.stdout.split())
    assert "microsite.commands.rollback" in loaded
    assert not loaded & {"microsite.verdict", "microsite.rules.all", "microsite.audit.all"}
