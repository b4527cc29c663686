"""Every published story for WeChat, at each build, where the bureau wants that."""

from pathlib import Path
from typing import Final

from microsite.content.load import Reading
from microsite.content.site import Site
from microsite.wechat.objections import objections
from microsite.wechat.package import packages
from microsite.wechat.placing import mirror

FOLDER: Final = "wechat"
"""Below the project, and no part of what is published."""
MIRROR: Final = f"{FOLDER}/已发布"
"""For builds alone; no story has such a name, so that nothing exported by hand is there."""


def export_all(root: Path, site: Site, reading: Reading) -> None:
    """Let the folder hold all stories of `site` but those that WeChat would not take.

    Raises:
        PlacingError: If something else is in the folder.
        OSError: If it cannot be written.
    """
    made = tuple(packages(root, site, site.stories.values()))
    unfit = {problem.path for problem in objections(made, reading)}
    mirror((one for one in made if one.story.origin.path not in unfit), root / MIRROR)
