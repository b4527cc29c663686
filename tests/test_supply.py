"""Where everything comes from: what is installed is what was locked, what is shipped is listed."""

import json
import re
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from build_site import ROOT
from microsite.search.index import NOTICE

PATTERN = re.compile(r"(?m)^\| `([^`]+)` \|")
PAGEFIND = ROOT / "node_modules/pagefind"


@pytest.fixture(scope="module")
def npm() -> dict[str, dict[str, object]]:
    """Return every package that npm may install, whatever the machine."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    return {name: entry for name, entry in lock["packages"].items() if name}


@pytest.fixture(scope="module")
def patterns() -> list[str]:
    return PATTERN.findall((ROOT / "LICENSES.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shipped(built: Path) -> list[str]:
    return [f.relative_to(built).as_posix() for f in sorted(built.rglob("*")) if f.is_file()]


def test_every_package_of_npm_is_known_by_its_digest(npm: dict[str, dict[str, object]]) -> None:
    unknown = [n for n, e in npm.items() if not str(e.get("integrity")).startswith("sha512-")]

    assert unknown == []


def test_no_package_of_npm_runs_a_script(npm: dict[str, dict[str, object]]) -> None:
    settings = (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()

    assert "ignore-scripts=true" in settings
    assert [name for name, entry in npm.items() if entry.get("hasInstallScript")] == []


def test_every_package_of_python_is_known_by_its_digest() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    others = [one for one in lock["package"] if "registry" in one["source"]]

    assert len(others) == len(lock["package"]) - 1, "this project is the only other"
    for package in others:
        files = [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
        assert files, package["name"]
        assert all(file["hash"].startswith("sha256:") for file in files), package["name"]


def test_only_what_is_locked_is_installed() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert re.findall(r"npm (\w+)", make) == ["ci"]
    assert all("--locked" in line for line in make.splitlines() if "$(UV) sync" in line)


def test_everything_shipped_is_listed_with_its_licence(
    shipped: list[str], patterns: list[str]
) -> None:
    unlisted = [path for path in shipped if not any(fnmatchcase(path, p) for p in patterns)]

    assert unlisted == []


def test_nothing_is_listed_that_is_not_shipped(shipped: list[str], patterns: list[str]) -> None:
    first = {next(p for p in patterns if fnmatchcase(path, p)) for path in shipped}

    assert set(patterns) - first == set()


def test_the_list_names_the_version_that_is_shipped() -> None:
    version = json.loads((PAGEFIND / "package.json").read_text(encoding="utf-8"))["version"]

    assert f"Pagefind](https://github.com/Pagefind/pagefind) {version}，" in (
        ROOT / "LICENSES.md"
    ).read_text(encoding="utf-8")


def test_what_others_wrote_is_shipped_with_their_licence(
    built: Path, shipped: list[str], patterns: list[str]
) -> None:
    table = (ROOT / "LICENSES.md").read_text(encoding="utf-8").splitlines()
    others = [row.split("`")[1] for row in table if "，未改动" in row]
    files = [p for p in shipped if next(q for q in patterns if fnmatchcase(p, q)) in others]
    notice = (PAGEFIND / "LICENSE/LICENSE").read_text(encoding="utf-8")

    assert files
    for file in files:
        assert (built / file).with_name(NOTICE).read_text(encoding="utf-8") == notice


def test_no_font_is_shipped(shipped: list[str]) -> None:
    assert [p for p in shipped if re.search(r"\.(?:woff2?|ttf|otf|eot)$", p)] == []
