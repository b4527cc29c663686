"""The page to copy from."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_site import one
from microsite.wechat.copy_page import copy_page, main
from microsite.wechat.cover import Cover
from microsite.wechat.package import Package
from wechat.packing import Pack
from wechat.test_writer import LAMP, PICTURES


@pytest.fixture
def package(pack: Pack) -> Package:
    return pack(f"正文 <b> & “字”。\n\n{LAMP}\n", PICTURES)


def page_of(package: Package) -> LexborHTMLParser:
    return LexborHTMLParser(copy_page(package))


def test_the_page_needs_nothing_but_the_pictures_beside_it(package: Package) -> None:
    page = page_of(package)

    assert not page.css("link, script[src], iframe, form")
    sources = [node.attributes["src"] for node in page.css("[src]")]
    assert sources == [*package.pictures, *package.cover.names]


def test_what_is_copied_is_the_article(package: Package) -> None:
    page = page_of(package)

    assert one(page, "[data-wx-source=html]").text() == package.article.html
    assert one(page, "[data-wx-source=text]").text() == package.article.text
    assert one(page, "[data-wx-article]").inner_html == package.article.html


def test_the_counts_are_beside_the_fields(package: Package) -> None:
    names = [node.text() for node in page_of(package).css("dt")]

    assert names == [
        "标题（9/32 字）", "作者（6/16 字）", "摘要（7/128 字）", "原文链接（填在“阅读原文”里）",
    ]  # fmt: skip


def test_there_is_one_button_for_the_article_and_a_list_to_tick(package: Package) -> None:
    page = page_of(package)

    assert [b.text() for b in page.css("button")].count("复制到公众号") == 1
    assert len(page.css("input[type=checkbox]")) == 8


def test_every_picture_is_named(package: Package) -> None:
    text = one(page_of(package), ".wx-pictures").text()

    assert text == "图1.jpg路灯亮了"


def test_a_story_without_pictures_and_cover_says_so(pack: Pack) -> None:
    text = one(page_of(pack()), "main").text()

    assert "正文里没有图片" in text
    assert "没有现成的封面" in text


def test_a_cover_can_be_seen(package: Package) -> None:
    file = next(iter(package.pictures.values()))
    covered = replace(package, cover=Cover(file.parent, file, None))

    assert "封面-2.35比1.jpg" in one(page_of(covered), "main").text()


def test_a_draft_warns(package: Package) -> None:
    draft = replace(package, state="待终审", title="【草稿】标题")
    page = page_of(draft)

    assert "不得发布到公众号" in one(page, "[role=alert]").text()
    assert one(page, "title").text() == "微信版：【草稿】标题"


def test_a_story_that_was_signed_does_not(package: Package) -> None:
    assert not page_of(package).css("[role=alert]")


def test_problems_are_listed_at_the_top(package: Package) -> None:
    page = LexborHTMLParser(main(package, ["标题太长", "摘要太长"]))

    assert [node.text() for node in page.css("[role=alert] li")] == ["标题太长", "摘要太长"]
