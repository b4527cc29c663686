"""Files that texts link to: which there are, what stands for them, what a signature binds."""

from collections.abc import Callable

import pytest

from microsite.content.attachments import read_attachments
from microsite.content.load import Reading
from microsite.content.pictures import Use
from microsite.content.review import fingerprints
from small_project import BASE, Files

Read = Callable[[Files], Reading]

FORM, OTHER = "docs/assets/files/表 1.pdf", "docs/assets/other.txt"
STORY, URL = "docs/stories/2026/lamp.md", "stories/2026/lamp/"
ABOUT = (
    "---\ntitle: 关于\nsummary: 一句。\n---\n"
    "[另](assets/other.txt)、[表](assets/files/表%201.pdf)\n"
)
LINK = "[表](../../assets/files/表%201.pdf)"
PRINT = "6feb3ce5962fd91ea686e9033f05f14e"
"""Of a story with that link alone; another one would ask for every such signature anew."""


def story(body: str = LINK, form: bytes = b"%PDF") -> Files:
    front = "title: 灯\nseries: theme-day\npublished: 2026-02-10 09:00\nsummary: 一句。\n"
    text = f"---\n{front}source: 市住建局\n---\n{body}\n"
    return {STORY: text, FORM: form, OTHER: b"x"}


def print_of(reading: Reading) -> str:
    return fingerprints(reading)[URL]


def test_a_file_to_which_a_story_links_is_signed_with_it(read: Read) -> None:
    assert print_of(read(story())) == PRINT


@pytest.mark.parametrize(
    "files",
    [
        story(form=b"%PDG"),
        story(form=b"%PDF\n"),
        story(form=b""),
        story(LINK + " [另](../../assets/other.txt)"),
    ],
)
def test_one_byte_more_or_another_file_is_another_content(files: Files, read: Read) -> None:
    assert print_of(read(files)) != PRINT


@pytest.mark.parametrize(
    "files",
    [
        {**story(), OTHER: b"y"},
        {**story(), STORY: str(story()[STORY]).replace("\n", "\r\n")},
        {**story(), "docs/about.md": ABOUT},
    ],
)
def test_what_the_story_does_not_link_to_is_not_signed_with_it(files: Files, read: Read) -> None:
    assert print_of(read(files)) == PRINT


def test_a_file_that_is_linked_to_twice_is_signed_once(read: Read) -> None:
    reading = read(story(f"{LINK}、[又一次](../../assets/files/表%201.pdf)"))

    assert [len(one.uses) for one in reading.attachments] == [1]


def test_only_what_a_story_links_to_is_read(read: Read) -> None:
    found = {one.path: one for one in read({**story(), "docs/about.md": ABOUT}).attachments}

    assert len(found["assets/files/表 1.pdf"].digest) == 32
    assert (found["assets/other.txt"].digest, len(found["assets/other.txt"].uses)) == ("", 1)


def test_a_picture_is_no_attachment(read: Read) -> None:
    figure = '![屋顶](../../assets/pictures/roof.png "屋顶")'

    reading = read(story(f"{figure}\n\n[屋顶](../../assets/pictures/roof.png)"))

    assert [picture.path for picture in reading.pictures] == ["assets/pictures/roof.png"]
    assert not reading.attachments


def test_a_file_that_cannot_be_read_is_a_problem_of_whoever_links_to_it() -> None:
    use = Use(STORY, 8, 5)

    _, problems = read_attachments(BASE / "docs", {"gone.txt": [use]})

    assert [str(problem) for problem in problems] == [
        f"{STORY}:8:5: 链接的文件 “gone.txt” 打不开，请检查有没有读取的权限 [file-unreadable]"
    ]
