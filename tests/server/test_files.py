"""Every file of the site, asked for as readers and programs do."""

import gzip
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from microsite.audit.page import address_of
from microsite.publish.manifest import NAME, PRECOMPRESSED, parse
from server.nginx import Answer, Online, ask

SHORT = "public, max-age=300, must-revalidate"
FOR_EVER = "public, max-age=31536000, immutable"
HASHED = re.compile(r"assets/(cards|pictures|css|js)/|.*\.pf_")
"""Where all names change with the content."""
SECURITY = {
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}
TYPES = {
    "feed.json": "application/feed+json; charset=utf-8",
    "feed.xml": "application/atom+xml; charset=utf-8",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pagefind": "application/octet-stream",
    ".pf_filter": "application/octet-stream",
    ".pf_fragment": "application/octet-stream",
    ".pf_index": "application/octet-stream",
    ".pf_meta": "application/octet-stream",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".xml": "application/xml; charset=utf-8",
}
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


def policy(answer: Answer) -> Mapping[str, list[str]]:
    """Return the sources of every directive of the Content-Security-Policy."""
    directives = answer.headers["content-security-policy"].split("; ")
    return {words[0]: words[1:] for words in map(str.split, directives)}


@pytest.fixture(scope="module")
def files(published: Path) -> Mapping[str, str]:
    """Return the digest of every file that readers can ask for, by its path."""
    manifest = parse((published / "current" / NAME).read_text(encoding="utf-8"), "")
    return {
        path: digest
        for path, digest in manifest.files.items()
        if not path.startswith(".") and not path.endswith(PRECOMPRESSED) and path != "404.html"
    }


@pytest.fixture(scope="module")
def answers(site: Online, files: Mapping[str, str]) -> Mapping[str, Answer]:
    """Return what comes for every file, as it is, by its path."""
    with site.connected() as connection:
        return {path: ask(connection, f"/{address_of(path)}") for path in files}


def test_every_file_is_there_as_it_was_made(
    answers: Mapping[str, Answer], files: Mapping[str, str]
) -> None:
    found = {path: sha256(answer.body).hexdigest() for path, answer in answers.items()}

    assert len(files) > 1000
    assert {answer.status for answer in answers.values()} == {200}
    assert found == files


def test_every_file_has_its_type(answers: Mapping[str, Answer]) -> None:
    wrong = {
        path: answer.headers["content-type"]
        for path, answer in answers.items()
        if answer.headers["content-type"]
        != TYPES.get(Path(path).name, TYPES.get(Path(path).suffix))
    }

    assert {Path(path).suffix for path in answers} <= TYPES.keys()
    assert not wrong


def test_what_changes_its_name_is_kept_for_ever_and_nothing_else(
    answers: Mapping[str, Answer],
) -> None:
    kept = {path for path, one in answers.items() if one.headers["cache-control"] == FOR_EVER}
    asked_again = {path for path, one in answers.items() if one.headers["cache-control"] == SHORT}

    assert kept == {path for path in answers if HASHED.match(path)}
    assert asked_again == answers.keys() - kept


def test_every_answer_carries_the_locks(answers: Mapping[str, Answer]) -> None:
    open_ = {path for path, one in answers.items() if not SECURITY.items() <= one.headers.items()}
    policies = {answer.headers["content-security-policy"] for answer in answers.values()}

    assert not open_
    assert len(policies) == 1
    assert not any("allow" in answer.headers for answer in answers.values())


def test_scripts_run_from_this_site_or_by_their_digest(site: Online) -> None:
    found = policy(site.ask("/"))

    digests = [source for source in found["script-src"] if source.startswith("'sha256-")]
    assert found["default-src"] == ["'none'"]
    assert len(digests) == 1
    assert {*found["script-src"]} == {"'self'", "'wasm-unsafe-eval'", *digests}
    others = {name: sources for name, sources in found.items() if name != "script-src"}
    assert {source for sources in others.values() for source in sources} == {"'self'", "'none'"}


@pytest.mark.parametrize(
    ("understood", "coding", "suffix"),
    [("br, gzip", "br", ".br"), ("gzip, deflate, br, zstd", "br", ".br"), ("gzip", "gzip", ".gz")],
)
def test_text_comes_compressed_to_those_who_understand_it(  # noqa: PLR0913, PLR0917 - a table
    site: Online,
    published: Path,
    answers: Mapping[str, Answer],
    understood: str,
    coding: str,
    suffix: str,
) -> None:
    packed = [p for p in answers if (published / f"current/{p}{suffix}").is_file()]
    with site.connected() as connection:
        got = {
            path: ask(connection, f"/{address_of(path)}", Accept_Encoding=understood)
            for path in packed
        }

    assert len(got) > 500
    assert {one.headers.get("content-encoding") for one in got.values()} == {coding}
    assert {one.headers["vary"] for one in got.values()} == {"Accept-Encoding"}
    assert {answers[path].headers["vary"] for path in packed} == {"Accept-Encoding"}
    assert all(UNPACK[coding](one.body) == answers[path].body for path, one in got.items())
    assert all(
        one.headers["content-type"] == answers[p].headers["content-type"] for p, one in got.items()
    )
    assert all(one.headers["etag"] != answers[path].headers["etag"] for path, one in got.items())


def test_no_text_of_some_size_lacks_its_compressed_form(
    published: Path, answers: Mapping[str, Answer]
) -> None:
    compressible = {
        path
        for path, answer in answers.items()
        if len(answer.body) >= 1024 and "charset" in answer.headers["content-type"]
    }

    assert not [p for p in compressible if not (published / f"current/{p}.br").is_file()]


def test_what_is_compressed_already_comes_as_it_is(site: Online) -> None:
    answer = site.ask("/search/index/wasm.unknown.pagefind", Accept_Encoding="br, gzip")

    assert "content-encoding" not in answer.headers
    assert answer.body.startswith(b"\x1f\x8b")
