"""Links that leave the site, and which of them lead nowhere.

Servers are asked sparingly: one question at a time each, with a pause between two.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPException
from itertools import chain
from socket import gaierror
from ssl import SSLCertVerificationError
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit
from urllib.request import Request, urlopen

from microsite.audit.built import Built, read_pages
from microsite.content.bureau import Bureau
from microsite.content.problems import Problem

AT_ONCE: Final = 8
"""Hosts."""
TIMEOUT: Final = 15
PAUSE: Final = 1.0
"""Seconds between two questions to one host."""
SILENCES: Final = 2
"""Times that a host may give no answer before it is let alone."""
REFUSALS: Final = frozenset({401, 403, 405, 406, 429})
"""Answers that programs get where readers may get a page."""
AGENT: Final = "microsite-links (checks the links of a public website)"
_SAFE: Final = "%/:=&?~+!$,;'@()*[]"


def outward(built: Built, bureau: Bureau) -> Mapping[str, Sequence[str]]:
    """Return every address elsewhere that readers may follow, with the pages that name it.

    Where to edit a page is no reader's business. Of links that only tell another site which of
    our pages they come from, there is one.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    ours = (bureau.site_url, bureau.edit_url)
    for page in read_pages(built):
        targets = (one.target.strip() for one in page.references if one.use == "link")
        elsewhere = (
            target
            for target in targets
            if target.startswith(("https://", "http://")) and not target.startswith(ours)
        )
        for address in {_plain(target, bureau.site_url) for target in elsewhere}:
            found[address].append(page.path)
    return dict(sorted(found.items()))


def outside_problems(
    built: Built, bureau: Bureau, most: int, pause: float = PAUSE
) -> Iterator[Problem]:
    """Find addresses elsewhere, `most` of them at the most, at which readers find nothing."""
    links = outward(built, bureau)
    for address, reason in dead([*links][:most], pause):
        pages = links[address]
        more = f"，共 {len(pages)} 页有这个链接" if len(pages) > 1 else ""
        message = f"外部链接 “{address}” 打不开：{reason}{more}，请换成能打开的，或删去"
        place = built.place(pages[0], address)
        yield Problem(pages[0], *place, "links-dead", message, "notice")


def dead(addresses: Iterable[str], pause: float = PAUSE) -> Iterator[tuple[str, str]]:
    """Return the addresses that lead nowhere, each with the reason."""
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from chain.from_iterable(pool.map(partial(_dead_at, pause=pause), hosts.values()))


def _dead_at(addresses: Sequence[str], pause: float) -> list[tuple[str, str]]:
    """Ask one host, until it has kept silent too often."""
    found: list[tuple[str, str]] = []
    silences = 0
    for address in addresses:
        try:
            reason = _refusal(address)
        except (OSError, HTTPException) as error:
            reason = silence(error)
            silences += 1
        if reason:
            found.append((address, reason))
        if silences == SILENCES:
            return found
        time.sleep(pause)
    return found


def _refusal(address: str) -> str:
    """Return what the server says instead of giving a page; nothing, if it gives one.

    Some servers know only one of the two ways of asking.
    """
    status = 0
    for method in ("HEAD", "GET"):
        status = _status(address, method)
        if status in REFUSALS or not status:
            return ""
    return f"对方应答 {status}"


def _status(address: str, method: str) -> int:
    """Return the status that tells of an error, or 0."""
    request = Request(_ascii(address), method=method, headers={"User-Agent": AGENT})
    try:
        with urlopen(request, timeout=TIMEOUT):
            return 0
    except HTTPError as error:
        error.close()
        return error.code


def silence(error: Exception) -> str:
    """Return why a server gave no answer, in plain words."""
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return f"{TIMEOUT} 秒没有应答"
    if isinstance(cause, SSLCertVerificationError):
        return "安全证书有问题"
    return "没有这个域名" if isinstance(cause, gaierror) else "连不上"


def _ascii(address: str) -> str:
    parts = urlsplit(address)
    path, query = quote(parts.path, safe=_SAFE), quote(parts.query, safe=_SAFE)
    return parts._replace(path=path, query=query, fragment="").geturl()


def _plain(target: str, site_url: str) -> str:
    whole, _, _ = target.partition("#")
    return whole.partition("?")[0] if site_url in unquote(whole) else whole
