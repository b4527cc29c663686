"""The built pages are valid HTML, as html-validate sees it."""

import subprocess
from pathlib import Path

from build_site import ROOT


def validate(folder: Path) -> subprocess.CompletedProcess[str]:
    program = str(ROOT / "node_modules/.bin/html-validate")
    config = str(ROOT / "tests/build/html-validate.mjs")
    command = [program, "--config", config, "--formatter", "text", f"{folder}/**/*.html"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_page_is_valid(built: Path) -> None:
    result = validate(built)

    assert result.returncode == 0, result.stdout[-4000:] + result.stderr


def test_a_page_that_is_not_valid_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!DOCTYPE html><p id='a' id='b'><section>", "utf-8")

    result = validate(tmp_path)

    assert result.returncode == 1
    assert "page.html" in result.stdout
