"""What the head of every built page tells networks, messengers and search engines."""

import json
import struct
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from build_site import ROOT, Pages, build, one, parsed, shown
from microsite.cards.typeface import BOLD, MANIFEST, PACKAGE, REGULAR
from signing import sign
from small_project import BASE

SITE = shown()
ROOT_URL = SITE.bureau.site_url
COMPILE = ["--noEmit", "--strict", "--skipLibCheck", "--ignoreConfig", "--module", "nodenext"]
Node = dict[str, Any]
Compare = Callable[[list[Node]], str]


def described(pages: Pages) -> Pages:
    """Return the pages that have an address of their own."""
    return {path: page for path, page in pages.items() if path != "404.html"}


def properties(pages: Pages, path: str) -> dict[str, str]:
    """Return Open Graph and Twitter tags of a page; of repeated ones the last."""
    found = pages[path].css("meta[property], meta[name^='twitter:']")
    return {
        node.attributes.get("property") or node.attributes.get("name") or "": (
            node.attributes["content"] or ""
        )
        for node in found
    }


def graph(pages: Pages, path: str) -> list[Node]:
    text = one(pages[path], "script[type='application/ld+json']").text()
    nodes: list[Node] = json.loads(text)["@graph"]
    return nodes


def of_type(pages: Pages, path: str, kind: str) -> Node:
    return next(node for node in graph(pages, path) if node["@type"] == kind)


def values(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a graph with the key under which it stands."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from values(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner, key)
    elif isinstance(value, str):
        yield key, value


def file_at(built: Path, address: str) -> Path:
    """Return the file that is published at an absolute address."""
    assert address.startswith(ROOT_URL), address
    path = urlsplit(address.removeprefix(ROOT_URL)).path
    return built / (f"{path}index.html" if path.endswith("/") or not path else path)


def size(png: Path) -> tuple[int, int]:
    """Return width and height as the head of the file states them."""
    width, height = struct.unpack(">II", png.read_bytes()[16:24])
    return width, height


def test_every_page_says_how_a_link_to_it_is_shown(pages: Pages) -> None:
    wanted = {"og:type", "og:title", "og:description", "og:url", "og:image", "og:image:alt"}
    wanted |= {"og:image:width", "og:image:height", "og:site_name", "og:locale", "twitter:card"}

    assert all(all(properties(pages, path).get(name) for name in wanted) for path in pages)


def test_the_address_of_a_page_is_its_own(built: Path, pages: Pages) -> None:
    wrong = [
        path
        for path in described(pages)
        if file_at(built, properties(pages, path)["og:url"]) != built / path
    ]

    assert not wrong


def test_a_page_and_its_canonical_address_agree(pages: Pages) -> None:
    wrong = [
        path
        for path, page in described(pages).items()
        if one(page, "link[rel=canonical]").attributes["href"] != properties(pages, path)["og:url"]
    ]

    assert not wrong


def test_every_card_is_there_and_as_large_as_the_page_says(built: Path, pages: Pages) -> None:
    cards = {properties(pages, path)["og:image"] for path in pages}

    sizes = {size(file_at(built, card)) for card in cards}

    assert sizes == {(1200, 630)}
    assert len(cards) == 1 + len(SITE.stories) + len(SITE.events) + len(SITE.shown_series) + len(
        SITE.series_of_column
    )


def test_the_first_picture_of_a_page_is_the_square(built: Path, pages: Pages) -> None:
    for path, page in described(pages).items():
        first = one(page, "img")
        picture = (built / path).parent / (first.attributes["src"] or "")
        assert size(picture) == (500, 500), path
        assert first.attributes.keys() >= {"hidden", "alt"}, path
        assert first.attributes["loading"] == "lazy", path


def test_no_card_is_heavy(built: Path) -> None:
    sizes = sorted(file.stat().st_size for file in (built / "assets/cards").iterdir())

    assert sizes[-1] < 40 * 1024
    assert sum(sizes) / len(sizes) < 25 * 1024


def test_no_card_is_published_that_no_page_uses(built: Path, pages: Pages) -> None:
    used = {properties(pages, path)["og:image"].rpartition("/")[2] for path in pages}
    used |= {
        (one(page, "img").attributes["src"] or "").rpartition("/")[2] for page in pages.values()
    }

    assert {file.name for file in (built / "assets/cards").iterdir()} == used


def test_dates_are_days_or_carry_their_offset(pages: Pages) -> None:
    dates = [
        text
        for path in described(pages)
        for key, text in values(graph(pages, path))
        if "date" in key.lower()
    ]

    assert dates
    for text in dates:
        if "T" in text:
            assert str(datetime.fromisoformat(text).utcoffset()) == "8:00:00"
        else:
            date.fromisoformat(text)


def test_every_address_in_a_graph_leads_to_something(built: Path, pages: Pages) -> None:
    addresses = {
        text
        for path in described(pages)
        for key, text in values(graph(pages, path))
        if text.startswith(ROOT_URL) and key != "urlTemplate"
    }

    assert len(addresses) > len(pages)
    assert [address for address in addresses if not file_at(built, address).is_file()] == []


def test_the_status_of_every_event_is_that_of_its_record(pages: Pages) -> None:
    said = {
        id: of_type(pages, f"{event.url}index.html", "Event")["eventStatus"].rpartition("/")[2]
        for id, event in SITE.events.items()
    }

    cancelled = {id for id, event in SITE.events.items() if event.status == "cancelled"}
    moved = {id for id, event in SITE.events.items() if event.moved_to}
    assert {id for id, status in said.items() if status == "EventCancelled"} == cancelled
    assert {id for id, status in said.items() if status == "EventRescheduled"} == moved
    assert set(said.values()) == {"EventScheduled", "EventRescheduled", "EventCancelled"}


def test_the_way_in_the_graph_is_the_way_on_the_page(pages: Pages) -> None:
    for path, page in described(pages).items():
        shown = [node.text(strip=True) for node in page.css(".ms-crumbs li")]
        if shown:
            steps = of_type(pages, path, "BreadcrumbList")["itemListElement"]
            assert [step["name"] for step in steps] == shown, path


def test_what_is_made_up_is_marked_wherever_a_link_is_shown(pages: Pages) -> None:
    events = [event for event in SITE.events.values() if event.sample]

    titles = [properties(pages, f"{event.url}index.html")["og:title"] for event in events]

    assert titles == [f"【示例】{event.title}" for event in events]


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """Return a function that says what schema.org's vocabulary does not allow in things."""

    def run(nodes: list[Node]) -> str:
        (tmp_path / "graphs.ts").write_text(typed(nodes), encoding="utf-8")
        (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
        command = [str(ROOT / "node_modules/.bin/tsc"), *COMPILE, "graphs.ts"]
        result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert bool(result.returncode) == bool(result.stdout), result.stderr
        return result.stdout

    return run


def shape(value: object) -> object:
    """Return `value` with every text that is no word of the vocabulary made the same."""
    if isinstance(value, dict):
        return {k: v if k == "@type" else shape(v) for k, v in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    if isinstance(value, str) and not value.startswith("https://schema.org/"):
        return "x"
    return value


def typed(nodes: list[Node]) -> str:
    """Return a program that states of what type of thing each node is."""
    kinds = sorted({node["@type"] for node in nodes})
    lines = [f'import type {{ {", ".join(kinds)}, WithActionConstraints }} from "schema-dts";']
    for number, node in enumerate(nodes):
        # What an action wants as input is no property of the vocabulary.
        action = node.get("potentialAction")
        rest = {key: value for key, value in node.items() if value is not action}
        lines.append(f"export const n{number}: {node['@type']} = {json.dumps(rest)};")
        if action:
            kind = f'WithActionConstraints<import("schema-dts").{action["@type"]}>'
            lines.append(f"export const a{number}: {kind} = {json.dumps(action)};")
    return "\n".join(lines)


def test_every_graph_keeps_to_the_vocabulary(pages: Pages, compare: Compare) -> None:
    nodes = [shape(node) for path in described(pages) for node in graph(pages, path)]
    distinct = {json.dumps(node): node for node in nodes}

    assert compare([node for node in distinct.values() if isinstance(node, dict)]) == ""


@pytest.mark.parametrize(
    ("kind", "damage", "complaint"),
    [
        ("Event", {"startsAt": "2026-01-01"}, "startsAt"),
        ("Event", {"eventStatus": "https://schema.org/EventCanceled"}, "EventCanceled"),
        ("Event", {"location": {"@type": "Platz", "name": "甲"}}, "Platz"),
        ("NewsArticle", {"headline": {"@type": "Place"}}, "headline"),
        ("WebSite", {"potentialAction": {"@type": "SearchAction", "targets": "x"}}, "targets"),
    ],
)
def test_what_the_vocabulary_does_not_know_is_found(
    pages: Pages, compare: Compare, kind: str, damage: Node, complaint: str
) -> None:
    nodes = [node for path in described(pages) for node in graph(pages, path)]
    node = next(node for node in nodes if node["@type"] == kind)

    assert complaint in compare([node | damage])


def test_a_title_cannot_break_out_of_the_page(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    title = "</script><script>alert(1)</script>\"'&<!--"
    root = copy(BASE)
    story = root / "docs/stories/2026/lecture.md"
    text = story.read_text(encoding="utf-8").replace(
        "一堂防水课", f"'{title.replace(chr(39), chr(39) * 2)}'"
    )
    story.write_text(text, encoding="utf-8")
    sign(root)

    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    pages = parsed(tmp_path / "site")
    path = "stories/2026/lecture/index.html"
    assert of_type(pages, path, "NewsArticle")["headline"] == f"【示例】{title}"
    assert properties(pages, path)["og:title"] == f"【示例】{title}"
    assert not [node for node in pages[path].css("script:not([type])") if "alert" in node.text()]


def test_without_cards_pages_name_no_picture(copy: Callable[[Path], Path], tmp_path: Path) -> None:
    result = build(copy(BASE), tmp_path / "site")

    assert result.returncode == 0, result.stderr
    pages = parsed(tmp_path / "site")
    assert not [path for path in pages if "og:image" in properties(pages, path)]
    assert properties(pages, "index.html")["twitter:card"] == "summary"
    assert not (tmp_path / "site/assets/cards").exists()


def with_cards(root: Path) -> Path:
    """Switch cards on in a copy of the project; there is no typeface yet."""
    settings = root / "data/bureau.yml"
    text = settings.read_text(encoding="utf-8").replace("share_cards: false", "share_cards: true")
    settings.write_text(text, encoding="utf-8")
    return root


def test_a_missing_typeface_stops_the_build_and_is_explained(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    result = build(with_cards(copy(BASE)), tmp_path / "site")

    assert result.returncode == 1
    assert "请运行 make site" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_broken_typeface_stops_the_build_and_is_explained(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    root = with_cards(copy(BASE))
    for name in (BOLD, REGULAR, MANIFEST):
        file = root / PACKAGE / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}", encoding="utf-8")

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    assert "分享图没有画成（字体坏了）" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_cache_that_cannot_be_written_stops_the_build_and_is_explained(
    copy: Callable[[Path], Path], tmp_path: Path
) -> None:
    root = with_cards(copy(BASE))
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    (root / ".cache").write_text("a file", encoding="utf-8")

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    assert "分享图没有画成（" in result.stderr
    assert "Traceback" not in result.stderr
