"""The page of the forms, with all that it needs: nothing of it comes from elsewhere."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from microsite.content.bureau import Admin
from microsite.content.layout import FORMS
from microsite.content.site import Site
from microsite.forms.configuration import origins, settings
from microsite.outputs.output import Copy, Output

CMS: Final = "node_modules/@sveltia/cms"
YAML: Final = "node_modules/yaml/browser/dist"
LANGUAGE: Final = "locales/zh-CN.json"
_HERE: Final = Path(__file__).parent
_OWN: Final = ("start.js", "records.js", "admin.css")
_PARTS: Final = ("npm/index.js", "npm/chunks/react*.js", "npm/assets/*.woff2", "npm/assets/*.txt")
"""Of the CMS: neither maps nor what only pictures of kinds need that the site does not take."""


class FormsError(Exception):
    """There are no forms; the message says why, and what to type."""


def form_files(root: Path, site: Site) -> tuple[tuple[Output, ...], tuple[Copy, ...]]:
    """Return what the forms consist of; nothing, where they are not switched on.

    Args:
        root: Of the project, where npm has put the CMS.
        site: Its bureau says whether there are forms.
    """
    admin = site.bureau.admin
    if admin is None:
        return (), ()
    return tuple(_outputs(root, site, admin)), tuple(_copies(root))


def check_forms(root: Path, site: Site) -> None:
    """See to it that the CMS is there.

    Raises:
        FormsError: If it is not.
    """
    wanted = (root / CMS / LANGUAGE, root / YAML / "index.js")
    if site.bureau.admin and not all(path.is_file() for path in wanted):
        raise FormsError(
            "没有找到网页表单的程序 Sveltia CMS，请在项目文件夹里运行 npm ci，再重新生成"
        )


def policy(page: str, hosts: Iterable[str]) -> str:
    """Return the Content-Security-Policy of the page of the forms.

    The CMS writes styles into the page and shows pictures that are not saved yet.
    """
    inline = page.partition('<script type="importmap">')[2].partition("</script>")[0]
    digest = b64encode(sha256(inline.encode()).digest()).decode()
    named = " ".join(hosts)
    directives = (
        "default-src 'none'",
        f"script-src 'self' 'sha256-{digest}'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        f"img-src 'self' blob: data: {named}",
        f"connect-src 'self' blob: data: {named}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(directives)


def _outputs(root: Path, site: Site, admin: Admin) -> Iterator[Output]:
    bureau, series = site.bureau, tuple(site.series.values())
    yield Output(f"{FORMS}index.html", partial(_page, bureau.site_name, admin))
    yield Output(f"{FORMS}config.json", partial(settings, bureau, admin, series))
    yield Output(f"{FORMS}zh-CN.js", partial(_language, root / CMS / LANGUAGE))


def _copies(root: Path) -> Iterator[Copy]:
    yield from (Copy(f"{FORMS}{name}", _HERE / name) for name in _OWN)
    for path in (path for form in _PARTS for path in sorted((root / CMS).glob(form))):
        yield Copy(f"{FORMS}sveltia/{path.relative_to(root / CMS / 'npm').as_posix()}", path)
    for path in sorted((root / YAML).rglob("*.js")):
        yield Copy(f"{FORMS}yaml/{path.relative_to(root / YAML).as_posix()}", path)


def _page(name: str, admin: Admin) -> str:
    text = (_HERE / "admin.html").read_text(encoding="utf-8")
    rules = policy(text, origins(admin))
    return Template(text).substitute(name=escape(name), policy=escape(rules, quote=False))


def _language(path: Path) -> str:
    """Return the words of the CMS in Chinese as a script, which browsers import more readily."""
    words = json.loads(path.read_text(encoding="utf-8"))
    return f"export default {json.dumps(words, ensure_ascii=False)};\n"
