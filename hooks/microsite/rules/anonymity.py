"""Where no name and no number of a person may stand: names of files, and certain series."""

from collections.abc import Iterator

from microsite.content.hardships import full_names
from microsite.content.load import Reading
from microsite.content.masking import secret_numbers
from microsite.content.names import named_in
from microsite.content.nodes import Mapping, Node, Scalar
from microsite.content.reader import Document
from microsite.content.review import Item
from microsite.content.secret import shown
from microsite.rules.site_rule import Each, Example, Objection, Occasion, Piece, SiteRule

SIGNERS = frozenset({"by", "author", "source"})
"""Keys of those who made a text, not of those whom it is about."""


def _file_names(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for source in reading.sources:
        if any(secret_numbers(source.path)):
            message = "文件名里有不能公开的号码，文件名就是网址，请改名"
            yield Objection(source.path, 1, 1, message)


def _names(piece: Piece) -> Iterator[Objection]:
    if piece.series and piece.series.anonymous:
        yield from _in_record(piece.item)
        if isinstance(piece.source.content, Document):
            yield from _in_text(piece.source.path, piece.source.content)


def _in_record(entry: Item) -> Iterator[Objection]:
    written = (value for value in _values(entry.origin.node) if not value.value.isascii())
    for value in written:
        for start, end in full_names(value.value):
            column = value.column + start + (not value.is_plain)
            yield _objection(entry.origin.path, value.line, column, value.value[start:end])


def _in_text(path: str, document: Document) -> Iterator[Objection]:
    body = document.body
    for start, end in full_names(body):
        line = document.body_line + body.count("\n", 0, start)
        column = start - body.rfind("\n", 0, start)
        yield _objection(path, line, column, body[start:end])


def _values(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        kept = (child for key, child in node.values.items() if key not in SIGNERS)
        yield from (value for child in kept for value in _values(child))
    else:
        yield from (value for child in node.items for value in _values(child))


def _objection(path: str, line: int, column: int, name: str) -> Objection:
    secret = named_in(name, (0, len(name)), "condition")
    instead = f"{name[: secret.hidden_start]}某某"
    message = f"这个系列不写任何人的姓名，写的是“{shown(name, secret)}”，请写成“{instead}”"
    return Objection(path, line, column, message, instead)


_STORY = (
    "---\ntitle: 院子里的树\nseries: rural\npublished: 2026-02-10 09:00\nsummary: 一棵树的事。\n"
    "source: 市住建局\n---\n{}种下了一棵树。\n"
)
RULES = (
    SiteRule(
        "privacy-file-name",
        "文件名里的号码",
        "文件名就是网址，写在里面的号码谁都看得到。",
        Example("docs/stories/2026/zhang-13800138000.md", _STORY.format("村民")),
        Example("docs/stories/2026/tree-20260210.md", _STORY.format("村民")),
        _file_names,
    ),
    SiteRule(
        "privacy-anonymous",
        "不写姓名的系列",
        "家访、通报案例这类活动只讲事，不讲是谁；系列文件里写着 anonymous: true。",
        Example("docs/stories/2026/tree.md", _STORY.format("王小明")),
        Example("docs/stories/2026/tree.md", _STORY.format("王某某")),
        Each(_names),
    ),
)
