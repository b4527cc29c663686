"""Two versions of a small site, built, and what publishes them."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_site import ROOT, build
from microsite.publish.manifest import digests
from publish.commands import run
from signing import sign
from small_project import BASE

STORY = "docs/stories/2026/community-orders.md"


@dataclass(frozen=True)
class Version:
    """A project and the site that was built of it."""

    root: Path
    site: Path

    @property
    def pages(self) -> Mapping[str, str]:
        """The digest of every file that was built, by its path."""
        return digests(self.site)

    def publish(self, to: str, *more: str, **environment: str) -> str:
        """Publish it, and return what was said; it must succeed."""
        done = run(
            "publish", "--to", to, "--site", str(self.site), *more, root=self.root, **environment
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def version(folder: Path, text: str, files: Mapping[str, str] | None = None) -> Version:
    """Build the small project with a line more in a story, and with other `files`."""
    root = folder / "project"
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(BASE / "data", root / "data")
    shutil.copytree(BASE / "docs", root / "docs")
    shutil.copytree(ROOT / "docs/assets", root / "docs/assets", dirs_exist_ok=True)
    with (root / STORY).open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    for path, content in (files or {}).items():
        (root / path).write_text(content, encoding="utf-8")
    sign(root)
    built = build(root, folder / "site")
    assert built.returncode == 0, built.stderr
    return Version(root, folder / "site")


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return version(tmp_path_factory.mktemp("first"), "第一版的话。")


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return version(tmp_path_factory.mktemp("second"), "第二版的话。")
