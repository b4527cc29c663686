"""Searching, as readers do it: in their own words, in a real browser."""

import random
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from generator import generate
from playwright.sync_api import Browser, Page, Response, expect

from browser.conftest import Open
from browser.reader import Reader
from browser.server import serving
from build_site import ROOT
from microsite.content.load import load_site
from microsite.pages.all import all_views
from microsite.search.index import index
from microsite.search.records import Record, records
from small_project import TODAY

Ask = Callable[..., list[str]]
QUERIES: Mapping[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("queries.yml").read_text(encoding="utf-8")
)
SITE = load_site(ROOT)
SHOWN = 10


def seeded(seed: int) -> random.Random:
    """Return chance that is the same in every run."""
    return random.Random(seed)  # noqa: S311 - reproducible, not secret


ASK = """async ([text, shown]) => {
  const { src } = document.querySelector("script[src*='/search-']");
  const { connect } = await import(new URL("client.js", src));
  window.engine ??= await connect("./");
  const { ids } = await window.engine.search(text);
  return (await window.engine.load(ids.slice(0, shown))).map(({ address }) => address);
}"""


TASKS = """
globalThis.tasks = [];
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (message) {
  tasks.push(message.task);
  postMessage.call(this, message);
};
"""
"""Notes what the engine is asked to do."""


@pytest.fixture
def ask(page: Page, served: str) -> Ask:
    """Return a function that gives the addresses of what is found, best first."""
    page.goto(f"{served}search/")

    def found(text: str, shown: int = SHOWN) -> list[str]:
        addresses: list[str] = page.evaluate(ASK, [text, shown])
        return addresses

    return found


@pytest.fixture
def search_page(page: Page, served: str) -> Page:
    """Return the search page, with nothing typed."""
    page.goto(f"{served}search/")
    return page


def results(page: Page) -> list[str]:
    """Return the addresses that are shown, below the site's root, once there are any."""
    page.locator(".ms-result").first.wait_for()
    links = page.locator(".ms-result__link").all()
    return [(link.get_attribute("href") or "").removeprefix("../") for link in links]


def told(page: Page) -> str:
    """Return how many results are told of, once it is."""
    count = page.locator(".ms-search__count")
    expect(count).not_to_be_empty()
    return count.inner_text()


def type_in(page: Page, text: str) -> None:
    page.locator(".ms-search__text").fill(text)


def press_enter(page: Page) -> None:
    page.locator(".ms-search__text").press("Enter")


@contextmanager
def without_index(browser: Browser, served: str) -> Iterator[Page]:
    """Give the search page as it is while the files of the index are missing."""
    with Reader().arrive(browser, [served]) as context:
        context.route("**/search/index/**", lambda route: route.fulfill(status=404))
        page = context.new_page()
        page.goto(f"{served}search/?q=物业")
        yield page


def test_readers_find_what_they_mean_in_their_own_words(ask: Ask) -> None:
    missed = {
        text: missing
        for text, wanted in QUERIES.items()
        if (missing := set(wanted).difference(ask(text)))
    }

    assert len(QUERIES) >= 60
    assert len(missed) <= 0.02 * len(QUERIES), missed


@pytest.mark.parametrize("text", seeded(4).sample(sorted(QUERIES), 12))
def test_typing_shows_what_was_found(text: str, search_page: Page) -> None:
    search_page.locator(".ms-search__text").press_sequentially(text)

    for address in QUERIES[text]:
        expect(search_page.locator(f'.ms-result__link[href="../{address}"]')).to_be_visible()


def test_the_title_of_a_story_finds_it_first(search_page: Page) -> None:
    first = search_page.locator(".ms-result__link").first
    for story in SITE.stories.values():
        type_in(search_page, story.title)
        press_enter(search_page)

        expect(first).to_have_attribute("href", f"../{story.url}")


def test_any_piece_of_a_story_finds_it(ask: Ask) -> None:
    chance = seeded(8)
    missed = []
    for _ in range(150):
        story = chance.choice([*SITE.stories.values()])
        text = "".join(SITE.prose[story.origin.path].text.split())
        length = chance.randint(2, 6)
        start = chance.randrange(len(text) - length)
        piece = text[start : start + length]
        if sum(map(str.isalnum, piece)) >= 2 and story.url not in ask(piece, 1000):
            missed.append(piece)

    assert not missed


def test_generated_pages_are_found(ask: Ask) -> None:
    first = {name: ask(name)[0] for name in ("槐荫苑小区", "村镇建设科支部", "清廉家风座谈")}

    assert first == {
        "槐荫苑小区": "places/huaiyin/",
        "村镇建设科支部": "branches/village-town/",
        "清廉家风座谈": "events/20260407-clean-office-family/",
    }


def test_stories_and_series_come_before_single_events(ask: Ask) -> None:
    assert {address.split("/")[0] for address in ask("主题党日")[:2]} == {"series", "stories"}


def test_results_show_what_was_typed_in_readable_text(search_page: Page) -> None:
    type_in(search_page, "晾晒 签名")
    results(search_page)

    text = search_page.locator(".ms-result__text").first
    assert "结果：按楼栋轮流使用，规则由居民共同签名" in text.inner_text()
    assert text.locator("mark").all_inner_texts() == ["晾晒", "签名"]


def test_a_result_tells_its_kind_series_day_and_that_it_is_a_sample(search_page: Page) -> None:
    type_in(search_page, "楼道声控灯")

    meta = search_page.locator(".ms-result__meta").first
    expect(meta.locator("span")).to_have_text(["活动", "为民 · 群众路线", "党员下社区", "示例"])
    assert meta.locator("time").get_attribute("datetime") == "2025-10-11"


def test_results_are_narrowed_down_and_counted(search_page: Page) -> None:
    type_in(search_page, "改造")
    before = told(search_page)
    search_page.locator(".ms-search__summary").click()

    search_page.get_by_label("类型").select_option("story")

    expect(search_page.locator(".ms-search__count")).not_to_have_text(before)
    assert all(address.startswith("stories/") for address in results(search_page))
    option = search_page.locator("#search-kind option[value=story]").inner_text()
    assert option == f"故事（{search_page.locator('.ms-search__count').inner_text()[2:-2]}）"


def test_what_would_leave_nothing_cannot_be_chosen(search_page: Page) -> None:
    type_in(search_page, "声控灯")
    results(search_page)

    # The filters follow the results.
    search_page.wait_for_function(
        "document.querySelectorAll('#search-series option:not([disabled])').length < 5"
    )


def test_an_address_can_be_shared(page: Page, served: str) -> None:
    page.goto(f"{served}search/?q=物业&kind=story&column=development")

    assert results(page)[0] == "stories/2026/red-property/"
    assert page.locator(".ms-search__text").input_value() == "物业"
    assert page.get_by_label("栏目").input_value() == "development"


def test_an_unknown_choice_in_the_address_is_passed_over(page: Page, served: str) -> None:
    page.goto(f"{served}search/?q=物业&kind=nonsense")

    assert results(page)
    assert page.locator("#search-kind").input_value() == ""


def test_the_address_follows_and_back_leads_to_the_results(search_page: Page) -> None:
    type_in(search_page, "加装电梯")
    first = results(search_page)
    search_page.locator(".ms-result__link").first.click()
    search_page.wait_for_url("**/events/**")

    search_page.go_back()

    assert search_page.locator(".ms-search__text").input_value() == "加装电梯"
    assert results(search_page) == first


def test_nothing_is_searched_while_an_input_method_composes(search_page: Page) -> None:
    session = search_page.context.new_cdp_session(search_page)
    search_page.locator(".ms-search__text").focus()
    for text in ("w", "wu", "wuye"):
        session.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
    search_page.wait_for_timeout(500)
    while_composing = search_page.locator(".ms-search__count").inner_text()

    session.send("Input.insertText", {"text": "物业"})

    assert while_composing == ""
    assert results(search_page)


def test_everything_is_done_with_the_keyboard(search_page: Page) -> None:
    search_page.locator(".ms-search__text").focus()
    search_page.keyboard.type("物业")
    search_page.keyboard.press("Enter")
    results(search_page)
    for _ in range(3):  # the button, what narrows down, the first result
        search_page.keyboard.press("Tab")

    assert search_page.evaluate("document.activeElement.className") == "ms-result__link"
    assert search_page.url.endswith("/search/?q=%E7%89%A9%E4%B8%9A")


def test_escape_begins_anew(search_page: Page) -> None:
    type_in(search_page, "物业")
    results(search_page)

    search_page.locator(".ms-search__text").press("Escape")

    expect(search_page.locator(".ms-result")).to_have_count(0)
    assert search_page.locator(".ms-search__text").input_value() == ""
    assert search_page.url.endswith("/search/")


def test_more_results_are_added_below_and_focused(search_page: Page) -> None:
    type_in(search_page, "主题党日")
    results(search_page)

    search_page.get_by_role("button", name="更多结果").click()

    expect(search_page.locator(".ms-result")).to_have_count(2 * SHOWN)
    expect(search_page.locator(".ms-result__link").nth(SHOWN)).to_be_focused()


def test_what_is_not_found_leads_to_topics(search_page: Page) -> None:
    type_in(search_page, "鲸鱼")

    assert told(search_page) == "没有找到。换个说法，或少打几个字试试。"
    assert search_page.get_by_role("region", name="按话题找").get_by_role("link").count() > 5


def test_signs_alone_are_no_question(search_page: Page) -> None:
    type_in(search_page, "？！")

    assert told(search_page) == "请打几个字。"


def test_the_index_is_asked_but_once_what_pages_have(page: Page, served: str) -> None:
    page.add_init_script(TASKS)
    page.goto(f"{served}search/?q=物业&kind=story")
    expect(page.locator(".ms-search__more")).to_be_visible()
    asked = page.evaluate("tasks.filter((task) => task === 'having').length")

    type_in(page, "声控灯")
    press_enter(page)

    expect(page.locator(".ms-search__count")).to_contain_text("这个范围里没有")
    assert asked
    assert page.evaluate("tasks.filter((task) => task === 'having').length") == asked


def test_the_count_is_announced(search_page: Page) -> None:
    type_in(search_page, "声控灯")

    expect(search_page.get_by_role("status")).to_contain_text("找到1条")


def test_without_script_there_are_other_ways(open_as: Open, served: str) -> None:
    page = open_as(Reader(script=False))
    page.goto(f"{served}search/")

    assert page.locator(".ms-search").is_hidden()
    assert page.get_by_role("main").get_by_role("link", name="网站地图").is_visible()


def test_a_missing_index_is_explained_and_tried_again(browser: Browser, served: str) -> None:
    with without_index(browser, served) as page:
        problem = page.locator(".ms-search__problem")
        expect(problem).to_contain_text("搜索打不开")
        page.context.unroute_all()

        page.get_by_role("button", name="重试").click()

        assert results(page)
        expect(problem).to_be_hidden()


def test_an_engine_that_fails_makes_room_for_another(browser: Browser, served: str) -> None:
    with Reader().arrive(browser, [served]) as context:
        page = context.new_page()
        page.goto(f"{served}search/?q=物业")
        results(page)
        context.route("**/search/index/fragment/**", lambda route: route.fulfill(status=404))
        type_in(page, "声控灯")
        expect(page.locator(".ms-search__problem")).to_contain_text("搜索打不开")
        context.unroute_all()

        page.get_by_role("button", name="重试").click()

        assert results(page)
        assert len(page.workers) == 1


def test_a_reader_without_network_is_told(browser: Browser, served: str) -> None:
    with Reader().arrive(browser, [served]) as context:
        page = context.new_page()
        page.goto(f"{served}search/")
        context.set_offline(offline=True)

        type_in(page, "物业")

        expect(page.locator(".ms-search__problem")).to_contain_text("网络没有连上")


@contextmanager
def searching(built: Path, folder: Path, found: Iterable[Record]) -> Iterator[str]:
    """Give the address of the search page with the index of what can be `found`."""
    (folder / "project").mkdir(exist_ok=True)
    (folder / "project/node_modules").symlink_to(ROOT / "node_modules")
    shutil.copytree(built / "assets", folder / "site/assets")
    shutil.copytree(built / "search", folder / "site/search")
    shutil.rmtree(folder / "site/search/index")
    shutil.copytree(index(found, folder / "project"), folder / "site/search/index")
    with serving(folder / "site") as address:
        yield f"{address}search/"


LONG_TITLE = (
    "春日里小区三号楼的邻居们用一个夏天的二十四次板凳会，把堆了多年的杂物、拉了多年的飞线和"
    "停了多年的旧车一样一样商量清楚，最后一起写下了这份人人都签了名的楼道公约"
)


@pytest.fixture(scope="session")
def long_titled(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a search page that finds a long title, begun and quoted, too."""
    stories = (
        Record("story", "stories/quoting/", "别的故事", f"开头。{LONG_TITLE}，完。"),
        Record("story", "stories/beginning/", LONG_TITLE[:60], "正文"),
        Record("story", "stories/long/", LONG_TITLE, "正文"),
    )
    with searching(built, tmp_path_factory.mktemp("long"), stories) as address:
        yield address


@pytest.mark.parametrize("text", [LONG_TITLE[-12:], LONG_TITLE[-6:], LONG_TITLE[60:70]])
def test_any_piece_of_a_long_title_finds_it(text: str, long_titled: str, browser: Browser) -> None:
    with Reader().arrive(browser, [long_titled]) as context:
        page = context.new_page()
        page.goto(long_titled)

        type_in(page, text)

        assert set(results(page)) == {"stories/long/", "stories/quoting/"}


def test_a_long_title_is_found_first_and_shown_whole(long_titled: str, browser: Browser) -> None:
    with Reader().arrive(browser, [long_titled]) as context:
        page = context.new_page()
        page.goto(long_titled)

        page.locator(".ms-search__text").focus()
        page.keyboard.insert_text(LONG_TITLE)  # unlike `fill`, no more than the box takes

        assert results(page)[0] == "stories/long/"
        assert page.locator(".ms-search__text").input_value() == LONG_TITLE
        assert page.locator(".ms-result__link").first.inner_text() == LONG_TITLE
        assert page.locator(".ms-result__text").first.inner_text() == "正文"


@pytest.fixture(scope="session")
def large(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the search page with the index of a thousand stories and events."""
    folder = tmp_path_factory.mktemp("large")
    generate(folder / "project", 1000, 1000)
    content = load_site(folder / "project")
    with searching(built, folder, records(content, all_views(content, TODAY))) as address:
        yield address


@pytest.mark.parametrize("text", ["停车位", "楼道灯", "加装电梯怎么登记", "活动场地"])
def test_the_first_search_is_light(large: str, browser: Browser, text: str) -> None:
    with Reader(width=390).arrive(browser, [large]) as context:
        page = context.new_page()
        page.goto(large)
        page.wait_for_load_state("networkidle")
        answers: list[Response] = []
        context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - it is marked

        type_in(page, text)
        results(page)
        page.wait_for_load_state("networkidle")

        sizes = [int(answer.header_value("content-length") or 0) for answer in answers]
        assert any("pagefind.js" in answer.url for answer in answers)
        assert sum(sizes) <= 250_000
