"""Files of `docs/` that readers cannot reach, and that are not published therefore."""

from collections.abc import Iterator

from microsite.content.layout import ASSETS, FOREIGN, is_needed
from microsite.content.load import Reading
from microsite.content.picture_records import picture_path
from microsite.rules.site_rule import Example, Objection, Occasion, SiteRule

MESSAGE = "没有故事或页面用到这个文件，所以不公开：要公开，就在正文里链接它；不再用就删去"


def _unlinked(reading: Reading, _: Occasion) -> Iterator[Objection]:
    used = {one.path for one in reading.attachments} | reading.picture_uses.keys()
    used |= {picture_path(record.id) for record in reading.picture_records}  # told by their record
    for path in sorted(f"docs/{asset}" for asset in reading.assets - used if not is_needed(asset)):
        if path.startswith(ASSETS) and not FOREIGN.search(path):
            yield Objection(path, 1, 1, MESSAGE)


PATH = "docs/assets/files/form.txt"
_STORY = (
    "---\ntitle: 申请表\nseries: theme-day\npublished: 2026-02-10 09:00\nsummary: 一张表。\n"
    "source: 市住建局\n---\n[申请表](../../assets/files/form.txt)\n"
)
RULES = (
    SiteRule(
        "file-unlinked",
        "没有稿件用到的文件",
        "附件跟着稿件审核、跟着稿件公开：只有公开的稿件或页面链接到的文件才会发布。",
        Example(PATH, "申请表\n"),
        Example(PATH, "申请表\n", (Example("docs/stories/2026/form.md", _STORY),)),
        _unlinked,
        level="notice",
        is_excusable=False,
    ),
)
