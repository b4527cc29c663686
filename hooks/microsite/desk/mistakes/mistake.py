"""A problem that comes from reading the files, as the handbook explains it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """One way to write what cannot be read, or what does not fit the rest."""

    code: str
    title: str
    reason: str
    """What is wrong with it and how to mend it, in one or two Chinese sentences."""
    path: str = ""
    """A file of the small project of the tests; nothing, if no edit of one file shows it."""
    bad: str = ""
    """In the place of `good`, it is reported."""
    good: str = ""
    """Stands once in the file."""
