"""What is online, compared with what a manifest says should be."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from microsite.audit.page import address_of
from microsite.publish.manifest import NAME, PRECOMPRESSED, Manifest, ManifestError, digests, parse

AT_ONCE = 8
"""Requests: enough for a far server, and no load for any."""
TIMEOUT = 20


def manifest_at(place: str) -> Manifest:
    """Return the manifest of the site at an address or in a folder, or the one that is a file.

    Raises:
        ManifestError: If there is none, or it cannot be read.
    """
    return parse(_manifest_text(place), place)


def found_at(place: str, manifest: Manifest) -> Mapping[str, str]:
    """Return the digests of what is there: in a folder all, of a site what any manifest names.

    A site is asked for its pages by the addresses that readers use. What a server may not show,
    and the compressed forms that it chooses by itself, are not asked for, but taken to be right.

    Raises:
        ManifestError: If the site does not answer.
    """
    if Path(place).is_dir():
        return digests(Path(place))
    if not _is_address(place):
        raise ManifestError(f"没有 {place} 这个文件夹")
    wanted = manifest.files.keys() | _named_by(place)
    found = dict(_fetched(place, sorted(filter(is_public, wanted))))
    return found | {path: it for path, it in manifest.files.items() if not is_public(path)}


def files_of(place: str) -> Mapping[str, str]:
    """Return the digests of a site to compare with, without asking a server for every file.

    Raises:
        ManifestError: If `place` is neither a folder nor has a manifest.
    """
    if Path(place).is_dir():
        return digests(Path(place))
    return manifest_at(place).files


def is_public(path: str) -> bool:
    """Tell whether readers can ask for a file by its name."""
    return not path.startswith(".") and not path.endswith(PRECOMPRESSED)


def _named_by(place: str) -> Iterable[str]:
    """Return the paths that the site itself tells of; none, where it has no manifest."""
    try:
        return manifest_at(place).files.keys()
    except ManifestError:
        return ()


def _fetched(site: str, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for path, digest in pool.map(lambda path: (path, _digest(site, path)), paths):
            if digest is not None:
                yield path, digest


def _digest(site: str, path: str) -> str | None:
    """Return the digest of what is at an address; `None`, if there is nothing."""
    address = f"{site.rstrip('/')}/{quote(address_of(path))}"
    try:
        return sha256(_get(address)).hexdigest()
    except HTTPError as error:
        # The page for errors comes with the status of one.
        return sha256(error.read()).hexdigest() if path == "404.html" else None
    except (OSError, HTTPException) as error:
        raise ManifestError(f"{address} 没有应答，或答了一半") from error


def _manifest_text(place: str) -> str:
    path = Path(place)
    try:
        if _is_address(place):
            return _get(f"{place.rstrip('/')}/{NAME}").decode("utf-8", "replace")
        return (path if path.is_file() else path / NAME).read_text(encoding="utf-8")
    except (OSError, HTTPException, ValueError) as error:
        raise ManifestError(f"{place} 里没有 {NAME}，或打不开") from error


def _get(address: str) -> bytes:
    request = Request(address, headers={"Accept-Encoding": "identity"})
    with urlopen(request, timeout=TIMEOUT) as answer:
        data: bytes = answer.read()
        return data


def _is_address(place: str) -> bool:
    return place.startswith(("https://", "http://"))
