"""What to type instead of a wrong mark, and marks that only look wrong."""

import pytest

from judging import RULES, codes, passage, problems
from microsite.rules.judge import judge


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("走进⼩里巷。", "characters-lookalike", "小"),
        ("党的8大精神。", "wording-congress", "八大"),
        ("党的10大精神。", "wording-congress", "十大"),
        ("党的20届3中全会。", "wording-congress", "二十届三中全会"),
        ("走了2、3个小时。", "number-neighbours", "两三"),
        ("走了七、八次。", "number-neighbours", "七八"),
        ("他说'四有'。", "quotes-straight", "‘四有’"),
        ("他说“甲“乙”丙“丁””。", "quotes-nested", "‘乙’"),
        ('他说"四有。', "quotes-straight", ""),
        ("活动叫『议事』。", "quotes-corner", "‘议事’"),
        ("宽5-8米。", "range-mark", "5～8"),
        ("用电3KWH。", "wording-quantity", "kW·h"),
        ("甲。\n| 乙 |\n|---|\n| 丙 |", "markdown-blank-line", "\n"),
        ("要 ** 重点 ** 看。", "redaction-stars", "**重点**"),
        ("共*****户。", "redaction-stars", ""),
        ("王*、李*到场。", "redaction-stars", ""),
        ("市**和县**参加。", "redaction-stars", ""),
        ("甲。\n\n“乙。\n\n丙。", "marks-unpaired", ""),
        ("见（甲）乙）。", "marks-unpaired", ""),
    ],
)
def test_what_to_type_is_said(text: str, code: str, right: str) -> None:
    suggestions = [problem.suggestion for problem in problems(text) if problem.code == code]

    assert right in suggestions


@pytest.mark.parametrize(
    "text",
    [
        "他说“第一段。\n\n“第二段。”",
        "It is Tom’s book.",
        "用 a’s 表示。",
        "第一：1）看；2）听。",
        "走了2、5个小时。",
        "我市**和谐社区**建设，全区**和睦家庭**评选。",
        "学习‘98抗洪’精神。",
        "甲\n\n* 乙\n* 丙",
        "# 甲\n| 乙 |\n|---|",
        '甲 "quoted words" b',
        "| 甲 |\n|---|",
        "    # code\n",
        "审图号：GS(2024)0000号",
        "审图号：GS某（2024）0000号",
        "审图号：某S（2024）000号",
        "某审字（2024）第000号",
    ],
)
def test_what_only_looks_wrong_is_left_alone(text: str) -> None:
    assert not codes(text) - {"heading-level"}


def test_a_year_told_by_today_is_noticed_once() -> None:
    found = problems("今年修路，明年种树。昨天开会。")

    assert [problem.code for problem in found] == ["date-vague", "date-vague"]
    assert "昨天" in found[1].message


def test_dates_told_by_today_do_no_harm_on_pages() -> None:
    page = passage("---\ntitle: 标题\n---\n近日开会。\n", "docs/about.md")

    assert not [*judge(page, RULES)]
