"""What an editor can be asked, and what becomes of the answer."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from unicodedata import normalize

from pydantic import TypeAdapter, ValidationError

from microsite.content.masking import masked
from microsite.content.problems import Problem, did_you_mean
from microsite.content.reader import MAX_LINE, UNPRINTABLE
from microsite.content.records import ID_HINTS
from microsite.content.values import Text
from microsite.drafts.slugs import UNUSABLE, free

T = TypeVar("T")
_PARTS = re.compile(r"[,，、;；\s]+")


class AnswerError(ValueError):
    """An answer will not do; the message tells why, without what is nobody's business."""

    def __init__(self, message: str) -> None:
        super().__init__(masked(message))


class BrokenError(AnswerError):
    """What an answer names cannot be read; the message names what is to be mended first."""

    def __init__(self, what: str, problem: Problem) -> None:
        super().__init__(f"读不到{what}，请先改好 {problem}")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things that an answer may name."""

    id: str
    title: str
    group: str = ""
    """The heading under which it is shown."""
    short: str = ""
    """Another title that will do."""


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """One thing to know, asked at a terminal or told by a flag."""

    flag: str
    """As it is typed in front of the answer."""
    words: str
    read: Callable[[str], T]
    """Returns the answer; raises `AnswerError`."""
    hint: str = ""
    default: str = ""
    """What stands for no answer."""
    choices: tuple[Choice, ...] = ()
    is_required: bool = True


def line_of_text(raw: str) -> str:
    """Return one line of text.

    Raises:
        AnswerError: If there is nothing in it, or something that no file may hold.
    """
    if found := UNPRINTABLE.search(raw):
        name = f"U+{ord(found.group()):04X}"
        raise AnswerError(f"里面有一个看不见的字符（{name}），请重新输入，不要粘贴")
    if len(raw) > MAX_LINE // 10:
        raise AnswerError(f"这一项有 {len(raw)} 个字符，太长了，最多 {MAX_LINE // 10} 个")
    return value_of(TypeAdapter[str](Text), raw)


def value(adapter: TypeAdapter[T]) -> Callable[[str], T]:
    """Return what reads a date, a number or the like, typed with full-width marks or not."""
    return lambda raw: value_of(adapter, normalize("NFKC", raw))


def value_of(adapter: TypeAdapter[T], raw: str) -> T:
    """Return what the model makes of `raw`.

    Raises:
        AnswerError: With the model's own words.
    """
    try:
        return adapter.validate_python(raw)
    except ValidationError as error:
        raise AnswerError(error.errors()[0]["msg"]) from error


def _nothing(_: str) -> None:
    return None


def one_of(
    choices: tuple[Choice, ...],
    name: str,
    others: tuple[Choice, ...] = (),
    lost: Callable[[str], Problem | None] = _nothing,
) -> Callable[[str], str]:
    """Return what reads the id, the title or the number of one of the `choices`.

    Args:
        choices: Those that are shown with numbers.
        name: What kind of thing they are.
        others: What can be named as well.
        lost: Tells why what is named cannot be read, though it may be there.
    """
    ids = {choice.id for choice in (*choices, *others)}
    named = {choice.id: choice for choice in (*choices, *others)}.values()
    pairs = [(title, one.id) for one in named for title in {one.title, one.short} if title]
    titles = Counter(title for title, _ in pairs)
    by_title = {title: id for title, id in pairs if titles[title] == 1}
    offer = f"，可以写：{'、'.join(choice.title for choice in choices)}" if choices else ""

    def read(raw: str) -> str:
        typed = line_of_text(raw)
        if typed in ids:
            return typed
        if typed in by_title:
            return by_title[typed]
        if typed in titles:
            raise AnswerError(f"有 {titles[typed]} 个{name}叫 “{typed}”，请写编号")
        if typed.isdecimal() and 0 < int(typed) <= len(choices):
            return choices[int(typed) - 1].id
        if problem := lost(typed):
            raise BrokenError(f"{name} “{typed}”", problem)
        if typed.isdecimal() and choices:
            raise AnswerError(f"没有第 {typed} 项，请输入 1 到 {len(choices)} 之间的数")
        hint = did_you_mean(typed, ids | set(titles)) or offer
        raise AnswerError(f"{name} “{typed}” 不存在{hint}")

    return read


def several_of(
    choices: tuple[Choice, ...],
    name: str,
    others: tuple[Choice, ...] = (),
    lost: Callable[[str], Problem | None] = _nothing,
) -> Callable[[str], tuple[str, ...]]:
    """Return what reads any number of what `one_of` reads, parted by commas, blanks or lines."""
    one = one_of(choices, name, others, lost)
    titles = {choice.title for choice in (*choices, *others)}

    def read(raw: str) -> tuple[str, ...]:
        lines = (line.strip() for line in raw.split("\n"))
        split = ([line] if line in titles else _PARTS.split(line) for line in lines)
        return tuple(dict.fromkeys(one(part) for parts in split for part in parts if part))

    return read


def new_id(form: str, taken: Mapping[str, str]) -> Callable[[str], str]:
    """Return what reads an id of a certain `form` that is not `taken` anywhere."""

    def read(raw: str) -> str:
        id = line_of_text(normalize("NFKC", raw))
        if not re.fullmatch(form, id):
            raise AnswerError(f"编号 “{id}” {ID_HINTS[form]}")
        if id in UNUSABLE:
            raise AnswerError(f"“{id}” 有别的用处，请换一个")
        if id in taken:
            raise AnswerError(
                f"编号 “{id}” 已经有了（{taken[id]}），请换一个，例如 “{free(id, taken)}”"
            )
        return id

    return read


def new_title(name: str, taken: Iterable[tuple[str, str]]) -> Callable[[str], str]:
    """Return what reads the title of something that there is not yet.

    Args:
        name: What kind of thing it is.
        taken: Titles of others, and their ids.
    """
    ids = dict(taken)

    def read(raw: str) -> str:
        title = line_of_text(raw)
        if title in ids:
            message = f"{name} “{title}” 已经有了，编号是 “{ids[title]}”，不用再建"
            raise AnswerError(f"{message}；不是同一个的，请在名称里写清楚")
        return title

    return read
