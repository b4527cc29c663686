"""Lines of YAML as an editor would type them: with what each is for, and what is still to come."""

from typing import Final

from microsite.content.entry import Record
from microsite.content.nodes import Mapping, Scalar, Sequence, YamlError, compose

BLANK: Final = "待补充："
"""Begins what a human has to fill in; the rule on placeholders finds it."""


def blank(what: str, hint: str | None = None) -> str:
    """Return the words that stand for what is still to be written."""
    return f"{BLANK}{what}（{hint}）" if hint else f"{BLANK}{what}"


def line(key: str, value: str, note: str = "") -> str:
    """Return a key with its value, both as they are typed."""
    return f"{key}: {value}  # {note}" if note else f"{key}: {value}"


def offered(key: str, value: str, note: str) -> str:
    """Return a key that is not in use until its number sign is deleted."""
    return f"# {line(key, value, note)}"


def optional(key: str, value: str, example: str, note: str) -> str:
    """Return a key with its `value`; with an `example` and not in use, if there is none."""
    return line(key, value, note) if value else offered(key, example, note)


def indented(lines: list[str]) -> list[str]:
    """Return the `lines` one level deeper."""
    return [f"  {one}" for one in lines]


def meaning(model: type[Record], key: str) -> str:
    """Return what the model tells editors about a key."""
    field = model.model_fields[key]
    return "：".join(filter(None, [field.title, field.description]))


def written(text: str, *, inside: bool = False) -> str:
    """Return one line of `text` as a YAML value, in quotation marks only where it needs them.

    Args:
        text: Without control characters.
        inside: Whether it stands between brackets, where a comma ends it.
    """
    single = text.replace("'", "''")
    forms = (text, f'"{text}"', f"'{single}'")
    return next(form for form in forms if _is_read_as(form, text, inside=inside))


def listed(texts: tuple[str, ...]) -> str:
    """Return `texts` as a YAML list on one line, if there are any."""
    items = ", ".join(written(text, inside=True) for text in texts)
    return f"[{items}]" if items else ""


def _is_read_as(form: str, text: str, *, inside: bool) -> bool:
    try:
        node, problems = compose(f"k: [{form}]" if inside else f"k: {form}", "")
    except YamlError:
        return False
    value = node.values.get("k") if isinstance(node, Mapping) else None
    if isinstance(value, Sequence):
        value = value.items[0] if len(value.items) == 1 else None
    return not problems and isinstance(value, Scalar) and value.value == text
