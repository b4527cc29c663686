"""What is only warned of or noticed about pictures."""

from collections.abc import Callable

import pytest

from microsite.content.load import Reading
from microsite.rules.all import editorial_judgement
from microsite.rules.site_rule import occasion
from small_project import NOW, Files

Read = Callable[[Files], Reading]
STORY = "docs/stories/2026/roof.md"
FIGURE = "![屋顶](../../assets/pictures/roof.png)"
CAPTIONED = '![屋顶](../../assets/pictures/roof.png "修好的屋顶")'
RECORDS = "data/pictures.yml"
SCREENSHOT = "roof.png: {kind: screenshot}\n"


def story(body: str, keys: str = "") -> dict[str, str | bytes]:
    front = "title: 屋顶\nseries: theme-day\npublished: 2026-02-10 09:00\nsummary: 屋顶的事。\n"
    return {STORY: f"---\n{front}source: 市住建局\n{keys}---\n{body}\n"}


def found(read: Read, files: Files) -> list[tuple[str, str, int]]:
    """Return code, level and line of all that the rules on pictures say."""
    reading = read(files)
    problems = editorial_judgement(reading, occasion(reading, NOW))
    return [(p.code, p.level, p.line) for p in sorted(problems) if p.code.startswith("picture-")]


def test_a_photo_in_a_text_needs_a_caption(read: Read) -> None:
    assert found(read, story(FIGURE)) == [("picture-caption", "warning", 8)]


def test_a_photo_as_a_cover_needs_a_caption(read: Read) -> None:
    files = story("正文。", "cover: roof.png\ncover_alt: 屋顶\n")

    assert found(read, files) == [("picture-caption", "warning", 7)]


@pytest.mark.parametrize(
    "files",
    [
        story(CAPTIONED),
        story("正文。", "cover: roof.png\ncover_alt: 屋顶\ncover_caption: 修好的屋顶\n"),
        story("[大图](../../assets/pictures/roof.png)"),
        story(FIGURE) | {RECORDS: SCREENSHOT},
        story(f"见{FIGURE}。") | {RECORDS: SCREENSHOT},
        story("正文。", "cover: roof.png\ncover_alt: 屋顶\n") | {RECORDS: SCREENSHOT},
    ],
)
def test_what_is_no_photo_or_has_a_caption_is_left_alone(files: Files, read: Read) -> None:
    assert not found(read, files)


def test_one_photo_may_stand_twice(read: Read) -> None:
    body = f"{CAPTIONED}\n\n{FIGURE}"

    assert found(read, story(body)) == [("picture-caption", "warning", 8)]


def test_a_caption_may_be_left_out_with_a_reason(read: Read) -> None:
    body = f"{FIGURE} <!-- 允许 picture-caption：组图的第一张 -->"

    assert not found(read, story(body))


def test_a_record_that_nothing_uses_is_noticed(read: Read) -> None:
    assert found(read, {}) == [("picture-unused", "notice", 1)]


def test_a_picture_that_cannot_be_used_is_not_called_unused(read: Read) -> None:
    files = story(FIGURE) | {"docs/assets/pictures/roof.png": b"x"}

    assert not found(read, files)
