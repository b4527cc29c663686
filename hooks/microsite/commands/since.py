"""The site before the one in question, for the commands that compare with it."""

import sys
from collections.abc import Mapping

from microsite.publish.manifest import ManifestError
from microsite.publish.verify import files_of


def files_before(place: str) -> Mapping[str, str]:
    """Return the digests of the site that was; none, with a word, where there has not been one."""
    try:
        return files_of(place)
    except ManifestError as error:
        print(f"没有可以比较的旧网站：{error}", file=sys.stderr)
        return {}
