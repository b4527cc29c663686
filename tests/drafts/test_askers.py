"""Who answers: flags alone, or a human."""

from collections.abc import Callable, Iterable

import pytest
from pydantic import TypeAdapter

from microsite.content.values import Day
from microsite.drafts.askers import Flags, Terminal
from microsite.drafts.questions import Choice, Question, line_of_text, one_of, value

TITLE = Question("--title", "标题", line_of_text)
AUTHOR = Question("--author", "供稿", line_of_text, "科室", is_required=False)
COLUMNS = (Choice("a", "甲", "组"), Choice("b", "b", "组"))
COLUMN = Question("--column", "栏目", one_of(COLUMNS, "栏目"), choices=COLUMNS)
DAY = Question("--day", "日期", value(TypeAdapter(Day)), default="2026-01-01")


class Human:
    """Types prepared lines; keeps what is shown."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.seen: list[str] = []

    def read(self, prompt: str) -> str:
        self.seen.append(prompt)
        line = next(self.lines)
        if line == "\ufffd":
            raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "")
        return line


@pytest.fixture
def talk() -> Callable[..., tuple[Terminal, list[str]]]:
    def start(*lines: str, given: dict[str, str] | None = None) -> tuple[Terminal, list[str]]:
        human = Human(lines)
        return Terminal(given or {}, human.read, human.seen.append), human.seen

    return start


Talk = Callable[..., tuple[Terminal, list[str]]]


def test_flags_keep_all_that_is_missing_or_wrong() -> None:
    flags = Flags({"--column": "c", "--day": "2026-13-01"})

    flags.ask(TITLE)
    flags.ask(AUTHOR)
    flags.ask(COLUMN)
    flags.ask(DAY)
    flags.object("别的")

    assert flags.missing == ["--title 标题"]
    assert [one.split("：")[0] for one in flags.wrong] == ["--column 栏目", "--day 日期", "别的"]


def test_a_default_stands_for_a_flag_that_is_not_given() -> None:
    assert str(Flags({}).ask(DAY)) == "2026-01-01"


def test_a_human_is_asked_until_the_answer_will_do(talk: Talk) -> None:
    terminal, seen = talk("", "c", "2")

    assert terminal.ask(COLUMN) == "b"
    assert seen == [
        "  【组】",
        "    1. 甲（a）",
        "    2. b",
        "栏目（从上面选，写数字、名称或编号）：",
        "  ✗ “栏目”一定要填",
        "栏目（从上面选，写数字、名称或编号）：",
        "  ✗ 栏目 “c” 不存在，可以写：a、b、甲",
        "栏目（从上面选，写数字、名称或编号）：",
    ]


def test_the_enter_key_takes_the_default(talk: Talk) -> None:
    terminal, seen = talk("")

    assert str(terminal.ask(DAY)) == "2026-01-01"
    assert seen == ["日期 [2026-01-01]："]


def test_the_enter_key_takes_what_was_meant(talk: Talk) -> None:
    terminal, seen = talk("2026/2/3", "")

    assert str(terminal.ask(DAY)) == "2026-02-03"
    assert seen[-1] == "日期 [2026-02-03]："


def test_what_may_be_left_out_is_left_out_by_the_enter_key(talk: Talk) -> None:
    terminal, seen = talk("")

    assert terminal.ask(AUTHOR) is None
    assert seen == ["供稿（科室；没想好可以直接回车）："]


def test_what_a_flag_says_is_not_asked(talk: Talk) -> None:
    terminal, seen = talk(given={"--column": "甲"})

    assert terminal.ask(COLUMN) == "a"
    assert not seen


def test_letters_that_cannot_be_read_are_asked_for_again(talk: Talk) -> None:
    terminal, seen = talk("\ufffd", "灯")

    assert terminal.ask(TITLE) == "灯"
    assert seen[1] == "  ✗ 没有读懂这些文字，请再输入一次"
