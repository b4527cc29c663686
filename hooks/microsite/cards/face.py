"""What a card says, and which cards there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from microsite.content.model import Event, Story
from microsite.content.site import Site
from microsite.content.wording import STATUS, day_text, moment_text, when_text

SHORT = range(4, 16)
"""So many characters say enough and can be read on a picture of the size of a thumb."""

SAMPLE = "示例"
MARKED = {"postponed", "cancelled"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Everything that is drawn."""

    site_name: str
    bureau: str
    title: str
    short: str
    """The title, or what stands for it where there is little room."""
    details: tuple[str, ...]
    """When and where it is, or what it is about."""
    foot: str
    """What stands at the foot of the square one."""
    column: str = ""
    """Its id, which decides on the scene; empty for the whole site."""
    label: str = ""
    """The short name of the column."""
    series: str = ""
    mark: str = ""
    """What must not be overlooked: 延期, 已取消."""
    sample: bool = False
    words: tuple[str, ...] = ()
    """Names that are best not broken."""

    @property
    def alt(self) -> str:
        """What the card says, in words."""
        parts = (SAMPLE if self.sample else "", self.label, self.series, self.mark, *self.details)
        words = "，".join(dict.fromkeys(part.rstrip("。") for part in parts if part))
        return f"分享图：{self.title}（{words}）"


def faces(site: Site) -> Iterator[tuple[str, Face]]:
    """Return every card with the address of its page; the one of the home page stands for all."""
    bureau = site.bureau
    name = f"{bureau.name}（示例）" if bureau.sample else bureau.name
    home = Face(
        site_name=bureau.site_name,
        bureau=name,
        foot=name,
        title=bureau.site_name,
        short=bureau.site_name,
        details=(bureau.summary,),
    )
    yield "", home
    for id in site.series_of_column:
        column = site.columns[id]
        face = replace(
            home, title=column.title, short=column.short, details=(column.summary,), column=id,
            label=column.short, foot=bureau.site_name,
        )  # fmt: skip
        yield column.url, face
        yield from _faces_of_column(site, face)


def short_title(title: str, otherwise: str) -> str:
    """Return `title` if it is short, or its first clause, or else `otherwise`."""
    if len(title) < SHORT.stop:
        return title
    clause = re.split("(?<=[？！])|[：:]|——", title, maxsplit=1)[0]
    return clause if len(clause) in SHORT else otherwise


def _faces_of_column(site: Site, column: Face) -> Iterator[tuple[str, Face]]:
    for one in site.series_of_column[column.column]:
        series = replace(
            column, title=one.title, short=one.title, details=(one.summary,), series="系列"
        )
        yield one.url, series
        series = replace(series, series=one.title, words=(one.title,))
        for story in site.stories_of_series.get(one.id, ()):
            yield story.url, _story(story, series)
        for event in site.events_of_series.get(one.id, ()):
            yield event.url, _event(event, site, series)


def _story(story: Story, series: Face) -> Face:
    day = day_text(story.published.day)
    return replace(
        series,
        title=story.title,
        short=short_title(story.title, series.series),
        details=(day,),
        foot=day,
        sample=story.sample,
    )


def _event(event: Event, site: Site, series: Face) -> Face:
    place = site.places[event.place].title if event.place else ""
    branches = (site.branches[id].title for id in event.branches)
    before = f"原定{moment_text(event.start)}" if event.moved_to else ""
    return replace(
        series,
        title=event.title,
        short=short_title(event.title, series.series),
        details=tuple(filter(None, (when_text(event), before, place))),
        foot=day_text(event.begins.day),
        mark=STATUS[event.status] if event.status in MARKED else "",
        sample=event.sample,
        words=(*series.words, *branches, place),
    )
