"""Chinese done right: what the converter makes of Markdown."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from build_site import ROOT as ROOT_FOLDER
from microsite.content.prose import (
    APART,
    ROOT,
    WORTH_A_PROCESS,
    Prose,
    extensions,
    heading_id,
    link,
)
from microsite.content.prose import convert as convert_all
from small_project import BASE
from variations import Load


def convert(text: str) -> Prose:
    [prose] = convert_all([text])
    return prose


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("他说**“改造”**好", "<p>他说<strong>“改造”</strong>好</p>"),
        ("**（一）**先问", "<p><strong>（一）</strong>先问</p>"),
        ("叫**《规定》**，", "<p>叫<strong>《规定》</strong>，</p>"),
        ("是*“重点”*。", "<p>是<em>“重点”</em>。</p>"),
    ],
)
def test_bold_stands_next_to_chinese_punctuation(text: str, html: str) -> None:
    assert convert(text).html == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("甲\n乙", "<p>甲乙</p>"),
        ("甲，\n乙", "<p>甲，乙</p>"),
        ("甲“\n乙”", "<p>甲“乙”</p>"),
        ("**甲**\n乙", "<p><strong>甲</strong>乙</p>"),
        ("甲\n**乙**", "<p>甲<strong>乙</strong></p>"),
        ("- 甲\n  乙", "<ul>\n<li>甲乙</li>\n</ul>"),
        ("甲 \n乙", "<p>甲乙</p>"),
    ],
)
def test_a_soft_break_between_chinese_characters_leaves_no_space(text: str, html: str) -> None:
    assert convert(text).html == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\nb", "<p>a\nb</p>"),
        ("甲\nb", "<p>甲\nb</p>"),
        ("甲  \n乙", "<p>甲<br />\n乙</p>"),
        ("    甲\n    乙", "<pre><code>甲\n乙\n</code></pre>"),
    ],
)
def test_other_breaks_stay(text: str, html: str) -> None:
    assert convert(text).html == html


def test_heading_ids_come_from_their_text() -> None:
    prose = convert("## 怎么点单？\n\n### 第一步 写需求\n\n## 怎么点单？")

    assert prose.headings == (
        (2, "怎么点单", "怎么点单？"),
        (3, "第一步-写需求", "第一步 写需求"),
        (2, "怎么点单_1", "怎么点单？"),
    )


@pytest.mark.parametrize("text", ["main", "Leaving", "events", "2025", "!"])
def test_heading_ids_are_none_of_the_page(text: str) -> None:
    [(_, id, _), (_, again, _)] = convert(f"## {text}\n\n## {text}").headings

    assert id.startswith(APART)
    assert again == f"{id}_1"
    assert heading_id(id) == id


def test_the_ids_of_the_page_leave_room_for_those_of_headings() -> None:
    templates = (ROOT_FOLDER / "hooks/templates").rglob("*.html")
    ids = {
        id
        for file in templates
        for id in re.findall(r'\bid="([^"]*)"', file.read_text(encoding="utf-8"))
    }

    assert {"main", "leaving", "events", "related"} <= ids
    assert all(id.isascii() and not id.startswith(APART) for id in ids)


@pytest.mark.parametrize("anchor", ["main", "Main", "text-main"])
def test_a_link_names_a_heading_as_it_is_written(anchor: str, load: Load) -> None:
    about = (BASE / "docs/about.md").read_text(encoding="utf-8")

    site = load({"docs/about.md": f"{about}\n## Main\n\n见[上文](#{anchor})和[办](#谁在办)。\n"})

    html = site.prose["docs/about.md"].at("/")
    assert '<h2 id="text-main">Main</h2>' in html
    assert '<a href="/about/#text-main">' in html
    assert '<a href="/about/#谁在办">' in html


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    _, second = convert_all(["## 甲\n\n[乙]: https://a.example/", "## 甲\n\n[乙]"])

    assert second.html == '<h2 id="甲">甲</h2>\n<p>[乙]</p>'


def test_many_texts_keep_their_order() -> None:
    texts = [f"第{number}篇" for number in range(3 * WORTH_A_PROCESS)]

    assert [prose.text for prose in convert_all(texts)] == texts


def test_raw_html_is_shown_as_text() -> None:
    assert convert("a <b>c</b>\n\n<script>x</script>").html == (
        "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;script&gt;x&lt;/script&gt;</p>"
    )


def test_links_inside_the_site_start_at_its_root() -> None:
    prose = convert("[甲](series:a-b) ![乙](../x&y.png)")

    closed = link(prose, {"series:a-b": "series/a-b/", "../x&y.png": "assets/x&y.png"}.__getitem__)

    assert prose.links == ("series:a-b", "../x&y.png")
    assert closed.at("../") == (
        '<p><a href="../series/a-b/">甲</a> <img alt="乙" src="../assets/x&amp;y.png" /></p>'
    )


@pytest.mark.parametrize("target", ["https://a.example/", "mailto:a@b.example", "tel:12345"])
def test_links_out_of_the_site_stay(target: str) -> None:
    prose = convert(f"[甲]({target})")

    assert not prose.links
    assert f'href="{target}"' in prose.html


def test_a_disguised_mail_address_is_no_link_inside_the_site() -> None:
    assert not convert("<a@b.example>").links


def test_the_text_is_what_a_reader_sees() -> None:
    prose = convert("## 甲&乙\n\n**丙** `<d>` [戊](series:a)")

    assert prose.text == "甲&乙\n丙 <d> 戊"
    assert prose.length == len("甲&乙丙<d>戊")


def test_nothing_of_the_root_mark_is_left() -> None:
    closed = link(convert("[甲](series:a)"), lambda _: "series/a/")

    assert ROOT not in closed.at("https://site.example/")


@given(st.text("甲乙，“”`*_#>-+1.|[]()!\\\n &;<>a:/", max_size=60))
@example("甲\\*乙")
@example("甲  \n乙")
def test_text_without_marks_is_what_the_library_makes_of_it(text: str) -> None:
    ours, theirs = Markdown(extensions=extensions()), Markdown(extensions=extensions())
    theirs.treeprocessors.deregister("unmarked")

    assert ours.convert(text) == theirs.convert(text)
