"""The same commit makes the same bytes, wherever and by whomever it is built."""

import shutil
from pathlib import Path

import pytest

from build_site import ROOT, build
from microsite.content.load import load_site
from microsite.publish.manifest import NAME, Origin, differences, digests
from microsite.publish.prepare import finish

EPOCH = "1795752000"
HERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "America/Los_Angeles", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "HOME": "/"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two builds: one here, with what is kept from earlier ones, and one far away."""
    near = tmp_path_factory.mktemp("near") / "site"
    far = tmp_path_factory.mktemp("far") / "另一台 机器" / "deep"
    for folder in ("data", "docs", "hooks"):
        shutil.copytree(
            ROOT / folder, far / folder, ignore=shutil.ignore_patterns("__pycache__", "schemas")
        )
    shutil.copy(ROOT / "mkdocs.yml", far)
    (far / "node_modules").symlink_to(ROOT / "node_modules")
    for root, target, settings in ((ROOT, near, HERE), (far, far / "site", ELSEWHERE)):
        built = build(root, target, SOURCE_DATE_EPOCH=EPOCH, **settings)
        assert built.returncode == 0, built.stderr
    return near, far / "site"


def test_two_builds_have_the_same_manifest(sites: tuple[Path, Path]) -> None:
    site, origin = load_site(ROOT), Origin("commit", int(EPOCH), "demo")
    near, far = sites

    one, other = (finish(folder, site, origin) for folder in sites)

    assert [*map(str, differences(one.files, other.files))] == []
    assert (near / NAME).read_bytes() == (far / NAME).read_bytes()


def test_no_file_names_the_machine(sites: tuple[Path, Path]) -> None:
    _, far = sites
    traces = [str(far.parent).encode(), str(ROOT).encode()]

    named = [path for path in digests(far) if any(t in (far / path).read_bytes() for t in traces)]

    assert named == []
