"""What an address in a file of the site means, as browsers resolve it (RFC 3986)."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_PLAIN: Final = re.compile(r"(?:\w[\w.-]*/)*(?:\w[\w.-]*)?", re.ASCII)
"""What follows the site's root in nearly all addresses, and means itself."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """What knows where a site will be."""

    site_url: str
    """With a slash at its end."""

    def address(self, base: str, target: str) -> str | None:
        """Return the address below the site's root that is meant; `None`, if it is elsewhere.

        Args:
            base: The address of the file, below the root.
            target: As it stands there.
        """
        path = target.partition("#")[0]
        if not path:
            return base
        for root in ("../" * base.count("/"), self.site_url):
            if path.startswith(root) and _PLAIN.fullmatch(path, len(root)):
                return path[len(root) :]
        return self.resolved(base, target)

    def resolved(self, base: str, target: str) -> str | None:
        """Return the same by the whole procedure, which takes its time."""
        whole = urldefrag(urljoin(self.site_url + base, target.strip())).url
        whole = re.sub("^webcal:", f"{urlsplit(self.site_url).scheme}:", whole)
        if f"{whole}/" == self.site_url:
            return ""
        if not whole.startswith(self.site_url):
            return None
        return unquote(urlsplit(whole.removeprefix(self.site_url)).path)
