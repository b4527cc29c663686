"""The words that the script of the search page takes for the same, or passes over."""

import json

from microsite.content.synonyms import Synonyms
from microsite.outputs.output import Output

URL = "search/words.json"


def vocabulary(synonyms: Synonyms) -> Output:
    """Return the file of `synonyms`: what may be typed, and what to look for besides."""
    return Output(URL, lambda: _text(synonyms))


def _text(synonyms: Synonyms) -> str:
    words: dict[str, list[str]] = {}
    for group in synonyms.groups:
        words |= {word: [other for other in group if other != word] for word in group}
    for saying in synonyms.sayings:
        words |= {word: [*saying.means] for word in saying.said}
    known = {"words": words, "ignored": list(synonyms.ignored)}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")) + "\n"
