"""What a web server has to know: which scripts may run, and where old addresses lead."""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Final

from microsite.content.layout import FORMS
from microsite.content.redirects import Redirect

FOLDER: Final = ".server"
"""Below the site's root; servers must not show it, as nothing whose name begins with a dot."""
POLICY: Final = "headers.conf"
REDIRECTS: Final = "redirects.conf"
_OWN_POLICY = re.compile('http-equiv="Content-Security-Policy" content="([^"]+)"')
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_DIRECTIVES: Final = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)


def policy(pages: Iterable[str]) -> str:
    """Return the Content-Security-Policy that lets these pages work and nothing else.

    The scripts that stand in the pages themselves are named by their digests. The search needs
    WebAssembly, whose compilation `wasm-unsafe-eval` allows and nothing more (CSP Level 3).
    """
    inline = sorted({_source(script) for page in pages for script in _INLINE.findall(page)})
    scripts = " ".join(("script-src 'self' 'wasm-unsafe-eval'", *inline))
    return "; ".join((*_DIRECTIVES, scripts))


def form_policy(site: Path) -> str | None:
    """Return the policy that the page of the web forms has brought with it, if there are forms."""
    page = site / FORMS / "index.html"
    found = _OWN_POLICY.search(page.read_text(encoding="utf-8")) if page.is_file() else None
    return f"{unescape(found[1])}; frame-ancestors 'none'" if found else None


def write_rules(site: Path, prefix: str, redirects: Iterable[Redirect]) -> None:
    """Write what nginx includes for the site in the folder `site`.

    Args:
        site: A finished build.
        prefix: The path of the site's root on its host, with a slash at both ends.
        redirects: Where old addresses lead.
    """
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    files = sorted(site.rglob("*.html"))
    pages = (page.read_text(encoding="utf-8") for page in files if page.parent != site / FORMS)
    header = _header(policy(pages), form_policy(site), prefix)
    (folder / POLICY).write_text(header, encoding="utf-8")
    rules = (
        f"location = {prefix}{one.old} {{ return 301 {prefix}{one.new}; }}\n" for one in redirects
    )
    (folder / REDIRECTS).write_text("".join(rules), encoding="utf-8")


def _header(ours: str, forms: str | None, prefix: str) -> str:
    """Return what nginx sends with every answer; the forms have a policy of their own."""
    if forms is None:
        return f'add_header Content-Security-Policy "{ours}" always;\n'
    return (
        f'set $content_policy "{ours}";\n'
        f'if ($uri ~ "^{re.escape(prefix)}{FORMS}") {{ set $content_policy "{forms}"; }}\n'
        "add_header Content-Security-Policy $content_policy always;\n"
    )


def _source(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
