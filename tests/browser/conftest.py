"""What tests in the browser share: the site on a server, the browser, and its readers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser import chromium
from browser.kinds import Kinds, kinds_of
from browser.reader import Reader, Trouble
from browser.server import serving
from build_site import ROOT
from microsite.content.values import SHANGHAI
from microsite.plan import plan
from ports import HERE
from server.nginx import HOST

Open = Callable[[Reader], Page]


class Kept(NamedTuple):
    """A page that stays open, and what has gone wrong on it."""

    trouble: Trouble
    page: Page


FLAGS = [
    *("--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"),
    f"--host-resolver-rules=MAP {HOST} {HERE}",
]


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """Return the address of this project's site, served below a path."""
    with serving(built, "/zhujian/") as address:
        yield address


@pytest.fixture(scope="session")
def at_root(built: Path) -> Iterator[str]:
    """Return the address of the same site at the root, where its page for lost readers links."""
    with serving(built) as address:
        yield address


@pytest.fixture(scope="session")
def kinds(built: Path, served: str, at_root: str) -> Kinds:
    """Return addresses of pages of every kind."""
    return kinds_of(plan(ROOT, datetime.now(SHANGHAI)).views, built, served, at_root)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser, started once."""
    path, environment = chromium.executable(), dict[str, str | float | bool](chromium.variables())
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS, env=environment)
        yield launched
        launched.close()


@pytest.fixture
def open_as(browser: Browser, served: str, at_root: str) -> Iterator[Open]:
    """Return a function that gives a page to a reader; nothing may go wrong on any of them."""
    troubles: list[Trouble] = []
    with ExitStack() as contexts:

        def arrive(reader: Reader) -> Page:
            context = contexts.enter_context(reader.arrive(browser, (served, at_root)))
            troubles.append(Trouble(context, (served, at_root)))
            return context.new_page()

        yield arrive
    assert not [complaint for trouble in troubles for complaint in trouble]


@pytest.fixture(scope="session")
def kept(browser: Browser, served: str, at_root: str) -> Iterator[Callable[[Reader], Kept]]:
    """Return a function that gives each reader a page, always the same."""
    with ExitStack() as contexts:

        @cache
        def keep(reader: Reader) -> Kept:
            context = contexts.enter_context(reader.arrive(browser, (served, at_root)))
            return Kept(Trouble(context, (served, at_root)), context.new_page())

        yield keep


@pytest.fixture
def read_as(kept: Callable[[Reader], Kept]) -> Iterator[Open]:
    """Do as `open_as`, with a page used before: for tests that choose nothing on it."""
    used: list[Kept] = []

    def read(reader: Reader) -> Page:
        used.append(kept(reader))
        return used[-1].page

    yield read
    complaints = [complaint for kept in used for complaint in kept.trouble]
    for page in used:
        page.trouble.clear()
    assert not complaints


@pytest.fixture
def page(open_as: Open) -> Page:
    """Return a page on a computer's screen."""
    return open_as(Reader())
