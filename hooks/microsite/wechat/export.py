"""Every published story for WeChat, at each build, where the bureau wants that."""

from pathlib import Path
from typing import Final

from microsite.content.load import Reading
from microsite.content.site import Site
from microsite.wechat.objections import objections
from microsite.wechat.package import packages
from microsite.wechat.placing import PlacingError, mirror

FOLDER: Final = "wechat"
"""Below the project, and no part of what is published."""
MIRROR: Final = f"{FOLDER}/已发布"
"""For builds alone; no story has such a name, so that nothing exported by hand is there."""


def export_all(root: Path, site: Site, reading: Reading) -> str:
    """Let the folder hold all stories of `site` but those that WeChat would not take.

    Returns:
        Why it could not be done; nothing, if it was.
    """
    try:
        _export(root, site, reading)
    except PlacingError as error:
        return f"故事没有导出到公众号：{error}"
    except OSError as error:
        where = error.filename or f"{MIRROR} 文件夹"
        return f"故事没有导出到公众号，{where} 写不进去：请看磁盘是否已满、有没有权限"
    return ""


def _export(root: Path, site: Site, reading: Reading) -> None:
    made = tuple(packages(root, site, site.stories.values()))
    unfit = {problem.path for problem in objections(made, reading)}
    mirror((one for one in made if one.story.origin.path not in unfit), root / MIRROR)
