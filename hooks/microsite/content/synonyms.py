"""The words of readers and the words of pages: what the search takes for the same."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from microsite.content.entry import Entry, Record
from microsite.content.nodes import locate
from microsite.content.problems import Problem
from microsite.content.values import Text

Path = tuple[str | int, ...]


class Saying(Record):
    """What readers say where pages use other words; it leads one way."""

    said: tuple[Text, ...] = Field(
        min_length=1, title="读者的说法", description="读者会这样搜，页面上不这样写"
    )
    means: tuple[Text, ...] = Field(
        min_length=1, title="页面的写法", description="搜了左边的说法，也找写着这些词的页面"
    )


class Synonyms(Entry):
    """How the search understands what readers type."""

    groups: tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...] = Field(
        (), title="同义词", description="每行一组意思相同的词，搜其中一个也会找到另外几个"
    )
    sayings: tuple[Saying, ...] = Field(
        (), title="口语", description="读者的说法对应页面的写法，只朝一个方向"
    )
    ignored: tuple[Text, ...] = Field(
        (), title="不参与搜索的词", description="例如 怎么、找谁、我想：问话里有，页面上不必有"
    )


def synonym_problems(synonyms: Synonyms) -> Iterator[Problem]:
    """Find groups of one, words too short to search for, and words that stand twice."""
    for number, group in enumerate(synonyms.groups):
        if len(group) == 1:
            message = f"这一组只有 “{group[0]}” 一个词，同义词至少写两个"
            yield _problem(synonyms, ("groups", number), "synonym-alone", message)
    for path, word in (*_typed(synonyms), *_meant(synonyms)):
        if len(word) == 1:
            message = f"“{word}” 只有一个字，会对上许多不相干的页面，请写两个字以上的词"
            yield _problem(synonyms, path, "synonym-short", message)
    first: dict[str, Path] = {}
    for path, word in _typed(synonyms):
        if (other := first.setdefault(word.casefold(), path)) != path:
            message = f"“{word}” 在第 {_line(synonyms, other)} 行已经写过，请并成一组"
            yield _problem(synonyms, path, "synonym-repeated", message)
    for number, word in enumerate(synonyms.ignored):
        if written := first.get(word.casefold()):
            line = _line(synonyms, written)
            message = f"“{word}” 在第 {line} 行有同义词，不能又不参与搜索，请删去一处"
            yield _problem(synonyms, ("ignored", number), "synonym-ignored", message)


def _typed(synonyms: Synonyms) -> Iterator[tuple[Path, str]]:
    """Yield what readers may type, and where it stands: each word may stand once."""
    for number, group in enumerate(synonyms.groups):
        yield from ((("groups", number, at), word) for at, word in enumerate(group))
    for number, saying in enumerate(synonyms.sayings):
        yield from ((("sayings", number, "said", at), word) for at, word in enumerate(saying.said))


def _meant(synonyms: Synonyms) -> Iterator[tuple[Path, str]]:
    for number, saying in enumerate(synonyms.sayings):
        for at, word in enumerate(saying.means):
            yield ("sayings", number, "means", at), word


def _line(synonyms: Synonyms, path: Path) -> int:
    return locate(synonyms.origin.node, path)[0]


def _problem(synonyms: Synonyms, path: Path, code: str, message: str) -> Problem:
    return Problem(synonyms.origin.path, *locate(synonyms.origin.node, path), code, message)
