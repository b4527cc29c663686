"""An old address leads to the new one, without a server's help."""

from collections.abc import Callable
from pathlib import Path

from build_site import build, one, parsed
from small_project import BASE

MOVED = "redirects: [{from: /stories/2025/old/, to: /events/}]\n"


def test_an_old_address_leads_on(copy: Callable[[Path], Path], tmp_path: Path) -> None:
    root = copy(BASE)
    (root / "data/redirects.yml").write_text(MOVED, encoding="utf-8")

    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    page = parsed(tmp_path / "site")["stories/2025/old/index.html"]
    refresh = one(page, "meta[http-equiv=refresh]").attributes["content"]
    assert refresh == "0; url=../../../events/"
    canonical = one(page, "link[rel=canonical]").attributes["href"]
    assert canonical == "https://zhujian.example/sub/events/"
    assert one(page, "meta[name=robots]").attributes["content"] == "noindex"
    assert one(page, "main a.ms-button").attributes["href"] == "../../../events/"
    assert "stories/2025/old" not in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
