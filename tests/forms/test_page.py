"""The page of the forms needs nothing from elsewhere, and is nowhere unless it is switched on."""

import re
from collections.abc import Callable
from fnmatch import fnmatchcase
from html import unescape
from pathlib import Path

import pytest

from build_site import ROOT
from forms.project import ADMIN, with_forms, write_forms
from microsite.audit.built import read_built
from microsite.content.bureau import Admin
from microsite.content.load import load_site
from microsite.edition import EditionError, finish
from microsite.forms.configuration import origins
from microsite.forms.page import check_forms, form_files
from microsite.plan import plan
from microsite.publish.rules import FOLDER, POLICY, write_rules
from small_project import BASE, NOW, Files

SWITCHED_ON = "\nadmin: {backend: gitlab, repo: zhujian/site}\n"
BUREAU = "data/bureau.yml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of a site that has only its forms and a home page."""
    site = tmp_path_factory.mktemp("site")
    write_forms(BASE, site)
    (site / "index.html").write_text("<script>let a</script>", encoding="utf-8")
    return site


def switched_on(project: Callable[[Files], Path]) -> Path:
    return project({BUREAU: (BASE / BUREAU).read_text(encoding="utf-8") + SWITCHED_ON})


def test_without_the_setting_there_is_nothing() -> None:
    assert form_files(ROOT, load_site(BASE)) == ((), ())
    check_forms(Path("nowhere"), load_site(BASE))


def test_the_setting_adds_the_forms_and_no_page(project: Callable[[Files], Path]) -> None:
    planned = plan(switched_on(project), NOW)

    outputs = {one.url: one for one in planned.outputs}
    assert {"admin/index.html", "admin/config.json", "admin/zh-CN.js"} <= set(outputs)
    assert "admin" not in outputs["sitemap.xml"].content
    assert not [view for view in planned.views if view.url.startswith("admin")]


def test_a_build_stops_where_the_cms_is_missing(project: Callable[[Files], Path]) -> None:
    root = switched_on(project)

    with pytest.raises(EditionError, match="npm ci"):
        finish(root, plan(root, NOW))


def test_the_cms_is_there(folder: Path) -> None:
    check_forms(ROOT, with_forms(BASE))

    names = {
        path.relative_to(folder / "admin").as_posix() for path in (folder / "admin").rglob("*.*")
    }
    assert {"sveltia/index.js", "yaml/index.js", "records.js", "start.js"} <= names


def test_every_file_that_the_page_names_is_there(folder: Path) -> None:
    page = (folder / "admin/index.html").read_text(encoding="utf-8")

    named = re.findall(r'(?:href|src)="([^"]+)"|": "\./([^"]+)"', page)
    assert named
    assert all((folder / "admin" / "".join(names)).is_file() for names in named)


def test_search_engines_are_kept_out(folder: Path) -> None:
    page = (folder / "admin/index.html").read_text(encoding="utf-8")

    assert '<meta name="robots" content="noindex, nofollow">' in page


def test_the_policy_lets_only_the_host_of_the_files_in(folder: Path) -> None:
    page = (folder / "admin/index.html").read_text(encoding="utf-8")
    [found] = re.findall('Content-Security-Policy" content="([^"]+)"', page)

    rules = dict(part.split(" ", 1) for part in unescape(found).split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'self' blob: data: https://git.example"
    assert re.fullmatch(r"'self' 'sha256-[^ ]{44}'", rules["script-src"])


def test_github_has_its_interface_elsewhere() -> None:
    github = Admin(backend="github", repo="a/b", branch="main")

    assert origins(github) == ("https://api.github.com",)
    assert origins(github.model_copy(update={"host": "https://g.example/"})) == (
        "https://g.example",
    )


def test_the_server_sends_the_forms_a_policy_of_their_own(folder: Path) -> None:
    write_rules(folder, "/sub/", ())

    rules = (folder / FOLDER / POLICY).read_text(encoding="utf-8")
    assert rules.count("frame-ancestors 'none'") == 2
    assert 'if ($uri ~ "^/sub/admin/")' in rules
    assert "git.example" not in rules.splitlines()[0]


def test_the_audit_leaves_the_forms_alone(folder: Path) -> None:
    built = read_built(folder)

    assert not [path for path in built.files if path.startswith("admin/")]


def test_everything_shipped_with_the_forms_is_listed_with_its_licence(folder: Path) -> None:
    listed = re.findall(r"(?m)^- `(admin/[^`]+)`", (ROOT / "LICENSES.md").read_text("utf-8"))
    files = [path for path in (folder / "admin").rglob("*") if path.is_file()]
    paths = [path.relative_to(folder).as_posix() for path in files]

    assert [path for path in paths if not any(fnmatchcase(path, p) for p in listed)] == []
    assert [p for p in listed if not any(fnmatchcase(path, p) for path in paths)] == []


def test_the_default_host_is_the_public_one() -> None:
    assert origins(ADMIN.model_copy(update={"host": None})) == ("https://gitlab.com",)
