"""A story as it will be in WeChat, beside its page in the preview; made when somebody looks."""

from dataclasses import dataclass
from typing import Final

from microsite.content.model import Story
from microsite.desk.sight import Sight
from microsite.wechat.copy_page import main
from microsite.wechat.objections import objections
from microsite.wechat.package import Package, packages

WECHAT: Final = "desk/wechat/"
"""Stands before the address of a story."""


@dataclass(frozen=True, slots=True)
class WechatView:
    """What is to be copied, and what to look at."""

    id: str
    title: str
    url: str
    """Of the story's page."""
    main: str
    """HTML, ready."""
    failure: str
    """Why it may be older than the files."""


def story_of(sight: Sight, url: str) -> Story | None:
    """Return the story whose page is at `url`, if the preview shows it."""
    stories = sight.findings.shown.stories.values() if sight.findings.shown else ()
    return next((story for story in stories if story.url == url), None)


def wechat_view(sight: Sight, story: Story) -> WechatView:
    """Return `story` as it will be in WeChat, and what WeChat would not take."""
    package = _package(sight, story)
    reading = sight.findings.reading
    assert reading  # whatever is shown was read
    problems = [problem.message for problem in objections([package], reading)]
    page = main(package, problems)
    return WechatView(sight.id, package.title, story.url, page, sight.failure)


def wechat_file(sight: Sight, story: Story, name: str) -> bytes | None:
    """Return the picture of this name, if `story` has it."""
    package = _package(sight, story)
    if path := package.pictures.get(name):
        return path.read_bytes()
    return package.cover.files[name] if name in package.cover.names else None


def _package(sight: Sight, story: Story) -> Package:
    found = sight.findings
    assert found.shown
    return next(packages(found.root, found.shown, [story]))
