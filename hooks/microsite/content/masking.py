"""What no output may show: found in any text, and hidden in it."""

from collections.abc import Iterator

from microsite.content.accounts import accounts
from microsite.content.children import children
from microsite.content.hardships import hardships
from microsite.content.homes import homes
from microsite.content.mails import mails
from microsite.content.numbers import numbers
from microsite.content.secret import Secret, hidden, narrow


def secret_numbers(text: str) -> Iterator[Secret]:
    """Find numbers and addresses that lead to a person, in text as it was typed."""
    plain = narrow(text)
    found = (*accounts(plain), *mails(plain))
    yield from found
    told = {at for one in found for at in range(one.start, one.end)}
    yield from (one for one in numbers(plain) if not {one.start, one.end - 1} <= told)


def secret_facts(text: str) -> Iterator[Secret]:
    """Find homes and people who must not be named, in the words that readers see."""
    found = (*homes(narrow(text)), *children(text), *hardships(text))
    longest_last = sorted(found, key=lambda one: one.end)
    yield from {(one.kind, one.hidden_start): one for one in longest_last}.values()


class MaskedError(Exception):
    """An error that somebody is told of, without what is nobody's business."""

    def __init__(self, *lines: str) -> None:
        super().__init__(masked("\n".join(lines)))


def masked(text: str) -> str:
    """Return `text`, as long as it was, with stars for what is nobody's business."""
    return hidden(text, [*secret_numbers(text), *secret_facts(text)])
