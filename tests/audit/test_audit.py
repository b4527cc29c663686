"""A built site without faults passes; each fault is found where it is."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from audit.sites import ABOUT, HEAD, HOME, SITE_URL, write
from drawing import drawn
from microsite.audit.all import audit
from microsite.content.load import read_site
from microsite.content.problems import Problem
from microsite.content.review import states
from small_project import BASE, NOW

READING = read_site(BASE)
STATES = states(READING, NOW, "demo")
FOREIGN = '<img src="https://elsewhere.example/x.png" alt="">'
SHARED = f'<meta property="og:image" content="{SITE_URL}assets/c.png">'
STORY = f"""{HEAD}<title>文</title><link rel="canonical" href="{SITE_URL}stories/2026/a/">
<meta name="ColumnName" content="栏"><meta name="ColumnDescription" content="栏">
<meta name="ColumnKeywords" content="栏"><meta name="ColumnType" content="动态">
<meta name="ArticleTitle" content="文"><meta name="PubDate" content="2026-01-10 09:30">
<meta name="ContentSource" content="本站"></head><body><a href="../../../">首页</a></body></html>
"""
WITH_STORY = {"index.html": HOME.replace("关于</a>", '关于</a><a href="stories/2026/a/">文</a>')}


def problems(folder: Path, changes: Mapping[str, str | bytes], *known: str) -> list[Problem]:
    return [*audit(write(folder, changes), READING, STATES, known)]


def home(old: str, new: str) -> dict[str, str]:
    assert old in HOME
    return {"index.html": HOME.replace(old, new)}


def test_a_site_without_faults_passes(tmp_path: Path) -> None:
    assert not problems(tmp_path, {})


def test_a_story_with_all_its_tags_passes(tmp_path: Path) -> None:
    assert not problems(tmp_path, {**WITH_STORY, "stories/2026/a/index.html": STORY})


FAULTS: list[tuple[str, str, dict[str, str]]] = [
    ("audit-link", "a link", home('"about/"', '"abuot/"')),
    ("audit-link", "a link without its slash", home('"about/"', '"about"')),
    ("audit-link", "a link out of the site", home('"about/"', '"/other/"')),
    ("audit-link", "a script", home("frame.js", "fame.js")),
    ("audit-link", "one size of a picture", home("b.svg 2x", "c.svg 2x")),
    ("audit-link", "a picture of a style", {"assets/css/site.css": "a{background:url('x.png')}"}),
    ("audit-link", "an imported script", {"assets/js/frame.js": "import('./x.js')"}),
    ("audit-link", "an address in a feed", {"feed.xml": f'<a href="{SITE_URL}abuot/"/>'}),
    ("audit-link", "an address in a calendar", {"events.ics": f"URL:{SITE_URL}abo\r\n uut/\r\n"}),
    ("audit-link", "an address in data", {"a.json": f'{{"url": "{SITE_URL}abuot/"}}'}),
    (
        "audit-link",
        "a calendar program's",
        home('"about/"', '"webcal://zhujian.example/sub/x.ics"'),
    ),
    ("audit-link", "a picture for sharing", home("<title>", f"{SHARED}<title>")),
    ("audit-anchor", "a place in a page", home("#who", "#whom")),
    ("audit-anchor", "a drawing in a file", home("b.svg 2x", "b.svg#y 2x")),
    ("audit-foreign", "a picture", home("</body>", f"{FOREIGN}</body>")),
    ("audit-foreign", "a style", {"assets/css/site.css": "@import 'https://elsewhere.example/x'"}),
    ("audit-foreign", "a request", {"assets/js/frame.js": "fetch('https://elsewhere.example/')"}),
    ("audit-script-link", "a link that is code", home('"about/"', '"javascript:void(0)"')),
    ("audit-orphan", "a page nobody links to", {"x/index.html": ABOUT.replace("about/", "x/")}),
    ("audit-tag", "no description", home('name="description"', 'name="descripton"')),
    ("audit-tag", "two of a tag", home("<title>", '<meta name="SiteName" content="名"><title>')),
    ("audit-tag", "an empty tag", home('content="一句话"', 'content=" null "')),
    ("audit-tag", "a domain with a scheme", home('t="zhujian', 't="https://zhujian')),
    ("audit-tag", "another language", home("zh-CN", "en")),
    ("audit-tag", "no title", home("<title>首页</title>", "")),
    ("audit-tag", "no canonical address", home("canonical", "cannonical")),
    ("audit-tag", "another's canonical address", home(f'{SITE_URL}">', f'{SITE_URL}about/">')),
    (
        "audit-tag",
        "a tag in the body",
        home("</body>", '<meta name="Author" content="甲"></body>'),
    ),
    ("audit-tag", "an id twice", home("</body>", '<p id="a"></p><p id="a"></p></body>')),
    ("audit-tag", "no zooming", home("device-width", "device-width,user-scalable=no")),
    ("audit-markup", "bold", home("关于</a>", "**关于**</a>")),
    ("audit-markup", "a template", home("关于</a>", "{{ title</a>")),
    ("audit-markup", "nothing", home("关于</a>", "作者：None</a>")),
    ("audit-markup", "a key", home("<img", "<p>title: 关于</p><img")),
    ("audit-weight", "a heavy page", home("</body>", f"{'<p>字</p>' * 40_000}</body>")),
    ("audit-empty", "no home page", {"index.html": ""}),
]


@pytest.mark.parametrize(
    ("code", "changes"), [pytest.param(c, f, id=f"{c}: {name}") for c, name, f in FAULTS]
)
def test_a_fault_is_found(tmp_path: Path, code: str, changes: dict[str, str]) -> None:
    folder = write(tmp_path, changes)
    if changes.get("index.html") == "":
        (folder / "index.html").unlink()

    found = audit(folder, READING, STATES)

    assert [problem.code for problem in found] == [code]


@pytest.mark.parametrize(
    "name", ["ColumnName", "ColumnKeywords", "ArticleTitle", "PubDate", "ContentSource"]
)
def test_a_story_without_one_of_its_tags_is_found(tmp_path: Path, name: str) -> None:
    story = STORY.replace(f'name="{name}"', 'name="other"')

    found = problems(tmp_path, {**WITH_STORY, "stories/2026/a/index.html": story})

    assert [problem.message for problem in found] == [f"缺少页面标签 {name}"]


def test_a_date_of_another_form_is_found(tmp_path: Path) -> None:
    story = STORY.replace("2026-01-10 09:30", "2026年1月10日")

    found = problems(tmp_path, {**WITH_STORY, "stories/2026/a/index.html": story})

    assert [problem.code for problem in found] == ["audit-tag"]


def test_the_place_of_a_broken_link_is_told(tmp_path: Path) -> None:
    [found] = problems(tmp_path, home('"about/#who"', '"abuot/?a=1&amp;b=2"'))

    assert (found.path, found.line, found.column) == ("index.html", 6, 46)
    assert found.message == "网站里没有 “abuot/?a=1&b=2”（/abuot/），是不是 “about/”？"


@pytest.mark.parametrize(
    "target",
    [
        "",
        "#",
        "#top",
        "mailto:a@b.example",
        "tel:12345",
        "https://other.example/",
        "about/?x=1",
        SITE_URL[:-1],
    ],
)
def test_a_link_that_leads_somewhere_is_no_fault(tmp_path: Path, target: str) -> None:
    assert not problems(tmp_path, home("</body>", f'<a href="{target}">看</a></body>'))


def test_a_drawing_inside_a_style_is_no_fault(tmp_path: Path) -> None:
    assert not problems(tmp_path, {"assets/css/site.css": "a{background:url(data:image/x)}"})


def test_a_page_that_leads_on_needs_no_tags(tmp_path: Path) -> None:
    page = f'{HEAD}<meta http-equiv="refresh" content="0; url=../about/"></head></html>'

    assert not problems(tmp_path, {"old/index.html": page})


def test_a_page_without_a_body_is_no_page(tmp_path: Path) -> None:
    found = problems(tmp_path, {"x/index.html": "<frameset></frameset>"})

    assert {problem.code for problem in found} == {"audit-orphan", "audit-tag"}


def test_code_is_no_leaked_markup(tmp_path: Path) -> None:
    assert not problems(tmp_path, home("</body>", "<code>**粗**</code></body>"))


def test_what_search_engines_are_not_to_list_is_no_orphan(tmp_path: Path) -> None:
    hidden = ABOUT.replace("about/", "x/").replace(
        "<title>", '<meta name="robots" content="noindex"><title>'
    )

    assert not problems(tmp_path, {"x/index.html": hidden})


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_tells_where_it_was_taken_is_found(tmp_path: Path, format: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "某相机"
    picture = drawn(format=format, exif=exif)

    found = problems(tmp_path, {f"assets/x.{format.lower()}": picture})

    assert [problem.code for problem in found] == ["audit-metadata"]


def test_a_picture_without_metadata_passes(tmp_path: Path) -> None:
    assert not problems(tmp_path, {"assets/x.png": drawn(format="PNG")})


def test_a_picture_that_is_none_is_found(tmp_path: Path) -> None:
    assert [p.code for p in problems(tmp_path, {"assets/x.png": b"no"})] == ["audit-metadata"]


def test_an_address_that_vanished_is_found(tmp_path: Path) -> None:
    found = problems(tmp_path, {}, "", "about/", "abuot/", "feed.xml")

    assert [(problem.code, problem.path) for problem in found] == [("audit-vanished", "abuot/")]
    assert "是不是 “about/”" in found[0].message


def test_a_site_of_a_project_that_cannot_be_read_is_judged_by_what_is_known(
    tmp_path: Path,
) -> None:
    (tmp_path / "data").mkdir()

    assert not audit(write(tmp_path / "site", {}), read_site(tmp_path), {})
