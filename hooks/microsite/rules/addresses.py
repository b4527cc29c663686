"""An address means one thing: what is written, what is generated, where an old one leads.

A written page must not be replaced in silence by a generated one of the same address.
"""

from collections.abc import Collection, Iterable, Iterator

from microsite.content.problems import Problem, did_you_mean
from microsite.content.redirects import Redirects
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


def misled(all: Redirects, addresses: Collection[str]) -> Iterator[Problem]:
    """Find redirects from addresses that are in use, and to those that are not.

    Args:
        all: They are judged.
        addresses: All that is published, below the site's root.
    """
    path = all.origin.path
    for number, one in enumerate(all.redirects):
        if one.old in addresses:
            message = f"/{one.old} 现在就有内容，不能转到别处，请删去这一条"
            yield Problem(path, *all.at(number, "from"), "redirect-taken", message)
        if one.new not in addresses:
            near = (address for address in addresses if address.endswith("/") or not one.new)
            message = f"网站里没有 /{one.new}{did_you_mean(one.new, near)}"
            yield Problem(path, *all.at(number, "to"), "redirect-nowhere", message)
