"""A story as an article of a WeChat account."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from microsite.content.model import Story
from microsite.content.pictures import Picture
from microsite.content.site import Site
from microsite.wechat import styles
from microsite.wechat.markup import block, markup, sanitised
from microsite.wechat.matter import foot, head
from microsite.wechat.words import plain_text
from microsite.wechat.writer import Insert, written


@dataclass(frozen=True, slots=True)
class Article:
    """What is copied into WeChat's editor."""

    html: str
    text: str
    """The same without markup."""
    inserts: tuple[Insert, ...]
    """Pictures, in the order of their numbers."""


def article(
    story: Story, site: Site, pictures: Mapping[str, Picture], state: str = "", cover: str = ""
) -> Article:
    """Return a story of `site` as an article.

    Args:
        story: Its text is converted already.
        site: As readers find it, or a preview of it.
        pictures: By the address of their largest rendition.
        state: Of a draft, which is marked by it.
        cover: Whose work the cover is, if that must be said.
    """
    root = site.bureau.site_url
    words = written(site.prose[story.origin.path].at(root), root + story.url, pictures)
    parts = (head(story, state), words.element, foot(story, site, words.notes, cover))
    html = sanitised(_markup(tuple(part for part in parts if len(part) or part.text)))
    return Article(html, plain_text(html), words.inserts)


def _markup(parts: tuple[ET.Element, ...]) -> str:
    return markup(block("section", styles.ROOT, inside=parts))
