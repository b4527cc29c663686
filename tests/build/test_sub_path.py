"""A site below a path of its host."""

from collections.abc import Callable
from pathlib import Path

from build_site import build, one, parsed
from small_project import BASE


def test_the_page_for_lost_readers_leads_back_from_anywhere(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    result = build(copy(BASE), tmp_path / "site")

    assert result.returncode == 0, result.stderr
    page = parsed(tmp_path / "site")["404.html"]
    links = {node.attributes["href"] or "" for node in page.css("a[href], link[href]")}
    inside = {link for link in links if not link.startswith(("#", "tel:", "https://git.example/"))}
    assert all(link.startswith("/sub/") for link in inside)
    assert "/sub/stories/" in inside
    assert one(page, "h1").text()
