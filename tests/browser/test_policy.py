"""The site behind nginx: its Content-Security-Policy bars whatever the site does not need."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Kept
from browser.kinds import KINDS, LOST, Kinds
from browser.reader import Reader, Trouble
from server.nginx import Online, online

READERS = {
    "light": Reader(width=390),
    "dark": Reader(scheme="dark"),
    "elders": Reader(width=390, elder=True, wechat=True),
    "plain": Reader(script=False),
}
REPORT = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  console.error("barred", violatedDirective, blockedURI, sample));
globalThis.shared = [];
Object.defineProperty(navigator, "share", { value: async (what) => shared.push(what) });
"""
ADD = """
const add = (name, traits) =>
  document.body.append(Object.assign(document.createElement(name), traits));
"""
STORY = "stories/2026/theme-day/"


@pytest.fixture(scope="module")
def site(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Online]:
    with online(tmp_path_factory.mktemp("nginx"), published) as server:
        yield server


@pytest.fixture(scope="module")
def addresses(kinds: Kinds, served: str, site: Online) -> Mapping[str, Sequence[str]]:
    """Return the addresses of pages of every kind there."""
    found = {
        kind: [page.replace(served, site.address) for page in pages]
        for kind, pages in kinds.items()
    }
    return {**found, LOST: [f"{site.address}nothing/"]}


@pytest.fixture(scope="module")
def kept(browser: Browser, site: Online) -> Iterator[Mapping[str, Kept]]:
    """Return a page for each reader, and what has gone wrong on it."""
    pages: dict[str, Kept] = {}
    with ExitStack() as contexts:
        for name, reader in READERS.items():
            context = contexts.enter_context(reader.arrive(browser, [site.address]))
            context.add_init_script(REPORT)
            pages[name] = Kept(Trouble(context, [site.address]), context.new_page())
        yield pages


@pytest.fixture(params=READERS)
def reading(request: pytest.FixtureRequest, kept: Mapping[str, Kept]) -> Kept:
    """Return one of them, on which nothing has gone wrong yet."""
    found = kept[request.param]
    found.trouble.clear()
    return found


@pytest.fixture
def page(kept: Mapping[str, Kept]) -> Iterator[Page]:
    """Return a page on a phone; nothing may go wrong on it."""
    kept["light"].trouble.clear()
    yield kept["light"].page
    kept["light"].page.wait_for_load_state("networkidle")
    assert not kept["light"].trouble


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_barred_on_any_kind_of_page(
    reading: Kept, addresses: Mapping[str, Sequence[str]], kind: str
) -> None:
    for address in addresses.get(kind, ()):
        reading.page.goto(address)
        reading.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    reading.page.wait_for_load_state("networkidle")

    lost = "/nothing/: " if kind == LOST else None
    assert not [one for one in reading.trouble if lost is None or lost not in one]


@pytest.mark.parametrize("name", ["light", "elders"])
def test_searching_finds_and_goes_on(site: Online, kept: Mapping[str, Kept], name: str) -> None:
    trouble, page = kept[name]
    trouble.clear()
    page.goto(f"{site.address}search/?q=物业")
    page.locator(".ms-result").first.wait_for()
    page.locator(".ms-search__text").fill("加装电梯")
    expect(page.locator(".ms-search__count")).to_contain_text(re.compile("[1-9]"))
    page.locator(".ms-result__link").first.click()
    page.locator("h1").wait_for()

    assert not trouble


def test_a_story_is_shared_copied_and_read_aloud(page: Page, site: Online) -> None:
    page.goto(site.address + STORY)
    page.locator(".ms-share").click()
    page.locator(".ms-copy").click()
    page.get_by_role("button", name="听全文").click()

    expect(page.get_by_text("链接已复制")).to_be_visible()
    assert page.evaluate("shared.length") == 1


def test_the_reader_chooses_and_is_asked_before_leaving(page: Page, site: Online) -> None:
    page.goto(site.address + STORY)
    page.locator("summary", has_text="菜单").click()
    page.keyboard.press("Escape")
    page.locator("a[rel~=external][href^='https://git.example']").first.click()

    dialog = page.get_by_role("dialog", name="您将离开本网站")
    dialog.get_by_role("button", name="留在本站").click()
    expect(dialog).to_be_hidden()


def test_who_reads_in_wechat_is_told_how_to_share(site: Online, kept: Mapping[str, Kept]) -> None:
    trouble, page = kept["elders"]
    trouble.clear()
    page.goto(site.address + STORY)

    expect(page.locator(".ms-wechat").first).to_be_visible()
    assert not trouble


def test_the_page_came_by_http_2_and_sees_its_structured_data(page: Page, site: Online) -> None:
    page.goto(site.address + STORY)

    protocol = "performance.getEntriesByType('navigation')[0].nextHopProtocol"
    data = "JSON.parse(document.querySelector('[type=\"application/ld+json\"]').textContent)"
    assert page.evaluate(protocol) == "h2"
    assert page.evaluate(data)


@pytest.mark.parametrize(
    ("script", "barred"),
    [
        ("add('script', { textContent: 'hacked = 1' })", "script-src"),
        ("document.body.setAttribute('style', 'color: red')", "style-src"),
        ("document.body.innerHTML = '<img src=x onerror=hacked=1>'", "script-src"),
        ("setTimeout('hacked = 1')", "script-src"),
        ("fetch('https://elsewhere.example/').catch(() => 0)", "connect-src"),
        ("add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' })", "img-src"),
        ("add('iframe', { src: '/' })", "frame-src"),
        ("new Worker(URL.createObjectURL(new Blob(['hacked = 1'])))", "worker-src"),
    ],
)
def test_what_is_barred_is_noticed(
    site: Online, kept: Mapping[str, Kept], script: str, barred: str
) -> None:
    trouble, page = kept["light"]
    page.goto(f"{site.address}about/")
    trouble.clear()

    page.evaluate(f"() => {{ {ADD} {script} }}")
    for _ in range(100):
        if not any("barred" in one and barred in one for one in trouble):
            page.wait_for_timeout(50)

    assert any("barred" in one and barred in one for one in trouble)
    assert not page.evaluate("'hacked' in globalThis")
