"""Old addresses of pages, as long as the server knows nothing of them: pages that lead on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from browser.reader import Reader, Trouble
from browser.test_policy import REPORT
from ports import free_ports
from publish.conftest import version
from server.nginx import Online, serving, settings
from small_project import BASE

OLD, NEW = "stories/2025/old/", "events/"
MOVED = f"redirects: [{{from: /{OLD}, to: /{NEW}}}]\n"
AT_ROOT = re.sub("example/sub/", "example/", (BASE / "data/bureau.yml").read_text("utf-8"))
READERS = {"light": Reader(width=390), "plain": Reader(script=False)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Online]:
    """Serve a site of which addresses have moved, by the rules of before."""
    folder = tmp_path_factory.mktemp("moved")
    files = {"data/redirects.yml": MOVED, "data/bureau.yml": AT_ROOT}
    version(folder, "搬了家。", files).publish(str(folder / "srv"))
    [secure, plain] = free_ports(2)
    text = settings(folder, folder / "srv", secure, plain)
    assert ".server/*.conf" in text
    text = text.replace(".server/*.conf", ".server/headers.conf")
    with serving(folder, text, secure, plain) as server:
        yield server


@pytest.mark.parametrize("name", READERS)
def test_a_reader_arrives_at_the_new_address(site: Online, browser: Browser, name: str) -> None:
    with READERS[name].arrive(browser, [site.address]) as context:
        context.add_init_script(REPORT)
        trouble, page = Trouble(context, [site.address]), context.new_page()
        page.goto(f"{site.address}{OLD}")
        page.wait_for_url(f"{site.address}{NEW}")
        page.wait_for_load_state("networkidle")

        expect(page.locator("h1")).to_be_visible()
        assert not list(trouble)


def test_the_page_itself_is_barred_nothing_and_shows_the_way(
    site: Online, browser: Browser
) -> None:
    with Reader().arrive(browser, [site.address]) as context:
        context.add_init_script(REPORT)
        trouble, page = Trouble(context, [site.address]), context.new_page()
        page.route(f"**/{NEW}", lambda route: route.fulfill(status=204))
        page.goto(f"{site.address}{OLD}")
        page.wait_for_load_state("networkidle")

        link = page.locator("main a.ms-button")
        expect(link).to_be_visible()
        assert link.get_attribute("href") == f"../../../{NEW}"
        assert not list(trouble)
