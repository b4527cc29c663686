"""A story's words in what WeChat keeps: no link, no nested list, no picture, and nothing lost."""

import pytest

from drawing import drawn
from microsite.wechat.package import Package
from microsite.wechat.words import story_text
from small_project import Files
from wechat.checker import faults, words
from wechat.packing import Pack

LONG_LIST = """\
1. 一

    - 甲
        - 乙
    - 丙

        丙的第二段

2. 二

    二的第二段

3. 三
"""
QUOTE = "> 引文\n>\n> - 引文里的一条\n"
TABLE = "| 左 | 中 | 右 |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n"
CODE = "正文里的 `a  b`。\n\n    第一行\n      第二行 <b>\n"
FOOTNOTE = "正文[^1]。\n\n[^1] 注文。\n"
HEADINGS = "## 二\n\n### 三\n\n#### 四\n\n##### 五\n\n###### 六\n"
BREAKS = "一行  \n又一行\n\n---\n\n*着重*和**加粗**。English\nwords *and* **more**\n*words*\n"
STORIES = {
    "lists": LONG_LIST,
    "quote": QUOTE,
    "table": TABLE,
    "code": CODE,
    "footnote": FOOTNOTE,
    "headings": HEADINGS,
    "breaks": BREAKS,
    "late": "3. 三\n4. 四\n",
    "deep": "\n".join(f"{'    ' * depth}- 第{depth}层" for depth in range(12)),
    "quotes": "> " * 60 + "深",
    "empty": "",
    "raw": "<script>alert(1)</script> <b class='a'>粗</b> & &amp; ［此处插入 图1.jpg］[1]",
    "links": "[一](https://a.gov.cn/) <https://b.gov.cn/> <a@b.gov.cn> [二](https://a.gov.cn/)",
}
PICTURES: Files = {
    "docs/assets/pictures/lamp.jpg": drawn(1600, 900),
    "docs/assets/pictures/door.png": drawn(format="PNG", mode="RGBA"),
    "data/pictures.yml": "lamp.jpg: {kind: photo, credit: 示例·综合科, people: none}\n"
    "door.png: {kind: drawing, credit: 示例·综合科}\n",
}
LAMP = '![路灯亮了](../../assets/pictures/lamp.jpg "修好以后")'
DOOR = "![单元门](../../assets/pictures/door.png)"


def own_words(package: Package) -> str:
    return story_text(package.article.html)


@pytest.mark.parametrize("body", STORIES.values(), ids=STORIES)
def test_any_story_becomes_what_wechat_keeps(pack: Pack, body: str) -> None:
    assert faults(pack(body).article.html) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (LONG_LIST, "一甲乙丙丙的第二段二二的第二段三"),
        (QUOTE, "引文引文里的一条"),
        (TABLE, "左中右123"),
        (CODE, "正文里的ab。第一行第二行<b>"),
        (FOOTNOTE, "正文[^1]。[^1]注文。"),
        (HEADINGS, "二三四五六"),
        (BREAKS, "一行又一行着重和加粗。Englishwordsandmorewords"),
        (STORIES["late"], "三四"),
        (STORIES["links"], "一https://b.gov.cn/a@b.gov.cn二"),
        ("", ""),
    ],
)
def test_every_word_of_a_story_comes_back(pack: Pack, body: str, said: str) -> None:
    assert own_words(pack(body)) == said


def test_what_looks_like_an_addition_is_a_word_of_the_story(pack: Pack) -> None:
    assert own_words(pack(STORIES["raw"])).endswith("［此处插入图1.jpg］[1]")


def test_lists_inside_lists_are_flat_and_keep_their_marks(pack: Pack) -> None:
    html = pack(LONG_LIST).article.html

    assert html.count("<ol") == 1
    assert "<ul" not in html
    assert words(html).startswith("一◦甲◦乙◦丙丙的第二段二二的第二段三")


def test_numbers_inside_items_are_kept(pack: Pack) -> None:
    text = pack("- 甲\n    1. 子\n    2. 丑\n- 乙\n").article.text

    assert text.startswith("· 甲\n1. 子\n2. 丑\n· 乙\n")


def test_a_list_that_begins_late_keeps_its_numbers(pack: Pack) -> None:
    assert pack("3. 三\n4. 四\n").article.text.startswith("3. 三\n4. 四\n")


def test_an_item_without_a_word_has_no_mark(pack: Pack) -> None:
    assert "◦" not in pack("- 甲\n    - \n").article.text


def test_links_are_numbered_notes_each_address_once(pack: Pack) -> None:
    text = pack(
        "见[一](https://a.gov.cn/)、[二](https://b.gov.cn/x?y=1&z=2)和[一](https://a.gov.cn/)。"
    ).article.text

    assert text.startswith("见一[1]、二[2]和一[1]。\n")
    assert "\n[1] 一：https://a.gov.cn/\n[2] 二：https://b.gov.cn/x?y=1&z=2\n" in text


def test_links_inside_the_site_are_notes_with_the_whole_address(pack: Pack) -> None:
    text = pack("见[大讲堂](series:lecture-hall)。").article.text

    assert "[1] 大讲堂：https://zhujian.example/sub/series/lecture-hall/" in text


@pytest.mark.parametrize(
    "body",
    [
        "<https://a.gov.cn/>",
        "<a@b.gov.cn>",
        "[12345](tel:12345)",
        "## 怎么办\n\n见[上文](#怎么办)。",
        f"[{DOOR}](https://a.gov.cn/)",
    ],
    ids=["address", "mail", "telephone", "above", "picture"],
)
def test_what_says_its_address_or_needs_none_has_no_note(pack: Pack, body: str) -> None:
    assert "[1]" not in pack(body, PICTURES).article.text


def test_mail_behind_words_is_a_note(pack: Pack) -> None:
    assert "[1] 信箱：a@b.gov.cn" in pack("[信箱](mailto:a@b.gov.cn)").article.text


def test_pictures_are_numbered_places_with_their_captions(pack: Pack) -> None:
    package = pack(f"一\n\n{LAMP}\n\n二，{DOOR}，又是{DOOR}。\n\n{LAMP}\n", PICTURES)

    assert package.article.text.split("\n")[:5] == [
        "一",
        "［此处插入 图1.jpg：路灯亮了］",
        "修好以后 摄影：示例·综合科",
        "二，［图2.png］，又是［图2.png］。",
        "［此处插入 图1.jpg：路灯亮了］",
    ]
    assert [*package.pictures] == ["图1.jpg", "图2.png"]
    assert own_words(package).startswith("一修好以后摄影：示例·综合科二，，又是。修好以后")


def test_a_picture_in_an_item_of_an_item_comes_after_its_mark(pack: Pack) -> None:
    text = pack(f"- 甲\n    - {DOOR}\n", PICTURES).article.text

    assert text.startswith("· 甲\n◦ ［图1.png］\n")


def test_cells_keep_their_alignment(pack: Pack) -> None:
    html = pack(TABLE).article.html

    assert [html.count(f"text-align:{side}") for side in ("center", "right")] == [2, 2]


def test_code_keeps_its_lines(pack: Pack) -> None:
    assert "第一行\n  第二行 <b>" in pack(CODE).article.text


def test_items_have_no_white_space_between_them(pack: Pack) -> None:
    html = pack("- 甲\n- 乙\n").article.html

    assert "\n" not in html
    assert "> <" not in html
