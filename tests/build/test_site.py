"""The built site, as a whole: what every page must be and must not be."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from build_site import ROOT, Pages, build, one, shown

HOST = "https://host.example/zhujian/"
BUDGET = 60 * 1024
FIRST_VIEW = 40 * 1024
REQUESTS = 10
SCRIPTS = 5
UNLISTED = {"404.html", *(f"{item.url}index.html" for item in shown().withdrawn)}


def kind(path: str) -> str:
    """Return what a page lists: calendars and archives may be longer than others."""
    if re.match(r"events/\d{4}/\d\d/", path):
        return "calendar"
    return "archive" if re.match(r"stories/(page/|index)", path) else "page"


def links(path: str, pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield what a page links to or loads, as written and as the address it means."""
    base = urljoin(HOST, path.removesuffix("index.html"))
    for selector, name in (("[href]", "href"), ("[src]", "src")):
        for node in pages[path].css(selector):
            written = node.attributes[name] or ""
            yield written, urljoin(base, written)


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_every_link_inside_the_site_resolves_under_a_sub_path(built: Path, pages: Pages) -> None:
    broken = []
    for path in pages:
        if path == "404.html":
            continue
        for written, address in links(path, pages):
            parts = urlsplit(address)
            if not address.startswith(HOST) or parts.scheme not in {"http", "https"}:
                continue
            target = unquote(parts.path).removeprefix("/zhujian/")
            file = built / (
                target + "index.html" if target.endswith("/") or not target else target
            )
            if not file.is_file():
                broken.append((path, written))

    assert not broken


def test_no_link_leads_from_the_host_root(pages: Pages) -> None:
    absolute = [
        (path, written)
        for path in pages
        if path != "404.html"
        for written, _ in links(path, pages)
        if written.startswith("/")
    ]

    assert not absolute


def test_every_anchor_exists(pages: Pages) -> None:
    missing = []
    for path in pages:
        if path == "404.html":
            continue
        for written, address in links(path, pages):
            parts = urlsplit(address)
            target = unquote(parts.path).removeprefix("/zhujian/")
            page = pages.get(
                target + "index.html" if target.endswith("/") or not target else target
            )
            if parts.fragment and page and address.startswith(HOST):
                wanted = unquote(parts.fragment)
                if not any(node.attributes["id"] == wanted for node in page.css("[id]")):
                    missing.append((path, written))

    assert not missing


def test_no_page_asks_another_host_for_anything(built: Path, pages: Pages) -> None:
    loading = "script[src], link:is([rel=stylesheet], [rel=icon], [rel=preconnect]), img, source"
    asked = [
        (path, node.html)
        for path, page in pages.items()
        for node in page.css(loading)
        if (node.attributes.get("src") or node.attributes.get("href") or "").startswith(
            ("http", "//")
        )
    ]
    styles = [
        (file.name, found)
        for file in built.rglob("*.css")
        for found in re.findall(
            r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^)]*", file.read_text("utf-8")
        )
    ]

    assert not asked
    assert not styles


def test_nothing_of_the_theme_is_published_but_its_markup(built: Path) -> None:
    folders = {path.name for path in (built / "assets").iterdir() if path.is_dir()}

    assert not folders & {"javascripts", "stylesheets", "images"}


def test_every_page_has_one_style_and_few_scripts(pages: Pages) -> None:
    wrong = {
        path: (len(styles), len(scripts))
        for path, page in pages.items()
        if len(styles := page.css("link[rel=stylesheet]")) != 1
        or len(scripts := page.css("script[src]")) > SCRIPTS
    }

    assert not wrong


def test_the_first_view_of_a_story_is_light(built: Path, pages: Pages) -> None:
    path = "stories/2026/community-orders/index.html"
    asked = {
        urljoin(HOST + path, node.attributes.get("href") or node.attributes["src"] or "")
        for node in pages[path].css("link[rel=stylesheet], link[rel=icon], script[src], use")
    }

    files = {urlsplit(address).path.removeprefix("/zhujian/") for address in asked} | {path}

    assert len(files) <= REQUESTS
    assert sum(len(gzip.compress((built / file).read_bytes())) for file in files) < FIRST_VIEW


def test_no_page_is_heavier_than_its_budget(built: Path, pages: Pages) -> None:
    heavy = {
        path: size
        for path in pages
        if kind(path) == "page" and (size := (built / path).stat().st_size) > BUDGET
    }

    assert not heavy


def test_every_page_has_one_heading_a_title_and_its_language(pages: Pages) -> None:
    wrong = [
        path
        for path, page in pages.items()
        if len(page.css("h1")) != 1
        or not one(page, "title").text(strip=True)
        or one(page, "html").attributes["lang"] != "zh-CN"
    ]

    assert not wrong


def test_titles_tell_pages_apart(pages: Pages) -> None:
    titles = [one(page, "title").text(strip=True) for path, page in pages.items()]
    events = {event.title for event in shown().events.values()}
    repeated = {title for title in titles if titles.count(title) > 1}

    assert {title.rpartition(" - ")[0] for title in repeated} <= events


def test_no_markup_leaks_into_the_text(pages: Pages) -> None:
    leaks = re.compile(r"\*\*|\{\{|\{%|\bNone\b|\[\[|\]\(|Undefined|[\x00-\x08\x1c-\x1f]")
    found = []
    for path, page in pages.items():
        for node in page.css("script, style, code"):
            node.decompose()
        if match := leaks.search(one(page, "body").text()):
            found.append((path, match.group()))

    assert not found


def test_every_page_can_be_reached_from_the_home_page(pages: Pages) -> None:
    seen, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in seen or path not in pages:
            continue
        seen.add(path)
        for _, address in links(path, pages):
            target = unquote(urlsplit(address).path).removeprefix("/zhujian/")
            if address.startswith(HOST):
                waiting.append(
                    target + "index.html" if target.endswith("/") or not target else target
                )

    assert set(pages) - seen == UNLISTED


def test_every_page_and_file_is_in_the_site_map(built: Path, pages: Pages) -> None:
    text = (built / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>https://[^/]+/(.*?)</loc>", text)

    assert {f"{url}index.html" for url in listed} == set(pages) - UNLISTED


def test_samples_are_shown_as_samples(pages: Pages) -> None:
    site = shown()
    bare = [
        event.id
        for event in site.events.values()
        if event.sample and "示例" not in one(pages[f"{event.url}index.html"], "main").text()
    ]

    assert not bare


def test_edit_links_lead_to_files_of_the_project(pages: Pages) -> None:
    prefix = shown().bureau.edit_url
    edited = {
        written.removeprefix(prefix)
        for path in pages
        for written, _ in links(path, pages)
        if written.startswith(prefix)
    }

    assert {"data/events/2026-01.yml", "docs/stories/2026/theme-day.md"} <= edited
    assert all((ROOT / path).is_file() for path in edited)


def test_ids_are_unique_on_every_page(pages: Pages) -> None:
    repeated = {}
    for path, page in pages.items():
        ids = [node.attributes["id"] for node in page.css("[id]")]
        if twice := {id for id in ids if ids.count(id) > 1}:
            repeated[path] = twice

    assert not repeated


def test_dates_and_bold_are_right_on_a_story_page(pages: Pages) -> None:
    page = pages["stories/2026/community-orders/index.html"]

    assert one(page, "html").attributes["lang"] == "zh-CN"
    assert "“群众点单、社区派单、局机关党员接单”" in [node.text() for node in page.css("strong")]
    assert "2026-11-23 10:26" in one(page, "main").text()


@pytest.mark.parametrize("name", ["events", "stories"])
def test_open_data_holds_everything(built: Path, name: str) -> None:
    site = shown()

    rows = json.loads((built / f"open-data/{name}.json").read_text(encoding="utf-8"))

    assert {row["id"] for row in rows} == set(getattr(site, name))


def test_building_again_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "elsewhere" / "site"

    result = build(ROOT, again, TZ="America/New_York", PYTHONHASHSEED="7", LC_ALL="C")

    assert result.returncode == 0, result.stderr
    assert fingerprint(again) == fingerprint(built)


def test_only_pages_depend_on_the_day_of_the_build(built: Path, tmp_path: Path) -> None:
    later = tmp_path / "site"

    result = build(ROOT, later, SOURCE_DATE_EPOCH="1830000000")  # in 2027, when samples are past

    assert result.returncode == 0, result.stderr
    now, then = fingerprint(built), fingerprint(later)
    assert {path for path in now if now[path] != then.get(path)} <= {
        path for path in now if path.endswith(".html")
    }
