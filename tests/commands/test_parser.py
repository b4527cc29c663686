"""Whoever mistypes a command is told so in Chinese."""

import re

import pytest

from microsite.cli import HOMES, main
from microsite.commands.parser import OTHERWISE, Parser, in_chinese

NO_TITEL = "microsite new story：不认识的参数：--titel=x，是不是 “--title”？"


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "microsite：还缺少：命令"),
        (["chekc"], "microsite：命令 不能是 “chekc”，是不是 “check”？"),
        (["check", "--rot"], "microsite check：不认识的参数：--rot，是不是 “--root”？"),
        (["new", "story", "--titel=x"], NO_TITEL),
        (["report", "all"], "microsite report：不认识的参数：all，是不是 “--all”？"),
        (["check", "--root"], "microsite check：--root 后面要写一个值"),
        (["check", "--fix=yes"], "microsite check：--fix 后面不写值"),
        (["explain"], "microsite explain：还缺少：编号"),
        (
            ["sign", "a", "--step", "终审", "--by", "\x07"],
            "microsite sign：--by：岗位里有看不见的字符，请重新输入",
        ),
        (
            ["check", "--format", "xml"],
            "microsite check：--format 不能是 “xml”，可以写：github、gitlab、json、text",
        ),
    ],
)
def test_a_mistyped_command_is_explained(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(arguments, capsys) == expected


def test_what_the_library_may_say_otherwise_is_chinese_as_well() -> None:
    parser = Parser("x", "例子")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--one", type=int)
    group.add_argument("--two", action="store_true")
    heard: list[str] = []
    parser.error = heard.append  # type: ignore[method-assign, assignment] # to hear it

    for line in ("", "--one a", "--one 1 --two"):
        parser.parse_known_args(line.split())

    assert [in_chinese(message) for message in heard] == [
        "这些里面要写一个：--one --two",
        "--one 后面的值不对",
        "--two 不能和 --one 一起用",
    ]


def test_what_nobody_has_foreseen_is_chinese() -> None:
    assert in_chinese("something else") == OTHERWISE


@pytest.mark.parametrize("arguments", [[], *([name] for name in HOMES)])
def test_help_is_chinese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--help"])

    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert shown.startswith("用法：microsite")
    assert not re.search("usage|options|positional|show|exit|error", shown)
