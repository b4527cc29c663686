"""Links inside the site that the public cannot follow, or whose ends the review cannot see."""

import re
from collections.abc import Iterator, Mapping

from microsite.content.addresses import file_at
from microsite.content.load import Reading
from microsite.content.reader import Document
from microsite.content.review import Item
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule


def _hidden(reading: Reading, occasion: Occasion) -> Iterator[Objection]:
    if reading.site is None:
        return
    hidden = _targets(reading, occasion)
    bodies = {s.path: s.content for s in reading.sources if isinstance(s.content, Document)}
    for path, prose in reading.site.prose.items():
        for target in dict.fromkeys(prose.links):
            place = target.partition("#")[0]
            item = hidden.get(place) or hidden.get(file_at(place, path))
            if item:
                message = f"“{item.title}”现在不公开，读者看到的是不带链接的文字"
                yield Objection(path, *bodies[path].find(target), message)


def _whole(reading: Reading, _: Occasion) -> Iterator[Objection]:
    if reading.bureau is None:
        return
    site = reading.bureau.site_url.partition("//")[2]
    own = re.compile(rf"https?://{re.escape(site)}{FILES}", re.IGNORECASE)
    for source in reading.sources:
        if not isinstance(source.content, Document) or FILES not in source.content.body:
            continue
        for address in dict.fromkeys(found[0] for found in own.finditer(source.content.body)):
            message = (
                "本站的文件不要写完整网址，请写相对路径，例如 ../../assets/files/表格.pdf："
                "这样它才跟着稿件一起审核、一起公开"
            )
            yield Objection(source.path, *source.content.find(address), message)


def _targets(reading: Reading, occasion: Occasion) -> Mapping[str, Item]:
    """Return what is not public, by all that a link may call it."""
    found: dict[str, Item] = {}
    for story in reading.stories:
        if occasion.states[story.url] != "已发布":
            found |= {f"story:{story.id}": story, story.origin.path: story}
    for event in reading.events:
        if occasion.states[event.url] != "已发布":
            found[f"event:{event.id}"] = event
    return found


FILES = "assets/"
PATH = "docs/stories/2026/community-orders.md"
_STORY = (
    "---\ntitle: 点单\nseries: community-orders\npublished: 2026-01-10 09:30\nsummary: 一件事。\n"
    "source: 市住建局\nwithdrawn: {on: 2026-02-01, by: 分管领导, reason: 内容有误}\n---\n"
)
RULES = (
    SiteRule(
        "link-hidden",
        "链接指向不公开的内容",
        "没有审完、到期才发布或已经撤下的内容没有网址，读者看到的是不带链接的文字。",
        Example(PATH, f"{_STORY}见[这一篇](community-orders.md)。\n"),
        Example(PATH, f"{_STORY}见[大讲堂](series:lecture-hall)。\n"),
        _hidden,
        level="notice",
        is_excusable=False,
    ),
    SiteRule(
        "link-whole",
        "本站的文件写了完整网址",
        "写相对路径的附件跟着稿件一起审核：换了文件就要重新审。写完整网址的不在审核之内。",
        Example(
            PATH, f"{_STORY}见[申请表](https://zhujian.example/sub/assets/files/form.txt)。\n"
        ),
        Example(
            PATH,
            f"{_STORY}见[申请表](../../assets/files/form.txt)。\n",
            (Example("docs/assets/files/form.txt", "申请表\n"),),
        ),
        _whole,
        is_excusable=False,
    ),
)
