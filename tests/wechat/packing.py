"""Packages of the small project, with a story of one's own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from conftest import Project
from microsite.content.site import Site
from microsite.verdict import Verdict, verdict
from microsite.wechat.package import Package, packages
from signing import sign
from small_project import BASE, NOW, Files

STORY = "docs/stories/2026/community-orders.md"
ID = "community-orders"
LONG_TITLE = "党员下社区怎么点单，社区怎么派单，党员怎么接单，办结以后居民怎么评，都在这里"
OLD = date(2026, 1, 1)
Pack = Callable[..., Package]


def story(body: str, front: str = "") -> str:
    """Return the file of the story with another text, and more keys."""
    head = (BASE / STORY).read_text(encoding="utf-8").split("---\n")[1]
    return f"---\n{head}{front}---\n{body}\n"


def judged(root: Path, *, drafts: bool = False) -> tuple[Verdict, Site]:
    """Return what is found of the project below `root`; how its words are written is no matter."""
    found = verdict(root, NOW, drafts=drafts)
    assert found.shown, found.problems
    return found, found.shown.site


def packed(root: Path, id: str = ID) -> Package:
    """Return the package of a story."""
    _, site = judged(root)
    return next(packages(root, site, [site.stories[id]]))


def packer(project: Project) -> Pack:
    """Return a function that packs the story, with the given text and files."""

    def pack(body: str = "正文。", files: Files | None = None, front: str = "") -> Package:
        root = project({STORY: story(body, front), **(files or {})})
        sign(root, OLD)
        return packed(root)

    return pack
