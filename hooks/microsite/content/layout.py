"""Where the files of a project belong, and which of them nothing would read."""

import re
from collections.abc import Iterable, Iterator

from microsite.content.problems import Problem, did_you_mean

TABLES = (
    *("bureau", "columns", "branches", "places", "tags"),
    *("synonyms", "wording", "officials", "pictures", "redirects"),
)
MONTH = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])"
PUBLISHED = "published.txt"
WANTED = re.compile(
    rf"(?:{'|'.join(TABLES)}|series/[^/]+|events/{MONTH})\.yml|schemas/.*|{re.escape(PUBLISHED)}"
)
"""Files of `data/` that have a use, or are none of an editor's."""
REQUIRED = tuple(
    f"docs/{name}.md" for name in ("index", "about", "accessibility", "privacy", "contribute")
)
"""What a public site owes its readers; every page links to them."""
ASSETS = "docs/assets/"
TEXTS = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".html", ".htm")
"""Extensions of what would become a page, which assets are not."""
ROOT_FILES = re.compile(r"docs/(?:CNAME|favicon\.ico|[\w-]*verif[\w-]*\.(?:html|txt))")
"""What hosts and search engines want to find at the root."""
DESIGN = re.compile(
    r"assets/(?:css/[^/]+\.css|js/(?:[^/]+/)?[^/]+\.js|(?:columns|favicon|icons|skyline)\.svg)"
)
"""What templates, styles and settings name; paths below `docs/`."""
FOREIGN = re.compile(r"(?:^|/)(?:\.|#)|~$|(?:^|/)(?:Thumbs\.db|desktop\.ini)$")
"""Hidden files, copies that editing programs keep, and what systems leave in folders."""
FORMS = "admin/"
"""Where the web forms are published, below the site's root."""
STORIES = "docs/stories/"
EVENTS = "data/events/"
SERIES = "data/series/"


def is_needed(path: str) -> bool:
    """Tell whether a file below `docs/` is published even if no text links to it."""
    return bool(DESIGN.fullmatch(path) or ROOT_FILES.fullmatch(f"docs/{path}"))


def strange_texts(paths: Iterable[str]) -> Iterator[Problem]:
    """Find files of `docs/` that would be published as they are, or not at all."""
    for path in paths:
        is_asset = path.startswith(ASSETS) and not path.lower().endswith(TEXTS)
        if not is_asset and not path.endswith(".md") and not ROOT_FILES.fullmatch(path):
            message = "这个文件不会被读取：文字要用 .md 作扩展名，图片等放在 docs/assets/ 里"
            yield Problem(path, 1, 1, "file-unknown", message)


def strange_data(paths: Iterable[str]) -> Iterator[Problem]:
    """Find files of `data/` whose names are, usually, misspelt."""
    for path in paths:
        name = path.removeprefix("data/")
        if not WANTED.fullmatch(name):
            message = f"这个文件不会被读取{_hint(name)}"
            yield Problem(path, 1, 1, "file-unknown", message)


def _hint(name: str) -> str:
    if name.startswith("events/"):
        return "，活动记录的文件名应是年月，例如 data/events/2023-04.yml"
    if name.endswith(".yaml"):
        return "，请把扩展名改成 .yml"
    places = [f"{table}.yml" for table in TABLES]
    if name.endswith(".yml"):
        stem = name.rpartition("/")[2]
        places += [f"events/{stem}", f"series/{stem}"]
    return did_you_mean(name, places)
