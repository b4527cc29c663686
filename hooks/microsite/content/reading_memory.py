"""What came of reading a project, for the next time that it is read."""

from typing import TypeAlias

from microsite.content.entry import Entry, Record
from microsite.content.model import Event, Series
from microsite.content.nodes import Mapping
from microsite.content.problems import Problem
from microsite.content.prose import Prose
from microsite.content.reader import Source
from microsite.memory import Memory, Same

Problems: TypeAlias = tuple[Problem, ...]


class ReadingMemory:
    """Whatever depends on one file, or on one record and what it belongs to."""

    def __init__(self) -> None:
        self.sources = Memory[tuple[str, bytes], tuple[Source | None, Problems]]()
        """By path and content."""
        self.entries = Memory[tuple[type[Entry], Same[Mapping], str, int], Entry | list[Problem]]()
        """By model, what was typed, id and line."""
        self.prose = Memory[str, Prose]()
        """By Markdown."""
        self.facts = Memory[Same[Series], type[Record]]()
        """Models of what the events of a series state."""
        self.events = Memory[tuple[Same[Event], Same[Series | None]], tuple[Event, Problems]]()
        """With their facts, by event and series."""

    def turn(self) -> None:
        """Begin to read anew."""
        for memory in (self.sources, self.entries, self.prose, self.facts, self.events):
            memory.turn()
