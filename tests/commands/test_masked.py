"""No command prints a number of somebody, though it is in the name of a file or an id."""

from contextlib import suppress

import pytest

from conftest import Project
from microsite.cli import main
from small_project import BASE

NUMBER = "13800138000"
STORY = f"docs/stories/2026/s{NUMBER}.md"
EVENTS = "data/events/2026-02.yml"
ID = f"20260225-s{NUMBER}"


@pytest.mark.parametrize(
    "line",
    [
        "check",
        f"check {STORY}",
        f"check docs/none-{NUMBER}.md",
        f"check --fix Tel{NUMBER}",
        f"check --root /nowhere/{NUMBER}",
        f"check --format x{NUMBER}",
        *(f"check --format {form}" for form in ("json", "github", "gitlab")),
        "report --all",
        *(f"report --format {form}" for form in ("json", "markdown", "csv")),
        f"report --ledger /nowhere/{NUMBER}.csv",
        f"explain code-{NUMBER}",
        *(
            f"sign {name} --step 初审 --by 综合科"
            for name in (STORY, f"s{NUMBER}", f"{EVENTS}#{ID}", EVENTS, f"Tel{NUMBER}", "s1380013")
        ),
        f"new story --id s{NUMBER}",
        f"handbook --output /nowhere/{NUMBER}.md",
    ],
)
def test_a_number_is_masked_in_whatever_is_printed(
    line: str,
    project: Project,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1771128000")
    text = (BASE / "docs/stories/2026/lecture.md").read_text(encoding="utf-8")
    events = (BASE / EVENTS).read_text(encoding="utf-8")
    root = project({STORY: text, EVENTS: events.replace("20260225-theme-day-office", ID)})

    monkeypatch.chdir(root)
    with suppress(SystemExit):
        main(line.split())

    said = capsys.readouterr()
    assert said.out or said.err
    assert NUMBER not in said.out + said.err
