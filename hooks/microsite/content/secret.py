"""A part of a text that is nobody's business, and how much of it may be shown."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

Kind = Literal["id", "phone", "card", "plate", "account", "mail", "home", "child", "condition"]

_LETTER = re.compile(r"[^\W_]")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ＠]")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D}


class Secret(NamedTuple):
    """Offsets of a text: what is reported, and which part of it is never shown."""

    start: int
    end: int
    kind: Kind
    hidden_start: int
    hidden_end: int


def narrow(text: str) -> str:
    """Return `text`, as long as it was, with ASCII for full-width letters and digits."""
    return text.translate(_NARROW) if _WIDE.search(text) else text


def shown_ends(text: str, start: int, end: int, kind: Kind, ends: tuple[int, int]) -> Secret:
    """Return the secret from `start` to `end`, some letters of which may be shown at its ends."""
    at = [found.start() for found in _LETTER.finditer(text, start, end)]
    first, last = ends
    return Secret(start, end, kind, at[first], at[len(at) - 1 - last] + 1)


def shown(text: str, secret: Secret) -> str:
    """Return what may be shown of a secret, as long as it is, with stars for the rest."""
    start, end, _, first, last = secret
    return f"{text[start:first]}{_LETTER.sub('*', text[first:last])}{text[last:end]}"


def hidden(text: str, secrets: Iterable[Secret]) -> str:
    """Return `text`, as long as it was, with stars for the hidden parts of `secrets`."""
    letters = list(text)
    for _, _, _, first, last in secrets:
        letters[first:last] = _LETTER.sub("*", text[first:last])
    return "".join(letters)
