"""What a web server is told of a site."""

from pathlib import Path

from microsite.content.redirects import Redirect
from microsite.publish.rules import FOLDER, POLICY, REDIRECTS, policy, write_rules

ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
"""The digest of `alert(1)`."""


def test_only_scripts_that_stand_in_pages_may_run_there() -> None:
    pages = ["<script>alert(1)</script>", "<script>alert(1)</script><script src=a.js></script>"]

    found = policy([*pages, '<script type="application/ld+json">{}</script>'])

    assert found.endswith(f"script-src 'self' 'wasm-unsafe-eval' {ALERT}")
    assert "unsafe-inline" not in found


def test_old_addresses_lead_on_below_the_path_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    one = Redirect.model_construct(old="old/", new="events/")

    write_rules(tmp_path, "/sub/", [one])

    redirects = (tmp_path / FOLDER / REDIRECTS).read_text(encoding="utf-8")
    assert redirects == "location = /sub/old/ { return 301 /sub/events/; }\n"
    assert ALERT in (tmp_path / FOLDER / POLICY).read_text(encoding="utf-8")
