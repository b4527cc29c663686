"""Everything that an editor needs to bring one story into WeChat."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from microsite.cards.face import Face, faces
from microsite.cards.typeface import typeface_problems
from microsite.content.bureau import WeChat
from microsite.content.model import Story
from microsite.content.pictures import Picture
from microsite.content.site import Site
from microsite.content.wording import marked_title
from microsite.outputs.pictures import picture_copies
from microsite.wechat.article import Article, article
from microsite.wechat.cover import Cover

ARTICLE: Final = "article.html"
COPY: Final = "copy.html"
TITLE: Final = "title.txt"
AUTHOR: Final = "author.txt"
DIGEST: Final = "digest.txt"
LINK: Final = "link.txt"
DRAFT: Final = "【草稿】"


@dataclass(frozen=True, slots=True)
class Package:
    """One story for WeChat, as far as it is not drawn."""

    story: Story
    state: str
    """How a draft stands; nothing, if it may be published."""
    title: str
    author: str
    digest: str
    link: str
    """阅读原文."""
    article: Article
    pictures: Mapping[str, Path]
    """Files to be put into the places that say their names."""
    cover: Cover
    limits: WeChat

    @property
    def texts(self) -> dict[str, str]:
        """What is copied into WeChat's form, by the name of its file."""
        return {
            ARTICLE: self.article.html,
            TITLE: self.title,
            AUTHOR: self.author,
            DIGEST: self.digest,
            LINK: self.link,
        }


def packages(root: Path, site: Site, stories: Iterable[Story]) -> Iterator[Package]:
    """Return the `stories` of `site` for WeChat, in their order; the project is below `root`."""
    shown = {site.bureau.site_url + one.largest.url: one for one in site.pictures.values()}
    drawn = {} if any(typeface_problems(root)) else dict(faces(site))
    yield from map(partial(_package, root, site, shown, drawn), stories)


def _package(
    root: Path, site: Site, shown: Mapping[str, Picture], drawn: Mapping[str, Face], story: Story
) -> Package:
    cover = _cover(root, site, drawn, story)
    state = site.awaiting.get(story.url, "")
    made = article(story, site, shown, state, cover.credit)
    title = marked_title(story)
    return Package(
        story=story,
        state=state,
        title=DRAFT + title if state else title,
        author=story.author or story.source,
        digest=story.summary,
        link=site.bureau.site_url + story.url,
        article=made,
        pictures={one.name: _largest(root, one.picture) for one in made.inserts},
        cover=cover,
        limits=site.bureau.wechat,
    )


def _cover(root: Path, site: Site, drawn: Mapping[str, Face], story: Story) -> Cover:
    """Return the story's picture, unless it is a map, of which nothing may be cut off."""
    if picture := site.thumbnails.get(story.id):
        said = (story.cover_caption, *picture.notes)
        return Cover(root, _largest(root, picture), None, "，".join(filter(None, said)))
    return Cover(root, None, drawn.get(story.url))


def _largest(root: Path, picture: Picture) -> Path:
    """Return the largest rendition: upright, in sRGB, without metadata, in an old format."""
    files = {copy.url: copy.path for copy in picture_copies(root, [picture])}
    return files[picture.largest.url]
