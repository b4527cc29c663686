"""Which files beside the texts the site uses, and where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from microsite.content.addresses import asset_at
from microsite.content.model import Story
from microsite.content.nodes import locate
from microsite.content.pictures import Manner, Use, is_picture
from microsite.content.prose import Prose
from microsite.content.reader import Document

LINKED: tuple[Manner, str] = ("link", "")
Uses: TypeAlias = Mapping[str, Sequence[Use]]
"""By the path of a file below `docs/`."""


def file_uses(
    bodies: Mapping[str, Document],
    stories: Mapping[str, Story],
    prose: Mapping[str, Prose],
    assets: frozenset[str],
) -> Uses:
    """Return where texts and covers name a file that is there.

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
            if asset in assets:
                at = bodies[path].find(target)
                uses[asset] += [Use(path, *at, *manner) for manner in shown.get(target, [LINKED])]
    for story in stories.values():
        if story.cover_path in assets:
            at = locate(story.origin.node, ("cover",))
            caption = story.cover_caption or ""
            uses[story.cover_path].append(Use(story.origin.path, *at, "cover", caption))
    return uses


def picture_uses(uses: Uses) -> Uses:
    """Return the `uses` of what is a picture, or is shown as if it were one."""
    return {
        path: some
        for path, some in uses.items()
        if is_picture(path) or any(use.manner != "link" for use in some)
    }


def _manners(text: Prose) -> Mapping[str, Sequence[tuple[Manner, str]]]:
    """Return in which manners, and with which captions, a text shows a picture, by target."""
    found: defaultdict[str, list[tuple[Manner, str]]] = defaultdict(list)
    for image in dict.fromkeys(text.images):
        found[image.target].append(("figure" if image.is_figure else "inline", image.caption))
    return found
