"""What tests share: a small valid project to damage, and the site it holds."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from microsite.content.load import load_site
from microsite.content.problems import ContentError, Problem
from microsite.content.site import Site
from microsite.outputs.all import all_outputs
from microsite.pages.all import all_views
from microsite.rules.all import all_problems

BASE = Path(__file__).parent / "base"
TODAY = date(2026, 2, 15)

type_of_files = Mapping[str, str | bytes]
Project = Callable[[type_of_files], Path]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a function that writes the small project with the given files added or replaced."""

    def write(files: type_of_files) -> Path:
        root = tmp_path / "project"
        shutil.copytree(BASE, root)
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


@pytest.fixture
def load(project: Project) -> Callable[..., Site]:
    """Return a function that loads the small project, with the given files added or replaced."""

    def load_with(files: type_of_files | None = None) -> Site:
        return load_site(project(files or {}))

    return load_with


@pytest.fixture(scope="session")
def site() -> Site:
    """Return the site of the small project."""
    return load_site(BASE)


def problems_of(root: Path, today: date = TODAY) -> tuple[Problem, ...]:
    """Return all that a build would object to."""
    try:
        site = load_site(root)
    except ContentError as error:
        return error.problems
    urls = [view.url for view in all_views(site, today) if view.template not in {"home", "page"}]
    outputs = [output.url for output in all_outputs(site)]
    return tuple(sorted(all_problems(site, today, [*urls, *outputs])))
