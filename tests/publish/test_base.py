"""What readers will find different because of the change that somebody proposes."""

import shutil
import subprocess
from pathlib import Path

import pytest

from microsite.cli import main
from microsite.environment import current_minute
from microsite.publish.base import BaseError, built_of
from publish.conftest import STORY, Version
from publish.test_held import BY


def git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), *BY, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def proposed(first: Version, second: Version, tmp_path: Path) -> Version:
    """Return the second version as a change of the first."""
    root = tmp_path / "project"
    shutil.copytree(first.root, root, ignore=shutil.ignore_patterns(".cache"))
    git(root, "init", "--quiet")
    for message in ("first", "second"):
        git(root, "add", ".")
        git(root, "commit", "--quiet", "--message", message)
        shutil.copy(second.root / STORY, root / STORY)
    (root / ".cache").mkdir()
    return Version(root, second.site)


def changes(version: Version, base: str, *more: str) -> int:
    return main(["changes", str(version.site), "--base", base, *more, "--root", str(version.root)])


def test_a_change_is_compared_with_the_commit_it_is_made_to(
    proposed: Version, capsys: pytest.CaptureFixture[str]
) -> None:
    code = changes(proposed, "HEAD^", "--status")

    said = capsys.readouterr().out
    assert code == 1
    assert said.startswith("与提交 HEAD^ 生成的网站相比：\n")
    assert "| 新增 | 0 |" in said
    assert "| 撤下 | 0 |" in said
    assert "`/stories/2026/community-orders/`" in said
    assert "`/about/`" not in said
    assert git(proposed.root, "worktree", "list").count("\n") == 1


def test_what_takes_its_time_to_make_is_shared(proposed: Version) -> None:
    with built_of("HEAD", proposed.root, current_minute()) as site:
        cache = (site.parent / "tree/.cache").resolve()
        page = (site / "index.html").read_text(encoding="utf-8")

    assert cache == proposed.root / ".cache"
    assert page.rstrip().endswith("</html>")
    assert cache.is_dir()
    assert not site.exists()


def test_where_there_is_no_such_commit_it_is_said_and_compared_with_another_site(
    first: Version, proposed: Version, capsys: pytest.CaptureFixture[str]
) -> None:
    changes(proposed, "0" * 40, "--since", str(first.site))

    said = capsys.readouterr().out
    assert said.startswith(f"没有与提交 {'0' * 40} 比较：Git 里没有提交")
    assert f"与 {first.site} 相比：" in said
    assert "`/stories/2026/community-orders/`" in said


def test_a_commit_that_makes_no_site_is_told(
    first: Version, proposed: Version, capsys: pytest.CaptureFixture[str]
) -> None:
    (proposed.root / "mkdocs.yml").write_text("nav: 1\n", encoding="utf-8")
    git(proposed.root, "commit", "--quiet", "--all", "--message", "broken")

    changes(proposed, "HEAD", "--since", str(first.site))

    assert "提交 HEAD 生成不了网站" in capsys.readouterr().out
    assert git(proposed.root, "worktree", "list").count("\n") == 1


def test_without_git_it_is_told(
    first: Version,
    proposed: Version,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", "")

    changes(proposed, "HEAD", "--since", str(first.site))

    assert "比较：没有 Git。" in capsys.readouterr().out


def test_what_git_fails_in_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(BaseError, match=r"（git worktree add）：not a git repository"),
        built_of("HEAD", tmp_path, current_minute()),
    ):
        pass
