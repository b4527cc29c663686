"""What WeChat would not take, told before anything is copied."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from microsite.content.load import Reading
from microsite.content.nodes import locate
from microsite.content.pictures import Use
from microsite.content.problems import Problem
from microsite.content.reader import Document
from microsite.wechat.limits import AUTHOR, BYTES, CHARACTERS, DIGEST, MEGABYTE, TITLE
from microsite.wechat.markup import sanitised
from microsite.wechat.package import DRAFT, Package
from microsite.wechat.writer import Insert

CODES: Final = {
    "title": "wechat-title",
    "author": "wechat-author",
    "source": "wechat-author",
    "summary": "wechat-digest",
}
"""By the key of the story that is too long."""


def objections(packages: Iterable[Package], reading: Reading) -> tuple[Problem, ...]:
    """Return all that must be mended before these stories fit into WeChat, in order."""
    lines = {
        source.path: source.content.body_line
        for source in reading.sources
        if isinstance(source.content, Document)
    }
    return tuple(sorted(chain.from_iterable(_of(package, lines) for package in packages)))


def _of(package: Package, lines: Mapping[str, int]) -> Iterator[Problem]:
    yield from _long_words(package)
    yield from _pictures(package)
    yield from _long_body(package, lines.get(package.story.origin.path, 1))


def _long_words(package: Package) -> Iterator[Problem]:
    story = package.story
    title = package.title.removeprefix(DRAFT)
    mark = "（含“【示例】”）" if story.sample else ""
    said = (
        ("title", f"标题{mark}", title, TITLE),
        ("author" if story.author else "source", "作者", package.author, AUTHOR),
        ("summary", "摘要", package.digest, DIGEST),
    )
    for key, name, text, most in said:
        if len(text) > most:
            message = f"公众号的{name}最多 {most} 个字，这里有 {len(text)} 个，请缩短"
            yield _at(package, key, CODES[key], message)


def _long_body(package: Package, line: int) -> Iterator[Problem]:
    path, html = package.story.origin.path, package.article.html
    if sanitised(html) != html:
        message = "正文里有公众号不接受的标签或样式，这是程序的错误，请告诉维护网站的人"
        yield Problem(path, line, 1, "wechat-markup", message)
    if len(html) >= CHARACTERS or len(html.encode()) >= BYTES:
        message = (
            f"公众号的正文连排版记号要少于 {CHARACTERS} 个字符、1 MB，这里有 {len(html)} 个，"
            "请删减，或分成几篇"
        )
        yield Problem(path, line, 1, "wechat-body", message)


def _pictures(package: Package) -> Iterator[Problem]:
    path, limits = package.story.origin.path, package.limits
    inserts = package.article.inserts
    for insert in inserts[limits.pictures :][:1]:
        message = (
            f"图片太多：这里是第 {limits.pictures + 1} 张，一篇公众号文章最多 {limits.pictures} 张"
        )
        yield _at_picture(insert, path, "wechat-pictures", message)
    for insert in inserts:
        size = package.pictures[insert.name].stat().st_size
        if size > limits.picture_mb * MEGABYTE:
            message = (
                f"图片 {size / MEGABYTE:.1f} MB，公众号一张最多 {limits.picture_mb} MB，"
                "请缩小或另存为 JPG"
            )
            yield _at_picture(insert, path, "wechat-picture-large", message)


def _at(package: Package, key: str, code: str, message: str) -> Problem:
    origin = package.story.origin
    return Problem(origin.path, *locate(origin.node, (key,)), code, message)


def _at_picture(insert: Insert, path: str, code: str, message: str) -> Problem:
    use = next(use for use in insert.picture.uses if _is_text(use, path))
    return Problem(path, use.line, use.column, code, message)


def _is_text(use: Use, path: str) -> bool:
    return use.path == path and use.manner in {"figure", "inline"}
