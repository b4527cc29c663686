"""The way out: the site as plain Markdown, built by a generator that has no hooks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from audit.sites import HEAD, write
from build_site import Pages, one, parsed
from conftest import Project
from microsite.audit.built import read_built
from microsite.cli import main


@pytest.fixture(scope="module")
def rebuilt(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return this project's site as MkDocs builds it without hooks, from what was staged."""
    staged = tmp_path_factory.mktemp("staged") / "plain"
    assert main(["stage", str(staged), "--site", str(built)]) == 0
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=staged, env=variables, check=True)
    return staged / "site"


def test_no_address_is_lost(built: Path, rebuilt: Path) -> None:
    assert read_built(built).addresses - read_built(rebuilt).addresses == set()


def test_every_page_says_the_same(built: Path, rebuilt: Path) -> None:
    plain = parsed(rebuilt)
    said = {
        path: one(page, "main").text(separator=" ", strip=True).split()
        for path, page in parsed(built).items()
        if path != "404.html"
    }
    staged = {
        path: one(plain[path], "main").text(separator=" ", strip=True).split() for path in said
    }

    assert {path for path in said if said[path] != staged[path]} == set()


def test_titles_and_descriptions_are_kept(pages: Pages, rebuilt: Path) -> None:
    path = "stories/2026/theme-day/index.html"
    old, new = pages[path], parsed(rebuilt)[path]
    description = 'head meta[name="description"]'

    assert one(new, "title").text().split(" - ") == one(old, "title").text().split(" - ")
    assert one(new, "link[rel=canonical]").attributes == one(old, "link[rel=canonical]").attributes
    assert one(old, description).attributes["content"]


def test_a_block_of_markdown_has_no_blank_lines_but_code_keeps_its_own(
    project: Project, tmp_path: Path
) -> None:
    body = "<main>\n\n  <h1>看</h1>\n\n<pre>a\n\n  b</pre></main>"
    page = f"{HEAD}<title>看 - 讲好住建故事</title></head><body>{body}</body></html>"
    moved = '<meta http-equiv="refresh" content="0; url=../"><main></main>'
    pages = {"about/index.html": page, "old.html": moved, "bare.html": "<p>没有 main</p>"}
    site, target = write(tmp_path / "site", pages), tmp_path / "plain"

    main(["stage", str(target), "--site", str(site), "--root", str(project({}))])

    front, block = (target / "docs/about/index.md").read_text("utf-8").split("\n\n")
    assert front.splitlines()[1:3] == ['title: "看"', 'description: "一句话"']
    assert block.splitlines()[1:] == ["<h1>看</h1>", "<pre>a&#10;&#10;  b</pre></main>"]
    assert (target / "docs/old.html").read_text("utf-8") == moved
    assert (target / "docs/bare.html").is_file()
    assert not (target / "docs/404.html").exists()


def test_nothing_is_written_over(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, target = write(tmp_path / "site", {}), tmp_path / "plain"
    write(target, {})

    code = main(["stage", str(target), "--site", str(site), "--root", str(project({}))])

    assert code == 2
    assert "空文件夹" in capsys.readouterr().err


def test_staging_wants_a_built_site(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["stage", str(tmp_path / "plain"), "--root", str(project({}))])

    assert code == 2
    assert "make site" in capsys.readouterr().err
