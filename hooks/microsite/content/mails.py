"""Addresses for mail that are not a government's."""

import re
from collections.abc import Iterator

from microsite.content.secret import Secret

_MAIL = re.compile(
    r"(?<![0-9A-Za-z_.+-])(?P<name>[A-Za-z0-9][A-Za-z0-9_.+-]*)(?:@|[(\[]at[)\]])"
    r"(?P<domain>(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?![0-9A-Za-z-]|:[0-9A-Za-z~/])"
)
_OTHER = re.compile(
    r"(?:.*\.)?gov\.cn|.*\.(?:png|jpe?g|gif|svg|webp|[cm]?js|css|html?|md|ya?ml|json)",
    re.IGNORECASE,
)
"""A government's domain, or the name of a file."""
_LOGIN = re.compile(r"[A-Za-z]+://[^/?#\s]*$")
_SIGNS = ("@", "(at)", "[at]")
_BEFORE = 80


def mails(text: str) -> Iterator[Secret]:
    """Find them in a text without full-width letters."""
    if not any(sign in text for sign in _SIGNS):
        return
    for found in _MAIL.finditer(text):
        before = text[max(found.start() - _BEFORE, 0) : found.start()]
        if not (_OTHER.fullmatch(found["domain"]) or _LOGIN.search(before)):
            yield Secret(*found.span(), "mail", *found.span("name"))


def domain_of(mail: str) -> str:
    """Return what stands behind the name in an address for mail, in small letters."""
    found = _MAIL.search(mail)
    return found["domain"].lower() if found else ""
