"""Which pictures the site uses, and where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from microsite.content.addresses import asset_at
from microsite.content.model import Story
from microsite.content.nodes import locate
from microsite.content.pictures import Manner, Use, is_picture
from microsite.content.prose import Prose
from microsite.content.reader import Document

LINKED: tuple[Manner, str] = ("link", "")


def picture_uses(
    bodies: Mapping[str, Document],
    stories: Mapping[str, Story],
    prose: Mapping[str, Prose],
    assets: frozenset[str],
) -> Mapping[str, Sequence[Use]]:
    """Return where texts and covers name a picture that is there, by its path below `docs/`.

    Args:
        bodies: By the path of their file.
        stories: By id.
        prose: What became of the bodies.
        assets: Paths below `docs/` of files that are not Markdown.
    """
    uses: defaultdict[str, list[Use]] = defaultdict(list)
    for path, text in prose.items():
        shown = _manners(text)
        for target in dict.fromkeys(text.links):
            asset = asset_at(target, path)
            if asset in assets and (is_picture(asset) or target in shown):
                at = bodies[path].find(target)
                uses[asset] += [Use(path, *at, *manner) for manner in shown.get(target, [LINKED])]
    for story in stories.values():
        if story.cover_path in assets:
            at = locate(story.origin.node, ("cover",))
            caption = story.cover_caption or ""
            uses[story.cover_path].append(Use(story.origin.path, *at, "cover", caption))
    return uses


def _manners(text: Prose) -> Mapping[str, Sequence[tuple[Manner, str]]]:
    """Return in which manners, and with which captions, a text shows a picture, by target."""
    found: defaultdict[str, list[tuple[Manner, str]]] = defaultdict(list)
    for image in dict.fromkeys(text.images):
        found[image.target].append(("figure" if image.is_figure else "inline", image.caption))
    return found
