"""What tests in the browser share: the site on a server, the browser, and its readers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser import chromium
from browser.reader import Reader, Trouble
from browser.server import serving

Open = Callable[[Reader], Page]
FLAGS = ["--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"]


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


@pytest.fixture
def page(open_as: Open) -> Page:
    """Return a page on a computer's screen."""
    return open_as(Reader())
