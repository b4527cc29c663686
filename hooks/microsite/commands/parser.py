"""A parser of command lines that speaks Chinese."""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import NoReturn

from microsite.content.masking import masked
from microsite.content.problems import did_you_mean

SAID = (
    (r"the following arguments are required: (.*)", r"还缺少：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument ([^:]+): expected (?:one|at least one) argument", r"\1 后面要写一个值"),
    (r"argument ([^:]+): ignored explicit argument .*", r"\1 后面不写值"),
    (r"argument ([^:]+): not allowed with argument (.*)", r"\1 不能和 \2 一起用"),
    (r"argument ([^:]+): invalid (?s:.*)", r"\1 后面的值不对"),
    (r"one of the arguments (.*) is required", r"这些里面要写一个：\1"),
    (r"argument ([^:]+): (.*[一-鿿].*)", r"\1：\2"),
)
"""What the library says, and what that means; at last what a command has said itself."""
CHOICE = re.compile(r"argument ([^:]+): invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)
OTHERWISE = "命令写得不对"


class Parser(ArgumentParser):
    """A parser whose help and errors are Chinese; options are written out in full."""

    def __init__(self, prog: str, description: str, **_: object) -> None:
        # Some versions of Python tell the parsers of commands more than this.
        super().__init__(prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        """Return how the command is written."""
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        """Return how the command is written, and what each part means."""
        return super().format_help().replace("usage: ", "用法：", 1)

    def refuse(self, unknown: Sequence[str]) -> NoReturn:
        """Say that this command does not know some words, and what may have been meant."""
        option = unknown[0].partition("=")[0]
        hint = did_you_mean(option, self._option_string_actions)
        self.error(f"unrecognized arguments: {' '.join(unknown)}{hint}")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how it should be, and end with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}：{masked(in_chinese(message))}\n")


def in_chinese(message: str) -> str:
    """Return what an English message of `argparse` means."""
    if found := CHOICE.fullmatch(message):
        name, wrong, choices = found.groups()
        known = [choice.strip("'") for choice in choices.split(", ")]
        return f"{name} 不能是 “{wrong}”{did_you_mean(wrong, known)}"
    for english, chinese in SAID:
        if found := re.fullmatch(english, message):
            return found.expand(chinese)
    return OTHERWISE
