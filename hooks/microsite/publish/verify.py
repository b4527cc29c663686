"""What is online, compared with what a manifest says should be."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from microsite.audit.built import address_of
from microsite.publish.manifest import NAME, PRECOMPRESSED, Manifest, ManifestError, digests, parse

AT_ONCE = 8
"""Requests: enough for a far server, and no load for any."""
TIMEOUT = 20


def manifest_at(place: str) -> Manifest:
    """Return the manifest of the site at an address or in a folder.

    Raises:
        ManifestError: If there is none, or it cannot be read.
    """
    return parse(_manifest_text(place), place)


def found_at(place: str, manifest: Manifest) -> Mapping[str, str]:
    """Return the digests of what is there: in a folder all; of a site, what `manifest` has.

    A site is asked for its pages by the addresses that readers use. What a server may not show,
    and the compressed forms that it chooses by itself, are not asked for.
    """
    if not _is_address(place):
        return digests(Path(place))
    hidden = {path for path in manifest.files if not _is_public(path)}
    found = dict(_fetched(place, sorted(manifest.files.keys() - hidden)))
    return found | {path: manifest.files[path] for path in hidden}


def _is_public(path: str) -> bool:
    return not path.startswith(".") and not path.endswith(PRECOMPRESSED)


def _fetched(site: str, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for path, digest in pool.map(lambda path: (path, _digest(site, path)), paths):
            if digest is not None:
                yield path, digest


def _digest(site: str, path: str) -> str | None:
    """Return the digest of what is at an address; `None`, if there is nothing."""
    try:
        return sha256(_get(f"{site.rstrip('/')}/{quote(address_of(path))}")).hexdigest()
    except HTTPError as error:
        # The page for errors comes with the status of one.
        return sha256(error.read()).hexdigest() if path == "404.html" else None


def _manifest_text(place: str) -> str:
    try:
        if _is_address(place):
            return _get(f"{place.rstrip('/')}/{NAME}").decode("utf-8", "replace")
        return (Path(place) / NAME).read_text(encoding="utf-8")
    except (OSError, HTTPException, ValueError) as error:
        raise ManifestError(f"{place} 里没有 {NAME}，或打不开") from error


def _get(address: str) -> bytes:
    request = Request(address, headers={"Accept-Encoding": "identity"})
    with urlopen(request, timeout=TIMEOUT) as answer:
        data: bytes = answer.read()
        return data


def _is_address(place: str) -> bool:
    return place.startswith(("https://", "http://"))
