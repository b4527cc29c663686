"""What every command has."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from microsite.content.masking import MaskedError


class UsageError(MaskedError):
    """A command was not given what it needs; the message is for whoever typed it."""


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `microsite`."""

    name: str
    help: str
    """One Chinese sentence."""
    declare: Callable[[ArgumentParser], None]
    """Adds its arguments; `--root` is there already."""
    run: Callable[[Namespace], int]
    """Returns 0 when done, 1 when the content has problems; may raise a `UsageError`."""
