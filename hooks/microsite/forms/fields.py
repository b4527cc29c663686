"""JSON Schema of a record to the fields of its form."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from microsite.content.schema import JsonObject, member, properties
from microsite.content.values import DAY, MINUTE, WORD, schema

SIGNED: Final = frozenset({"review", "withdrawn", "hash", "first"})
"""Keys that no form shows: `microsite sign` writes them, and withdrawing is no matter of forms."""
_NOT_IN_NAMES: Final = re.compile(r"[%.\s*]")
"""What the CMS takes for more than a letter in the name of a field."""
_DATES: Final = {
    schema(DAY)["pattern"]: {"type": "date", "format": "YYYY-MM-DD"},
    schema(MINUTE)["pattern"]: {"type": "datetime-local", "format": "YYYY-MM-DD HH:mm"},
}


def form_fields(
    record: JsonObject, chosen: Mapping[str, JsonObject], root: JsonObject | None = None
) -> list[JsonObject]:
    """Return a field for every key of `record` but those that are signed.

    Args:
        record: The schema of a mapping.
        chosen: By key, what its field has besides, or instead of what the schema says.
        root: Where the schema's references lead; the schema itself, if nothing else is given.
    """
    root = root or record
    required = frozenset(record.get("required", ()))
    return [
        field(key, member(root, record, key), root, is_required=key in required)
        | chosen.get(key, {})
        for key in properties(record)
        if key not in SIGNED
    ]


def field(key: str, one: JsonObject, root: JsonObject, *, is_required: bool) -> JsonObject:
    """Return the field of a key: label, help, whether it must be filled, and how."""
    widget = dict(_widget(one, root))
    is_needed = is_required and widget["widget"] != "boolean"
    shown: JsonObject = {"name": name_of(key), "label": one["title"], "required": is_needed}
    hint = {"hint": one["description"]} if "description" in one else {}
    return shown | hint | widget


def name_of(key: str) -> str:
    """Return the name of the field of a key, which the browser turns back into the key."""
    return _NOT_IN_NAMES.sub(lambda found: f"%{ord(found[0]):02X}", key)


def pattern(form: str, expected: str) -> JsonObject:
    """Return what lets only text through that is all `form`, and says what is expected."""
    return {"pattern": [f"^(?:{form})$", expected]}


def choice(value: str, label: str) -> JsonObject:
    """Return one of the things to choose from."""
    return {"value": value, "label": label}


def _widget(one: JsonObject, root: JsonObject) -> Iterator[tuple[str, object]]:
    if True in one.get("enum", ()):
        yield "widget", "boolean"
    elif "enum" in one:
        yield "widget", "select"
        yield "options", [choice(value, _label(value, one)) for value in one["enum"]]
    elif one.get("type") == "array":
        yield from _list(one, root)
    elif one.get("type") == "object":
        yield "widget", "object"
        yield "fields", form_fields(one, {}, root)
    else:
        yield from _text(one)


def _list(one: JsonObject, root: JsonObject) -> Iterator[tuple[str, object]]:
    item = member(root, one, 0)
    yield "widget", "list"
    if item.get("type") == "object":
        yield "fields", form_fields(item, {}, root)


def _text(one: JsonObject) -> Iterator[tuple[str, object]]:
    form = next(
        (each["pattern"] for each in (one, *one.get("anyOf", ())) if "pattern" in each), ""
    )
    if form in _DATES:
        yield "widget", "datetime"
        yield from _DATES[form].items()
        return
    yield "widget", "string"
    if form and form != WORD["pattern"]:
        expected = one.get("description")
        yield (
            "pattern",
            [form, f"写法不对，应当像：{expected}" if expected else "写法不对，请核对"],
        )


def _label(value: str, one: JsonObject) -> str:
    """Return what the description of a key says of one of its values."""
    found = re.search(rf"(?:^|，){re.escape(value)} ([^，；]+)", one.get("description", ""))
    return found[1] if found else value
