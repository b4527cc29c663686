"""The small project with its forms, as a build would write them."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from build_site import ROOT
from microsite.content.bureau import Admin
from microsite.content.load import load_site
from microsite.content.model import Series
from microsite.content.site import Site
from microsite.forms.page import form_files

ADMIN = Admin(backend="gitlab", repo="zhujian/site", branch="main", host="https://git.example")


def with_forms(content: Path, admin: Admin = ADMIN) -> Site:
    """Return the site of a folder, with forms switched on."""
    site = load_site(content)
    return replace(site, bureau=site.bureau.model_copy(update={"admin": admin}))


def series_of(site: Site) -> Sequence[Series]:
    """Return its series, as forms take them."""
    return tuple(site.series.values())


def write_forms(content: Path, folder: Path, admin: Admin = ADMIN) -> Path:
    """Write the forms below a folder; return where they are."""
    outputs, copies = form_files(ROOT, with_forms(content, admin))
    (folder / "admin").mkdir(parents=True)
    for output in outputs:
        (folder / output.url).write_text(output.content, encoding="utf-8")
    for copy in copies:
        target = folder / copy.url
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(copy.path, target)
    return folder / "admin"
