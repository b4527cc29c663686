"""What WeChat does not keep, told from its own rules and not from the exporter's tables."""

import re
from html.parser import HTMLParser

ALLOWED = {
    *("section", "p", "h2", "h3", "strong", "em", "span", "img", "blockquote", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td", "br", "hr", "code", "pre"),
}
VOID = {"br", "hr", "img"}
DEAD = {
    "no function, so neither rgba, gradients, variables nor addresses": r"\(",
    "no grid or flexible box": r"(?:^|;)\s*(?:display\s*:\s*(?:inline-)?(?:grid|flex)|grid|flex)",
    "no position": r"(?:^|;)\s*(?:position|float|z-index|top|left|right|bottom)\s*:",
    "no animation or transformation": r"(?:animation|transition|transform)",
    "no rule of a style sheet": r"[@{}<>\\]|!important|::",
    "no colour but a solid one": r"(?:transparent|currentcolor|#[0-9a-f]{8}\b|#[0-9a-f]{4}\b)",
}
MOST_CHARACTERS = 20_000
MOST_BYTES = 1024 * 1024


class Checker(HTMLParser):
    """Reads an article and keeps what is wrong with it, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]

    @property
    def text(self) -> str:
        """All words, without white space."""
        return "".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.faults.append(f"<{tag}>")
        if tag in {"ul", "ol"} and "li" in self._open:
            self.faults.append("a list in a list")
        if tag not in VOID:
            self._open.append(tag)
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"a declaration: {decl}")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name != "style":
            self.faults.append(f"{name} of <{tag}>")
            return
        for rule, form in DEAD.items():
            if re.search(form, value, re.IGNORECASE):
                self.faults.append(f"{rule}: {value}")


def faults(html: str) -> list[str]:
    """Return all that is wrong with an article."""
    found = Checker(html).faults
    if len(html) >= MOST_CHARACTERS or len(html.encode()) >= MOST_BYTES:
        found.append("too long")
    return found


def words(html: str) -> str:
    """Return all words of some HTML, without white space."""
    return Checker(html).text


def unnumbered(text: str) -> str:
    """Return a text without the numbers of notes."""
    return re.sub(r"\[\d+\]", "", text)
