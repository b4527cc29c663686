"""The file of a new story."""

from collections.abc import Iterator
from dataclasses import dataclass

from microsite.content.layout import STORIES
from microsite.content.model import Series, Story
from microsite.content.values import Moment
from microsite.drafts.draft import Draft
from microsite.drafts.lines import blank, line, listed, meaning, offered, optional, written

_DAY = "2026-12-01"
LATER: dict[str, str] = {
    "cover": "…",
    "cover_alt": "…",
    "cover_caption": "…",
    "repost": "{from: …, url: https://…, published: " + _DAY + "}",
    "corrections": "[{on: " + _DAY + ", note: …}]",
    "withdrawn": "{on: " + _DAY + ", by: …, reason: …}",
}
"""What few stories need, or none before it is published, and how it is typed."""


@dataclass(frozen=True, slots=True)
class StoryAnswers:
    """What is known of a story before it is written."""

    id: str
    series: Series
    title: str
    published: Moment
    summary: str = ""
    source: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    is_sample: bool = False


def story(answers: StoryAnswers) -> Draft:
    """Return the file of a story: every key, and a text to be filled in."""
    path = f"{STORIES}{answers.published.day.year}/{answers.id}.md"
    lines = ("---", *_front(answers), "---", "", *_body(answers.series))
    return Draft(path, answers.id, lines)


def _front(answers: StoryAnswers) -> Iterator[str]:
    yield "# 井号后面是说明，读者看不到；要用带井号的一行，删去它开头的“# ”，把“…”换成内容。"
    yield line("title", written(answers.title))
    yield line("series", answers.series.id, answers.series.title)
    yield line("published", str(answers.published), "发布时间：审完以后的某一刻，到时才公开")
    yield _filled("summary", answers.summary)
    yield _filled("source", answers.source)
    yield _optional("author", answers.author and written(answers.author), "…")
    yield _optional("tags", listed(answers.tags), "[…, …]")
    yield _optional("events", listed(answers.events), "[…]")
    for key, value in LATER.items():
        yield offered(key, value, meaning(Story, key))
    yield _optional("sample", "true" if answers.is_sample else "", "true")


def _filled(key: str, text: str) -> str:
    field = Story.model_fields[key]
    return line(key, written(text or blank(field.title or key, field.description)))


def _optional(key: str, value: str, example: str) -> str:
    return optional(key, value, example, meaning(Story, key))


def _body(series: Series) -> Iterator[str]:
    """Return a text to be filled in; that of the first story explains the series."""
    yield blank("开头一段，写明什么时间、在哪里、谁做了什么")
    for heading, words in _sections(series) if series.guide else _guide(series):
        yield from ("", f"## {heading}", "", words)


def _sections(series: Series) -> Iterator[tuple[str, str]]:
    yield "为什么要做", blank("遇到了什么问题，居民怎么说", "不写姓名、电话和门牌号")
    yield "怎么做的", blank(_course(series))
    yield "有什么变化", blank("用事实和数字说明，写明数字的出处")
    yield "居民可以怎样参与", blank("怎样报名、找谁；没有就删去这一节")


def _guide(series: Series) -> Iterator[tuple[str, str]]:
    yield "这项工作是什么", blank(series.summary)
    yield "怎么做", blank(_course(series))
    yield "本站怎么记", blank(_recorded(series))
    yield "居民能看到什么", blank("和居民有什么关系，怎样参与、找谁")


def _course(series: Series) -> str:
    if series.stages:
        return f"按{'、'.join(series.stages)}的先后写，每一步谁做、做到什么程度"
    return "先做什么、后做什么，谁来做，难在哪里"


def _recorded(series: Series) -> str:
    labels = [spec.label for spec in series.fields.values()]
    return (
        f"每次活动记下{'、'.join(labels)}，读者怎样看"
        if labels
        else "每次活动记下什么，读者怎样看"
    )
