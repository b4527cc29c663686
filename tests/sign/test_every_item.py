"""Every story and record of this project can be signed, and nothing but its review changes."""

import re
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from build_site import ROOT
from microsite.content.nodes import Plain, plain
from microsite.content.reader import Document
from microsite.signing.emission import Entries
from microsite.signing.proof import read, written
from microsite.signing.splice import Append
from signing import REVIEW

FILES = [
    file.relative_to(ROOT).as_posix()
    for file in sorted([*ROOT.glob("docs/stories/*/*.md"), *ROOT.glob("data/events/*.yml")])
]
REVIEW_IN_BYTES = re.compile(rb"(?:(?<=\n)|(?<=^)) *review:\r?\n(?: +- [^\r\n]*(?:\r?\n|$))+")
Typed = Callable[[str], bytes]


def on_windows(text: str) -> bytes:
    return f"\ufeff{text}".replace("\n", "\r\n").encode()


CASES = [
    *((path, str.encode) for path in FILES),
    *((path, on_windows) for path in FILES[::7]),
]


def reviews(data: bytes, path: str) -> dict[tuple[str, ...], Sequence[Plain]]:
    """Return every review of a file, by the keys on the way to it."""
    content = read(data, path)[0].content
    if isinstance(content, Document):
        records: dict[tuple[str, ...], Plain] = {(): plain(content.front)}
    else:
        records = {(id,): plain(node) for id, node in content.values.items()}
    return {
        (*keys, "review"): review
        for keys, record in records.items()
        if isinstance(record, dict) and isinstance(review := record.get("review"), list)
    }


def entries(step: object) -> Entries:
    assert isinstance(step, dict)
    return {key: date.fromisoformat(text) if key == "on" else text for key, text in step.items()}


@pytest.mark.parametrize(("path", "typed"), CASES)
def test_only_its_review_is_added(path: str, typed: Typed) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    wanted = reviews(text.encode(), path)
    bare = data = typed(REVIEW.sub("", text))
    for keys, review in wanted.items():
        for step in review:
            data, _ = written(data, path, Append(keys, entries(step)))

    rest = REVIEW_IN_BYTES.sub(b"", data)

    assert reviews(data, path) == wanted
    assert rest == bare


def test_an_item_that_is_signed_anew_is_what_it_was() -> None:
    path = "docs/stories/2026/theme-day.md"
    data = (ROOT / path).read_bytes()
    [(keys, [*_, last])] = reviews(data, path).items()
    bare = re.sub(rb"(?m)^  - \{step: \xe7\xbb\x88.*\n", b"", data)

    assert written(bare, path, Append(keys, entries(last)))[0] == data
