"""Who answers the questions: flags alone, or a human at a terminal."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, TypeVar

from microsite.drafts.questions import AnswerError, BrokenError, Choice, Question

T = TypeVar("T")
_NEAR = re.compile("是不是 “([^”]+)”？$")


class Asker(Protocol):
    """Whoever answers."""

    given: Mapping[str, str]
    """What flags say, by flag."""

    def ask(self, question: Question[T]) -> T | None:
        """Return the answer, if there is one."""

    def object(self, message: str) -> None:
        """Take notice of something wrong with the flags."""


class Flags:
    """Answers as the flags give them; keeps why they will not do."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = given
        self.wrong: list[str] = []
        self.missing: list[str] = []
        self.broken: list[str] = []
        """What the files are to blame for."""

    def ask(self, question: Question[T]) -> T | None:
        """Return the answer, or keep why there is none."""
        raw = self.given.get(question.flag) or question.default
        if not raw and question.is_required:
            self.missing.append(f"{question.flag} {question.words}")
        try:
            return question.read(raw) if raw else None
        except AnswerError as refusal:
            kept = self.broken if isinstance(refusal, BrokenError) else self.wrong
            kept.append(f"{question.flag} {question.words}：{refusal}")
            return None

    def object(self, message: str) -> None:
        """Keep something else that is wrong."""
        self.wrong.append(message)


class Terminal:
    """Answers of a human, asked until they will do; flags answer first."""

    def __init__(
        self,
        given: Mapping[str, str],
        read: Callable[[str], str],
        say: Callable[[str], None],
    ) -> None:
        """Talk to someone.

        Args:
            given: What need not be asked, by flag.
            read: Shows a prompt and returns the line that is typed; raises `EOFError` at the end.
            say: Shows a line.
        """
        self.given = given
        self._read = read
        self._say = say

    def ask(self, question: Question[T]) -> T | None:
        """Return the answer; `None` only if it may be left out."""
        raw, default = self.given.get(question.flag, ""), question.default
        if not raw:
            for line in _shown(question.choices):
                self._say(line)
        while raw := raw or self._typed(question, default):
            try:
                return question.read(raw)
            except AnswerError as refusal:
                self.object(str(refusal))
                near = _NEAR.search(str(refusal))
                raw, default = "", near[1] if near else default
        return None

    def object(self, message: str) -> None:
        """Say what is wrong."""
        self._say(f"  ✗ {message}")

    def _typed(self, question: Question[T], default: str) -> str:
        """Return what is typed; nothing only where nothing will do."""
        while True:
            try:
                typed = self._read(_prompt(question, default)).strip() or default
            except UnicodeDecodeError:
                self.object("没有读懂这些文字，请再输入一次")
                continue
            if typed or not question.is_required:
                return typed
            self.object(f"“{question.words}”一定要填")


def _shown(choices: tuple[Choice, ...]) -> Iterator[str]:
    group = ""
    for number, choice in enumerate(choices, 1):
        if choice.group != group:
            group = choice.group
            yield f"  【{group}】"
        id = "" if choice.id == choice.title else f"（{choice.id}）"
        yield f"  {number:>3}. {choice.title}{id}"


def _prompt(question: Question[T], default: str) -> str:
    """Return the words in front of the answer, with what the Enter key means."""
    hints = [question.hint, "从上面选，写数字、名称或编号" if question.choices else ""]
    if not default and not question.is_required:
        hints.append("没想好可以直接回车")
    hint = f"（{'；'.join(filter(None, hints))}）" if any(hints) else ""
    return f"{question.words}{hint}{f' [{default}]' if default else ''}："
