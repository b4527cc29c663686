"""No build passes that has faults in what it wrote."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from build_site import build
from microsite.cli import main
from previewing import preview_of
from small_project import BASE

FOOTER = "hooks/templates/frame/footer.html"
FAULT = "<p>{{ '**' }}粗 <a href='/nowhere/'>看</a></p></footer>"


@pytest.fixture
def damaged(copy: Callable[[Path], Path]) -> Path:
    """Return a project whose pages have two faults each at their feet."""
    root = copy(BASE)
    footer = (root / FOOTER).read_text(encoding="utf-8")
    assert "</footer>" in footer
    (root / FOOTER).write_text(footer.replace("</footer>", FAULT), encoding="utf-8")
    return root


def told(text: str) -> Sequence[str]:
    """Return the problems that a build told of, by their codes."""
    return [line.rpartition("[")[2].rstrip("]") for line in text.splitlines() if "[audit-" in line]


def test_a_build_ends_with_all_that_is_wrong_with_the_site(damaged: Path) -> None:
    result = build(damaged, damaged / "site")

    pages = len([*(damaged / "site").rglob("*.html")])
    assert result.returncode == 1
    assert f"生成的网站有 {2 * pages} 处问题，不能发布：" in result.stderr
    assert "about/index.html:" in result.stderr
    assert sorted(told(result.stderr)) == ["audit-link"] * pages + ["audit-markup"] * pages
    assert "Traceback" not in result.stderr


def test_a_build_may_be_left_to_be_audited_later(damaged: Path) -> None:
    result = build(damaged, damaged / "site", SITE_AUDIT="no")

    assert result.returncode == 0, result.stderr


def test_a_wish_that_is_none_stops_the_build(damaged: Path) -> None:
    result = build(damaged, damaged / "site", SITE_AUDIT="maybe")

    assert result.returncode == 1
    assert "SITE_AUDIT 应是 yes 或 no" in result.stderr
    assert not (damaged / "site").exists()


def test_a_build_without_an_address_that_was_published_does_not_pass(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    root = copy(BASE)
    (root / "data/published.txt").write_text("/about/\n/stories/2025/gone/\n", encoding="utf-8")

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    assert told(result.stderr) == ["audit-vanished"]
    assert "/stories/2025/gone/ 不见了" in result.stderr


def test_what_publishing_builds_is_audited_once(
    damaged: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code = main(["publish", "--to", str(damaged / "srv"), "--root", str(damaged)])

    found = told(capfd.readouterr().err)
    assert code == 1
    assert found.count("audit-markup") == found.count("audit-link") == len(found) / 2 > 0
    assert not (damaged / "srv/current").exists()


def test_a_preview_is_not_audited(damaged: Path) -> None:
    with preview_of(damaged) as served:
        answer = served.until("about/", lambda answer: "**粗" in answer.text)
        said = served.log.read_text(encoding="utf-8")

    assert "**粗" in answer.text
    assert not told(said)
