"""Small variations of the small project, as text."""

from collections import defaultdict
from collections.abc import Callable

from microsite.content.site import Site

Load = Callable[..., Site]

SITE_URL = "https://zhujian.example/sub/"


def events(*records: str) -> dict[str, str]:
    """Return the files of more events: each a line of YAML whose id begins with its first day."""
    files: defaultdict[str, str] = defaultdict(str)
    for record in records:
        files[f"data/events/{record[:4]}-{record[4:6]}.yml"] += f"{record}\n"
    return files


def theme_day(id: str, keys: str = "") -> str:
    """Return an all-day event of a series that asks for nothing."""
    return f"{id}: {{series: theme-day, title: 主题党日, start: {day(id)}{keys}}}"


def order(id: str, keys: str = "") -> str:
    """Return an all-day event of the series that has stages."""
    start = f"series: community-orders, title: 点单, start: {day(id)}"
    return f"{id}: {{{start}, fields: {{need: 修灯}}{keys}}}"


def day(id: str) -> str:
    """Return the first day of the event `id`, which begins with it."""
    return f"{id[:4]}-{id[4:6]}-{id[6:8]}"


def story(id: str, published: str = "2026-03-01 09:00", keys: str = "") -> dict[str, str]:
    """Return the file of one more story of a series that has none."""
    front = f"series: theme-day\npublished: {published}\nsummary: 摘要。\nsource: 市住建局\n{keys}"
    return {f"docs/stories/{published[:4]}/{id}.md": f"---\ntitle: {id}\n{front}---\n正文。\n"}
