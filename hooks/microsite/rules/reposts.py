"""What others have written: when, where, and how readers are told."""

import re
from collections.abc import Iterator

from microsite.content.load import Reading
from microsite.content.model import Repost, Story
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule, against

GOVERNMENT = "gov.cn"
HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?P<host>[^/?#:]+)")


def reposts(reading: Reading) -> Iterator[tuple[Story, Repost]]:
    """Return every story that appeared elsewhere first."""
    yield from ((story, story.repost) for story in reading.stories if story.repost)


def _dates(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    for story, repost in reposts(reading):
        day, key = repost.published, ("repost", "published")
        if day > occasion.today:
            yield against(story, key, f"原文日期（{day}）在将来，请照原文核对")
        elif day > story.published.day:
            message = f"原文日期（{day}）晚于转载（{story.published.day}），请照原文核对"
            yield against(story, key, message)


def _officials(reading: Reading, _: Occasion) -> Iterator[Objection]:
    trusted = reading.bureau.trusted_hosts if reading.bureau else ()
    for story, repost in reposts(reading):
        host = host_of(repost.url)
        if not any(f".{host}".endswith(f".{one}") for one in (GOVERNMENT, *trusted)):
            message = (
                f"“{host}”不是政府网站：原则上只转官方来源，请改用官方网站上的原文，"
                "确属可信的加进 data/bureau.yml 的 trusted_hosts"
            )
            yield against(story, ("repost", "url"), message)


def host_of(url: str) -> str:
    """Return the host of an address, in small letters."""
    found = HOST.match(url)
    return found["host"].lower().rstrip(".") if found else ""


def _sources(reading: Reading, _: Occasion) -> Iterator[Objection]:
    for story, repost in reposts(reading):
        if repost.source not in story.source:
            message = f"转载的稿件，来源要写原载“{repost.source}”，写的是“{story.source}”"
            yield against(story, ("source",), message, repost.source)


PATH = "docs/stories/2026/repost.md"


def _story(repost: str, source: str = "某市人民政府") -> Example:
    text = (
        "---\ntitle: 办事指南上新了\nseries: theme-day\npublished: 2026-02-10 09:00\n"
        f"summary: 办事更方便。\nsource: {source}\nrepost: {{{repost}}}\n---\n办事更方便。\n"
    )
    return Example(PATH, text)


_ORIGINAL = "from: 某市人民政府, url: https://city.gov.cn/1, published: 2026-02-09"
RULES = (
    SiteRule(
        "repost-date",
        "转载早于原文",
        "原文日期照原文写，不能晚于转载。",
        _story(_ORIGINAL.replace("02-09", "02-11")),
        _story(_ORIGINAL),
        _dates,
        is_excusable=False,
    ),
    SiteRule(
        "repost-official",
        "转载的不是官方来源",
        "原则上只转官方来源：政府网站，以及本单位认可的网站。",
        _story(_ORIGINAL.replace("city.gov.cn", "city.gov.cn.example")),
        _story(_ORIGINAL),
        _officials,
        level="warning",
    ),
    SiteRule(
        "repost-source",
        "转载没有写明来源",
        "读者在标题下面看到的来源，要是原载的单位。",
        _story(_ORIGINAL, "市住建局"),
        _story(_ORIGINAL),
        _sources,
        level="warning",
    ),
)
