"""A written page must not be replaced in silence by a generated one of the same address."""

from collections.abc import Iterable, Iterator

from microsite.content.problems import Problem
from microsite.content.site import Site


def address_problems(site: Site, generated: Iterable[str]) -> Iterator[Problem]:
    """Find written pages whose address a generated page has as well.

    Args:
        site: What is written.
        generated: Addresses below the site's root; those of pages end with a slash.
    """
    written = {page.url: page.origin.path for page in site.pages.values()}
    for url in generated:
        if path := written.get(url):
            message = f"网址 /{url} 由系统自动生成，这个文件会和它冲突，请换一个文件名"
            yield Problem(path, 1, 1, "address-taken", message)
