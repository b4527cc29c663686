"""An editor copies a story into WeChat: from a folder, offline, and from the preview."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.reader import Reader, Trouble
from browser.test_accessibility import MEASURES, violations
from build_site import ROOT
from microsite.content.values import SHANGHAI
from microsite.plan import plan
from microsite.wechat.package import Package, packages
from microsite.wechat.placing import place
from previewing import preview_of
from signing import REVIEW
from small_project import BASE

STORY = "renewal"
"""Has a cover, a table, lists, links and events."""
PREVIEWED = "stories/2026/lecture/"
NOT_SIGNED = "docs/stories/2026/lecture.md"
BARRED = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
DEAF = "Document.prototype.execCommand = () => false;"
HOLDS = """async () => {
  const [item] = await navigator.clipboard.read();
  const read = async (type) => item.types.includes(type) ? (await item.getType(type)).text() : "";
  return [await read("text/html"), await read("text/plain")];
}"""
READERS = {
    "light-390": Reader(width=390),
    "light-1280": Reader(),
    "dark-390": Reader(width=390, prefers="dark"),
    "dark-1280": Reader(prefers="dark"),
}


class Desk:
    """An editor's browser, with a clipboard that holds something old."""

    def __init__(self, browser: Browser, reader: Reader, address: str) -> None:
        self.context = reader.arrive(browser, ())
        self.trouble = Trouble(self.context, (address,))
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self._beside = self.context.new_page()
        self._beside.goto(address)
        self._beside.evaluate("navigator.clipboard.writeText('旧的')")
        self._address = address

    def open(self, *scripts: str) -> Page:
        """Return the page to copy from, as the `scripts` have it."""
        for script in scripts:
            self.context.add_init_script(script)
        page = self.context.new_page()
        page.goto(self._address)
        return page

    @property
    def clipboard(self) -> tuple[str, str]:
        """What it holds, as HTML and as text."""
        self._beside.bring_to_front()
        html, text = self._beside.evaluate(HOLDS)
        return html, text


Sit = Callable[[Reader, str], Desk]


@pytest.fixture
def sit(browser: Browser) -> Iterator[Sit]:
    """Return a function that gives an editor a browser; nothing may go wrong on any page."""
    desks: list[Desk] = []
    with ExitStack() as contexts:

        def arrive(reader: Reader, address: str) -> Desk:
            desks.append(Desk(browser, reader, address))
            contexts.enter_context(desks[-1].context)
            return desks[-1]

        yield arrive
    assert not [complaint for desk in desks for complaint in desk.trouble]


@pytest.fixture(scope="module")
def package() -> Package:
    site = plan(ROOT, datetime.now(SHANGHAI)).site
    return next(packages(ROOT, site, [site.stories[STORY]]))


@pytest.fixture(scope="module")
def address(package: Package, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the page in the folder that an editor is given."""
    return (place(package, tmp_path_factory.mktemp("wechat")) / "copy.html").as_uri()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


@pytest.mark.parametrize("scripts", [(), (BARRED,)], ids=["clipboard", "barred"])
def test_one_button_copies_the_article_as_html_and_as_text(
    sit: Sit, address: str, package: Package, scripts: tuple[str, ...]
) -> None:
    desk = sit(Reader(), address)
    page = desk.open(*scripts)

    press(page, "复制到公众号")

    expect(page.get_by_role("status")).to_contain_text("正文已复制")
    assert desk.clipboard == (package.article.html, package.article.text)


@pytest.mark.parametrize("scripts", [(), (BARRED,)], ids=["clipboard", "barred"])
def test_each_field_is_copied_by_itself(
    sit: Sit, address: str, package: Package, scripts: tuple[str, ...]
) -> None:
    desk = sit(Reader(), address)
    page = desk.open(*scripts)

    press(page, "复制摘要")

    expect(page.get_by_role("status")).to_have_text("摘要已复制。")
    assert desk.clipboard == ("", package.digest)


def test_where_nothing_may_be_copied_the_article_is_selected(
    sit: Sit, address: str, package: Package
) -> None:
    desk = sit(Reader(), address)
    page = desk.open(BARRED, DEAF)

    press(page, "复制到公众号")
    expect(page.get_by_role("status")).to_contain_text("请按 Ctrl+C")
    page.keyboard.press("Control+C")

    html, text = desk.clipboard
    assert "<h2" in html
    assert "".join(text.split()).startswith("".join(package.article.text.split())[:20])


def test_what_is_pasted_is_the_article(sit: Sit, address: str, package: Package) -> None:
    page = sit(Reader(), address).open()
    page.evaluate("document.querySelector('h1').contentEditable = 'true'")

    press(page, "复制到公众号")
    expect(page.get_by_role("status")).to_contain_text("正文已复制")
    page.locator("h1").press("Control+A")
    page.locator("h1").press("Control+V")

    pasted = "".join(page.locator("h1").inner_text().split())
    assert pasted.count("五个环节，一张表看懂") == 1
    assert package.link in pasted


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_the_page_of_the_folder_is_accessible(sit: Sit, address: str, reader: Reader) -> None:
    assert flaws(sit(reader, address).open()) == []


def flaws(page: Page) -> list[str]:
    page.evaluate(MEASURES)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    small: list[str] = page.evaluate("measures.smallTargets(44)")
    return [*violations(page), *small, *(["too wide"] if wide else [])]


def test_an_editor_copies_from_the_preview(copy: Callable[[Path], Path], sit: Sit) -> None:
    root = copy(BASE)
    file = root / NOT_SIGNED
    file.write_text(REVIEW.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    with preview_of(root) as served:
        desk = sit(Reader(width=390), f"{served.address}{PREVIEWED}")
        page = desk.open()

        page.get_by_role("link", name="微信版").click()
        expect(page.get_by_role("alert")).to_contain_text("待初审")
        press(page, "复制到公众号")
        expect(page.get_by_role("status")).to_contain_text("正文已复制")
        html, text = desk.clipboard
        found = {name: flaws(_opened(page, one)) for name, one in READERS.items()}
        page.get_by_role("link", name="回到网页版").click()

        expect(page.get_by_role("complementary", name="预览提示")).to_be_visible()
    assert text.startswith("草稿（待初审）")
    assert "【草稿】" not in html
    assert not {name: some for name, some in found.items() if some}


def _opened(page: Page, reader: Reader) -> Page:
    page.emulate_media(color_scheme=reader.prefers)
    page.set_viewport_size({"width": reader.width, "height": reader.height})
    return page
