"""Which pictures the site uses, and where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from microsite.content.addresses import asset_at
from microsite.content.model import Story
from microsite.content.nodes import locate
from microsite.content.pictures import Use, is_picture
from microsite.content.prose import Prose
from microsite.content.reader import Document


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
        for target in dict.fromkeys(text.links):
            asset = asset_at(target, path)
            if asset in assets and (is_picture(asset) or target in text.images):
                uses[asset].append(Use(path, *bodies[path].find(target)))
    for story in stories.values():
        if story.cover_path in assets:
            at = locate(story.origin.node, ("cover",))
            uses[story.cover_path].append(Use(story.origin.path, *at))
    return uses
