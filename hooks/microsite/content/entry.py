"""What all records of the site have in common."""

from dataclasses import dataclass, field
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, InstanceOf
from pydantic.json_schema import SkipJsonSchema

from microsite.content.nodes import Mapping

ORIGIN: Final = "\0"
"""The key under which an entry gets its origin; the reader lets no file contain it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry was written."""

    id: str
    path: str
    """Of the file, below the project, with `/`."""
    line: int
    column: int
    node: Mapping = field(repr=False, compare=False)


class Record(BaseModel):
    """Something an editor writes as a YAML mapping."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Record):
    """A record that can be pointed at: it knows where it was written."""

    origin: SkipJsonSchema[InstanceOf[Origin]] = Field(alias=ORIGIN, repr=False)

    @property
    def id(self) -> str:
        """What other records call it; the last part of its address, if it has one."""
        return self.origin.id
