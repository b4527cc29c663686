"""What tests share: a small valid project to damage, and the built site."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from build_site import ROOT, Pages, build, parsed
from microsite.content.load import Reading, load_site, read_site
from microsite.content.site import Site
from publish.commands import run
from signing import sign
from small_project import BASE, Files

# The machine may be busy with something else: no test is judged by its time.
hypothesis.settings.register_profile(
    "patient", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile(
    "repeatable", hypothesis.settings.get_profile("patient"), derandomize=True
)
hypothesis.settings.load_profile("repeatable" if "CI" in os.environ else "patient")

Project = Callable[[Files], Path]


@pytest.fixture(autouse=True)
def usual_garbage_collection() -> Iterator[None]:
    """Take back what a command does to its process, which here goes on: it would fill up."""
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a function that writes the small project with the given files added or replaced."""

    def write(files: Files) -> Path:
        root = tmp_path / "project"
        shutil.copytree(BASE, root, ignore=shutil.ignore_patterns(".cache"))
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


@pytest.fixture
def load(project: Project) -> Callable[..., Site]:
    """Return a function that loads the small project, with the given files added or replaced."""

    def load_with(files: Files | None = None) -> Site:
        return load_site(project(files or {}))

    return load_with


@pytest.fixture
def read(project: Project) -> Callable[[Files], Reading]:
    """Return a function that reads the small project, with the given files added or replaced."""
    return lambda files: read_site(project(files))


@pytest.fixture(scope="session")
def site() -> Site:
    """Return the site of the small project."""
    return load_site(BASE)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this project's built site: the one to be published, if it is named."""
    if given := os.environ.get("TEST_SITE"):
        return Path(given)
    target = tmp_path_factory.mktemp("built") / "site"
    result = build(ROOT, target)
    assert result.returncode == 0, result.stderr
    return target


@pytest.fixture(scope="session")
def published(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder to which this project's site has been published."""
    target = tmp_path_factory.mktemp("published") / "srv"
    done = run("publish", "--to", str(target), "--site", str(built), root=ROOT)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="session")
def pages(built: Path) -> Pages:
    """Return every page of this project's site."""
    return parsed(built)


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[Path], Path]:
    """Return a function that makes a project of the real hooks and settings, and other content.

    Everything is signed; what a test changes later must be signed again.
    """

    def make(content: Path) -> Path:
        root = tmp_path / "copy"
        shutil.copytree(
            ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__")
        )
        shutil.copy(ROOT / "mkdocs.yml", root)
        shutil.copytree(content / "data", root / "data")
        shutil.copytree(content / "docs", root / "docs")
        shutil.copytree(ROOT / "docs/assets", root / "docs/assets", dirs_exist_ok=True)
        sign(root)
        return root

    return make
