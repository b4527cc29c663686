"""Text that Markdown shows as it is."""

from typing import Final

_MARKS: Final = str.maketrans({mark: f"\\{mark}" for mark in r"\`*_[]<>|#~"})


def literal(text: str) -> str:
    """Return Markdown of which readers see `text`, in one line, also within a table."""
    return " ".join(text.split()).translate(_MARKS)
