"""What stands for a content, so that it can be told whether it is still the same."""

import hashlib
import json
from typing import Final

from microsite.content.nodes import Plain

LENGTH: Final = 32
"""Of a fingerprint, in hexadecimal digits."""


def digest(content: object) -> str:
    """Return the fingerprint of what JSON can hold; the order of keys does not matter."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def tidy(value: Plain) -> Plain:
    """Return `value` with one space for each run of white space in its texts."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [tidy(item) for item in value]
    return {key: tidy(item) for key, item in value.items()}
