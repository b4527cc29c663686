"""How a link to a page is shown elsewhere: Open Graph, Twitter, and the graph for machines."""

from dataclasses import dataclass
from typing import Literal

from microsite.cards.cards import Card, Cards
from microsite.content.site import Site
from microsite.content.wording import marked_title
from microsite.pages.events import EventView
from microsite.pages.stories import StoryView
from microsite.pages.structured import script_text, structured
from microsite.pages.view import View


@dataclass(frozen=True, slots=True)
class Share:
    """What stands in the head of a page, ready to be put there."""

    kind: Literal["website", "article"]
    title: str
    """Marked, if it is made up."""
    summary: str
    url: str
    """Absolute, like every address outside this site has it."""
    card: Card | None
    image: str
    """Absolute address of the wide card; empty where there is none."""
    graph: str
    """JSON-LD, to be put in a `<script>` as it is."""
    published: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()


def share(view: View, site: Site, cards: Cards) -> Share:
    """Return how a link to the page is shown; parts of a list are shown like the whole."""
    card = cards.of(view.url, view.feed_url)
    story = view.story if isinstance(view, StoryView) else None
    return Share(
        kind="article" if story else "website",
        title=_title(view),
        summary=view.summary,
        url=site.bureau.site_url + view.url,
        card=card,
        image=site.bureau.site_url + card.url if card else "",
        graph=script_text(structured(view, site, card)),
        published=story.published.instant.isoformat() if story else "",
        section=view.column.title if isinstance(view, StoryView) else "",
        tags=story.tags if story else (),
    )


def _title(view: View) -> str:
    match view:
        case StoryView():
            return marked_title(view.story)
        case EventView():
            return marked_title(view.event)
    return view.title
