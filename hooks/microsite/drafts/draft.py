"""What comes of an editor's answers: the lines of a file, or of an entry of one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is not there yet."""

    path: str
    """Below the project, with `/`."""
    id: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry(Draft):
    """An entry of a table; its lines begin with its id, two blanks for each level."""

    schema: str
    """Where the schema of the table lies, seen from the table."""
    start: str = ""
    """Day and minute by which the table is ordered; entries of others follow each other."""

    approvals: tuple[str, ...] = ()
    """Fields that wait for somebody's approval, which is not for an editor to fill in."""

    @property
    def first_line(self) -> str:
        """With which a table begins, so that editing programs complete and explain its keys."""
        return first_line(self.schema)


def first_line(schema: str) -> str:
    """Return the line that tells editing programs the schema of a file."""
    return f"# yaml-language-server: $schema={schema}"
