"""`mkdocs serve`: problems are told where they are, and the last good site stays up."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build_site import build
from previewing import Answer, Served, preview_of
from signing import REVIEW
from small_project import BASE

Copy = Callable[[Path], Path]
EVENTS = "data/events/2026-01.yml"
EVENT = "events/20260131-rural-visit/"
STORY = "docs/stories/2026/lecture.md"
LECTURE = "stories/2026/lecture/"
PANEL = ".ms-panel-of"


def has(words: str, selector: str = "body") -> Callable[[Answer], bool]:
    return lambda answer: words in answer.words(selector)


def lacks(words: str, selector: str = "body") -> Callable[[Answer], bool]:
    return lambda answer: bool(answer.text) and words not in answer.words(selector)


@pytest.fixture
def root(copy: Copy) -> Path:
    return copy(BASE)


@pytest.fixture
def served(root: Path) -> Iterator[Served]:
    """Return a preview of the small project, of which one story is not signed."""
    file = root / STORY
    file.write_text(REVIEW.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    with preview_of(root) as served:
        yield served


def test_a_broken_record_is_told_on_its_page_until_it_is_mended(served: Served) -> None:
    served.change(EVENTS, "title: 结对走访", "titel: 结对走访")

    told = served.until(EVENT, has("titel", PANEL))
    desk = served.get("desk/")
    other = served.get("about/")
    served.change(EVENTS, "titel: 结对走访", "title: 结对走访")
    mended = served.until(EVENT, lacks("titel", PANEL))

    assert (told.status, desk.status, other.status) == (200, 200, 200)
    assert "结对走访" in told.words("h1")
    assert f"{EVENTS}:" in told.words(f"{PANEL} code")
    assert "titel" in desk.words(".ms-file")
    assert "titel" not in other.text
    assert "titel" not in mended.text


def test_half_a_file_is_got_over(served: Served) -> None:
    text = (served.root / EVENTS).read_text(encoding="utf-8")

    (served.root / EVENTS).write_text(text[: len(text) // 2], encoding="utf-8")
    served.until("desk/", has("处错误", "title"))
    unfinished = served.root / "data/events/.unfinished"
    unfinished.write_text(text.replace("结对走访", "结对走访之后"), encoding="utf-8")
    unfinished.replace(served.root / EVENTS)
    told = served.until(EVENT, has("结对走访之后", "h1"))

    assert "结对走访之后" in told.words("h1")


@pytest.mark.parametrize(
    ("path", "old", "new", "url"),
    [
        (STORY, "summary: ", "summary: 换过的", LECTURE),
        ("data/places.yml", "title: ", "title: 换过的", "places/"),
        ("hooks/templates/views/page.html", "<article", "<p>换过的</p><article", "about/"),
    ],
)
def test_a_change_of_any_file_is_shown(
    served: Served, path: str, old: str, new: str, url: str
) -> None:
    served.change(path, old, new)

    shown = served.until(url, has("换过的", "main"))

    assert "换过的" in shown.words("main")


@pytest.mark.parametrize(
    ("path", "tag", "attribute"),
    [
        ("docs/assets/css/tokens.css", "link[rel=stylesheet][href*='site-']", "href"),
        ("docs/assets/js/frame.js", "script[src*='frame-']", "src"),
    ],
)
def test_a_change_of_styles_and_scripts_is_shown(
    served: Served, path: str, tag: str, attribute: str
) -> None:
    def address(answer: Answer) -> str:
        node = answer.page.css_first(tag)
        return (node and node.attributes[attribute]) or ""

    before = address(served.get(""))
    with (served.root / path).open("a", encoding="utf-8") as file:
        file.write("\n/* 换过的 */\n")
    after = address(served.until("", lambda answer: address(answer) not in {"", before}))

    assert after != before
    assert "换过的" in served.get(after.removeprefix("./")).text


def test_what_is_not_signed_is_shown_to_editors_alone(served: Served, tmp_path: Path) -> None:
    page, archive, desk = served.get(LECTURE), served.get("stories/"), served.get("desk/")
    signed = served.get("stories/2026/community-orders/")

    result = build(served.root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    assert "待初审" in page.words(PANEL)
    assert "公众现在看不到这一页" in page.words(PANEL)
    assert "待初审" in archive.words(".ms-line .ms-badge")
    assert "microsite sign" in desk.words(".ms-stand")
    assert "看不到" not in signed.words(PANEL)
    assert not (tmp_path / "site" / LECTURE).exists()


def test_nothing_of_the_preview_is_published(root: Path, tmp_path: Path) -> None:
    result = build(root, tmp_path / "site")

    site = tmp_path / "site"
    texts = [file.read_bytes() for file in site.rglob("*") if file.suffix in {".html", ".css"}]
    assert result.returncode == 0, result.stderr
    assert not [file for file in site.rglob("*") if {"desk", "preview.js"} & {*file.parts}]
    assert not [text for text in texts if b"desk/" in text or b"ms-panel-of" in text]
    assert not [text for text in texts if "预览 -->".encode() in text]


def test_a_preview_of_broken_content_starts_and_waits_to_be_mended(root: Path) -> None:
    tags = root / "data/tags.yml"
    good = tags.read_text(encoding="utf-8")
    tags.write_text("community：{}\n", encoding="utf-8")

    with preview_of(root) as served:
        anywhere, desk = served.get(LECTURE), served.get("desk/")
        tags.write_text(good, encoding="utf-8")
        mended = served.until(LECTURE, has("预览", PANEL))

    assert (anywhere.status, desk.status) == (200, 200)
    assert anywhere.page.css_first("a[href='/desk/']")
    assert "data/tags.yml:1:1" in desk.words("main")
    assert "预览" in mended.words(PANEL)


def test_a_broken_template_is_told_without_a_traceback(root: Path) -> None:
    template = root / "hooks/templates/views/event.html"
    good = template.read_text(encoding="utf-8")
    template.write_text(f"{good}\n{{{{ view.nonsense }}}}", encoding="utf-8")

    with preview_of(root) as served:
        desk = served.get("desk/")
        template.write_text(f"{good}{{% if %}}", encoding="utf-8")
        syntax = served.until("desk/", lambda answer: answer.text != desk.text)
        template.write_text(good, encoding="utf-8")
        mended = served.until(EVENT, has("预览", PANEL))
        log = served.log.read_text(encoding="utf-8")

    line = good.count("\n") + 2
    assert f"模板 hooks/templates/views/event.html 第{line}行有错" in desk.words("main")
    assert "模板 hooks/templates/views/event.html" in syntax.words("main")
    assert "Traceback" not in log + desk.text
    assert "预览" in mended.words(PANEL)


def test_a_file_that_cannot_be_read_is_told_without_a_traceback(served: Served) -> None:
    script = served.root / "docs/assets/js/dates.js"
    script.rename(script.with_suffix(".txt"))

    told = served.until("", has("dates.js", PANEL))

    assert told.status == 200
    assert "有文件读不出或写不进（docs/assets/js/dates.js）" in told.words(PANEL)
    assert "Traceback" not in served.log.read_text(encoding="utf-8")


def test_settings_that_are_wrong_leave_the_last_site_up(served: Served) -> None:
    served.change("mkdocs.yml", "use_directory_urls: true", "use_directory_urls: [")

    told = served.until("", has("mkdocs.yml 里的设置有错", PANEL))

    assert "mkdocs.yml 里的设置有错" in told.words(PANEL)


def test_a_mistake_of_the_program_is_told_as_such(served: Served) -> None:
    served.change("hooks/templates/views/page.html", "<article", "{{ 1 + 'a' }}<article")

    told = served.until("about/", has("程序本身出错", PANEL))

    assert "程序本身出错" in told.words(PANEL)
    assert "Traceback" not in told.text


def test_the_terminal_says_in_chinese_where_to_look(served: Served) -> None:
    log = served.log.read_text(encoding="utf-8")

    assert f"预览网站：{served.address}　编辑工作台：{served.address}desk/" in log


def test_code_that_changed_is_started_anew(served: Served) -> None:
    before = served.get("desk/now").text
    code = served.root / "hooks/microsite/plan.py"
    good = code.read_text(encoding="utf-8")
    code.write_text(f"{good}from microsite.memory import nonsense\n", encoding="utf-8")
    broken = served.until("desk/", has("启动不了"))

    code.write_text(f"{good}\n", encoding="utf-8")
    served.until("desk/now", lambda answer: answer.status == 200 and answer.text != before)
    mended = served.until("desk/", lacks("启动不了"))

    assert "启动不了" in broken.words(".ms-desk__alarm")
    assert "启动不了" not in mended.text
    assert served.log.read_text(encoding="utf-8").count("预览网站：") == 2
