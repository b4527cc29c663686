"""What can be wrong with content, and how it is said."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal, NamedTuple

from microsite.content.masking import masked

Level = Literal["error", "warning", "notice"]
"""An error keeps the content from being published; a warning should be seen to, a notice is worth
knowing.
"""


class Fix(NamedTuple):
    """What to put in the place of a part of a file; offsets count the characters of its text."""

    start: int
    end: int
    text: str
    is_safe: bool
    """Whether a program may do it unasked."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One objection to one place of one file; lines and columns count from 1.

    What is nobody's business is masked in whatever it says; `fix` and `path` are for programs.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    level: Level = field(default="error", compare=False)
    suggestion: str = field(default="", compare=False)
    """What to type instead; nothing, if only the editor can know."""
    fix: Fix | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", masked(self.message))
        object.__setattr__(self, "suggestion", masked(self.suggestion))

    @property
    def shown_path(self) -> str:
        """The path as people may see it."""
        return masked(self.path)

    def __str__(self) -> str:
        place = f"{self.shown_path}:{self.line}:{self.column}"
        return f"{place}: {self.message} [{self.code}]"


class ContentError(Exception):
    """The content has errors; all of them, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted({one for one in problems if one.level == "error"}))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Return a Chinese half sentence that names the nearest of the `known`, or all if few."""
    choices = sorted(known)
    # One wrong character of two is near in Chinese and far off in English.
    cutoff = 0.6 if wrong.isascii() else 0.5
    if near := get_close_matches(wrong, choices, n=1, cutoff=cutoff):
        return f"，是不是 “{near[0]}”？"
    if 0 < len(choices) <= MOST_NAMED:
        return f"，可以写：{'、'.join(choices)}"
    return ""


MOST_NAMED = 12
