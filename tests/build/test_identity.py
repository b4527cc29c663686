"""What a government site must say of itself on every page (国办发〔2017〕47号)."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from build_site import Pages, build, one, parsed, shown
from small_project import BASE

SITE = shown()
WITHDRAWN = {item.url for item in SITE.withdrawn}
SITE_TAGS = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN_TAGS = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE_TAGS = {"ArticleTitle", "PubDate", "ContentSource"}
FOOTER = [
    "https://zfwzgl.www.gov.cn/exposure/jiucuo.html",
    "https://beian.miit.gov.cn/",
    "https://beian.mps.gov.cn/",
    "https://bszs.conac.cn/",
]


def tags(path: str, pages: Pages) -> dict[str, str]:
    """Return the page's tags, all of them inside its head."""
    found = pages[path].css("meta[name]")
    assert len(found) == len(pages[path].css("head meta[name]"))
    return {node.attributes["name"] or "": node.attributes["content"] or "" for node in found}


def expected(path: str) -> set[str]:
    if path.removesuffix("index.html") in WITHDRAWN:
        return SITE_TAGS
    if re.match(r"stories/\d{4}/", path):
        return SITE_TAGS | COLUMN_TAGS | ARTICLE_TAGS
    if re.match(r"(columns|series)/[^/]+/|events/[^/]+/index", path):
        return SITE_TAGS | COLUMN_TAGS
    return SITE_TAGS


def test_every_page_has_the_tags_of_its_kind_and_none_is_empty(pages: Pages) -> None:
    for path in pages:
        found = tags(path, pages)

        assert set(found) & (SITE_TAGS | COLUMN_TAGS | ARTICLE_TAGS) == expected(path), path
        assert all(text.strip() not in {"", "null", "None"} for text in found.values()), path


def test_the_domain_is_a_bare_host_and_the_code_has_its_form(pages: Pages) -> None:
    found = tags("index.html", pages)

    assert re.fullmatch(r"[a-z0-9.-]+", found["SiteDomain"])
    assert re.fullmatch(r"\d{10}|bm\d{8}", found["SiteIDCode"])


def test_a_story_tells_the_minute_of_its_publication(pages: Pages) -> None:
    for story in SITE.stories.values():
        found = tags(f"{story.url}index.html", pages)

        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", found["PubDate"])
        assert found["ArticleTitle"] == story.title
        assert found["Url"] == f"{SITE.bureau.site_url}{story.url}"


@pytest.mark.parametrize("start", FOOTER)
def test_every_page_links_to_each_registry(start: str, pages: Pages) -> None:
    without = [path for path in pages if not pages[path].css(f'footer a[href^="{start}"]')]

    assert not without


def test_the_link_for_reporting_errors_names_the_very_page(pages: Pages) -> None:
    for path in pages:
        link = one(pages[path], f'footer a[href^="{FOOTER[0]}"]').attributes["href"] or ""
        query = parse_qs(urlsplit(link).query)

        url = path.removesuffix("index.html") if path != "404.html" else ""
        assert query == {"site_code": ["0000000000"], "url": [SITE.bureau.site_url + url]}


def test_the_hotline_can_be_tapped_on_every_page(pages: Pages) -> None:
    assert all(
        one(page, "footer a[href='tel:12345']").text() == "12345" for page in pages.values()
    )


def test_the_demonstration_says_so_on_every_page(pages: Pages) -> None:
    assert all("演示网站" in one(page, ".ms-notice").text() for page in pages.values())
    assert all("（示例）" in one(page, ".ms-footer").text() for page in pages.values())


def test_a_bureau_without_records_yet_shows_no_empty_ones(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    result = build(copy(BASE), tmp_path / "site")

    home = parsed(tmp_path / "site")["index.html"]
    assert result.returncode == 0, result.stderr
    assert not home.css("meta[name=SiteIDCode], .ms-footer__records, footer a[href*=jiucuo]")


def test_production_refuses_what_is_made_up_and_leaves_the_old_site(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    old = tmp_path / "site/index.html"
    old.parent.mkdir()
    old.write_text("old")

    result = build(copy(BASE), old.parent, SITE_MODE="production")

    assert result.returncode == 1
    assert "data/events/2026-01.yml:10:11: 这是示例内容" in result.stderr
    assert old.read_text() == "old"


def test_an_unknown_mode_is_refused(copy: Callable[[Path], Path], tmp_path: Path) -> None:
    result = build(copy(BASE), tmp_path / "site", SITE_MODE="live")

    assert "SITE_MODE 应是 demo 或 production，写的是 “live”" in result.stderr
    assert result.returncode == 1
