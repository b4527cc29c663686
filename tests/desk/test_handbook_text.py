"""The handbook as a page, and in the terminal."""

from dataclasses import replace

from judging import RULES
from microsite.content.prose import convert
from microsite.desk.handbook import Chapter, handbook
from microsite.desk.handbook_text import article_text, handbook_text
from microsite.rules.all import SITE_RULES

CHAPTERS = handbook((*RULES, *SITE_RULES))
ARTICLES = {article.code: article for chapter in CHAPTERS for article in chapter.articles}


def test_every_article_has_a_heading() -> None:
    [page] = convert([handbook_text(CHAPTERS)])

    assert [words for level, _, words in page.headings if level == 3] == [
        article.title for chapter in CHAPTERS for article in chapter.articles
    ]


def test_an_example_cannot_end_its_own_block() -> None:
    article = replace(ARTICLES["dash"], bad="````\n# 甲\n````")

    page = handbook_text([Chapter("章", (article,))])

    assert "\n`````\n````\n# 甲\n````\n`````\n" in page


def test_an_article_tells_what_can_be_done() -> None:
    assert article_text(ARTICLES["dash"]).splitlines() == [
        "破折号（dash · 警告 · 可自动改 · 可允许，写 允许 dash：理由）",
        ARTICLES["dash"].reason,
        "依据：GB/T 15834—2011《标点符号用法》",
        "不要写成：",
        f"    {ARTICLES['dash'].bad}",
        "应当写成：",
        f"    {ARTICLES['dash'].good}",
    ]


def test_an_article_without_an_example_says_how_to_mend_it() -> None:
    assert article_text(ARTICLES["picture-long"]).splitlines() == [
        "图片太长（picture-long · 错误 · 要手工改 · 不能例外）",
        "请切成几张。",
    ]


def test_what_cannot_be_seen_is_marked() -> None:
    assert "    ⇥title: 路灯不亮" in article_text(ARTICLES["yaml-tab"]).splitlines()
    assert "    （漏写）" in article_text(ARTICLES["status-reason"]).splitlines()
