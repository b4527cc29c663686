"""Nodes to records; what the models object to becomes problems at the very place."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from microsite.content.entry import ORIGIN, Origin, Record
from microsite.content.nodes import Mapping, Node, Sequence, is_null, locate, locate_key, plain
from microsite.content.problems import Problem, did_you_mean
from microsite.content.schema import JsonObject, member, properties, schema_of

R = TypeVar("R", bound=Record)

MEANT = {
    "计划": "planned",
    "计划中": "planned",
    "举办": "held",
    "已举办": "held",
    "延期": "postponed",
    "取消": "cancelled",
    "已取消": "cancelled",
    "每月": "month",
    "每季度": "quarter",
    "每年": "year",
    "支部": "branch",
    "地点": "place",
    "岗位": "posts",
    "显示": "posts",
    "不显示": "hidden",
    "照片": "photo",
    "摄影": "photo",
    "插图": "drawing",
    "绘图": "drawing",
    "地图": "map",
    "截图": "screenshot",
    "无": "none",
    "没有": "none",
    "公开": "public",
    "公开场合": "public",
    "同意": "consent",
    "已同意": "consent",
    "监护人": "guardian",
}
"""The words of a file for what editors say."""

EXPECTED = {
    "literal_error": ("type-text", "这里应当是一个词，不是列表或下一层“名称: 内容”"),
    "model_type": ("type-mapping", "这里应当是下一层的“名称: 内容”"),
    "dict_type": ("type-mapping", "这里应当是下一层的“名称: 内容”"),
    "too_short": ("value-empty", "这里至少要写一项"),
    "tuple_type": ("type-list", "这里应当是列表，写成 [甲, 乙]，或每行一个“- ”"),
}


def validate(
    model: type[R], node: Mapping, path: str, origin: Origin | None = None
) -> R | list[Problem]:
    """Return the record that `node` holds, or every objection to it."""
    written = {key: plain(value) for key, value in node.values.items() if not is_null(value)}
    values = {**written, ORIGIN: origin} if origin else written
    try:
        return model.model_validate(values)
    except ValidationError as error:
        at = (origin.line, origin.column) if origin else (node.line, node.column)
        return [
            problem
            for details in error.errors(include_url=False)
            for problem in _problems(details, model, node, path, at)
        ]


def _problems(
    details: ErrorDetails, model: type[BaseModel], node: Mapping, path: str, start: tuple[int, int]
) -> Iterator[Problem]:
    kind, loc = details["type"], details["loc"]
    schema = _schema(model)
    parent = schema
    for part in loc[:-1]:
        parent = member(schema, parent, part)
    if kind == "missing":
        if not _stands_empty(node, loc):
            known = properties(parent)
            place = locate(node, loc) if len(loc) > 1 else start
            line, column = _gap(node, loc, known, place)
            yield Problem(path, line, column, "key-missing", _missing(str(loc[-1]), known))
        return
    if kind == "extra_forbidden":
        line, column = locate_key(node, loc)
        hint = did_you_mean(str(loc[-1]), properties(parent))
        yield Problem(path, line, column, "key-unknown", f"不认识的名称 “{loc[-1]}”{hint}")
        return
    line, column = locate(node, loc)
    if kind == "literal_error" and isinstance(wrong := details["input"], str):
        choices = member(schema, parent, loc[-1])["enum"]
        hint = did_you_mean(MEANT.get(wrong, wrong), choices)
        yield Problem(path, line, column, "value-choice", f"“{wrong}” 不在可选的范围里{hint}")
        return
    code, message = EXPECTED.get(kind, (kind, details["msg"]))
    yield Problem(path, line, column, code, message)


def _missing(key: str, known: JsonObject) -> str:
    title = known[key].get("title", key)
    return f"缺少“{title}”，请补上一行“{key}: …”"


def _gap(
    node: Node, loc: tuple[str | int, ...], known: JsonObject, start: tuple[int, int]
) -> tuple[int, int]:
    """Return the place of the key behind which the missing one belongs, if it is on a later line.

    Otherwise it is the `start` of the record.
    """
    for part in loc[:-1]:
        if isinstance(node, Sequence):
            node = node.items[int(part)]
            continue
        assert isinstance(node, Mapping)  # a single value has no parts
        node = node.values[str(part)]
    assert isinstance(node, Mapping)  # or nothing in it could be missing
    keys = [node.keys[key] for key in takewhile(loc[-1].__ne__, known) if key in node.keys]
    return (keys[-1].line, keys[-1].column) if keys and keys[-1].line > start[0] else start


def _stands_empty(node: Node, loc: tuple[str | int, ...]) -> bool:
    """Tell whether the key is there with nothing behind it, as the reader has reported."""
    for part in loc:
        if isinstance(node, Mapping) and part in node.values:
            node = node.values[str(part)]
        elif isinstance(node, Sequence) and isinstance(part, int):
            node = node.items[part]
        else:
            return False
    return is_null(node)


@lru_cache(maxsize=64)
def _schema(model: type[BaseModel]) -> JsonObject:
    return schema_of(model)
