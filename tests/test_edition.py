"""What a build needs beside the content is there, or it is said what to do."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from build_site import ROOT
from conftest import Project
from microsite.edition import Edition, EditionError, edition, finish, finished_later
from microsite.plan import plan
from signing import sign
from small_project import NOW

STYLE = "assets/css/a.css"
SCRIPT = "assets/js/frame.js"
NAV = [{"首页": "index.md"}, {"故事": "stories/index.md"}]


@pytest.fixture
def root(project: Project) -> Path:
    root = project({f"docs/{STYLE}": "a{}\n", f"docs/{SCRIPT}": "1;\n"})
    sign(root, date(2026, 1, 5))
    return root


def made(root: Path, nav: Sequence[object] = NAV, styles: Sequence[str] = (STYLE,)) -> Edition:
    return edition(plan(root, NOW), nav, styles, root / "docs")


def test_an_edition_has_tabs_styles_scripts_and_files(root: Path) -> None:
    one = made(root)

    assert [(tab.title, tab.url) for tab in one.tabs] == [("首页", ""), ("故事", "stories/")]
    assert one.style == one.asset("assets/css/site.css")
    assert {one.style, one.asset(SCRIPT), "feed.xml"} <= {file.url for file in one.files}


@pytest.mark.parametrize(
    ("nav", "styles", "said"),
    [
        ([{"首页": "nothing.md"}], [STYLE], "没有这个页面"),
        (["index.md"], [STYLE], "没有这个页面"),
        (NAV, ["assets/css/b.css"], "没有这些文件：assets/css/b.css"),
    ],
)
def test_settings_that_lead_nowhere_are_explained(
    root: Path, nav: Sequence[object], styles: Sequence[str], said: str
) -> None:
    with pytest.raises(EditionError, match=said):
        made(root, nav, styles)


def test_a_style_in_another_encoding_is_explained(root: Path) -> None:
    (root / "docs" / STYLE).write_bytes("/* 样式 */".encode("gb18030"))

    with pytest.raises(EditionError, match="不是 UTF-8 编码"):
        made(root)


def test_a_script_that_is_not_there_is_named(root: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        made(root).asset("assets/js/nothing.js")

    assert caught.value.filename == "docs/assets/js/nothing.js"


def test_a_search_that_cannot_be_made_is_explained(root: Path) -> None:
    settings = root / "data/bureau.yml"
    text = settings.read_text(encoding="utf-8").replace("search: false", "search: true")
    settings.write_text(text, encoding="utf-8")

    with pytest.raises(EditionError, match="npm ci"):
        finish(root, plan(root, NOW))


def test_the_search_is_made_where_it_can_be(root: Path) -> None:
    settings = root / "data/bureau.yml"
    text = settings.read_text(encoding="utf-8").replace("search: false", "search: true")
    settings.write_text(text, encoding="utf-8")
    (root / "node_modules").symlink_to(ROOT / "node_modules")

    index = finish(root, plan(root, NOW))()

    later = finished_later(root, plan(root, NOW))

    assert "search/index/pagefind.js" in index
    assert later.keys() == index.keys()
    assert all(read() for read in later.values())


def test_cards_that_cannot_be_drawn_are_explained(root: Path) -> None:
    settings = root / "data/bureau.yml"
    text = settings.read_text(encoding="utf-8").replace("share_cards: false", "share_cards: true")
    settings.write_text(text, encoding="utf-8")
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    (root / ".cache").mkdir(exist_ok=True)
    (root / ".cache/cards").write_text("no folder", encoding="utf-8")

    with pytest.raises(EditionError, match="分享图没有画成"):
        finish(root, plan(root, NOW))


def test_a_site_without_cards_and_search_needs_nothing_that_takes_long(root: Path) -> None:
    assert not finish(root, plan(root, NOW))()
    assert not finished_later(root, plan(root, NOW))
    assert not [name for name in ("cards", "search") if (root / ".cache" / name).exists()]
