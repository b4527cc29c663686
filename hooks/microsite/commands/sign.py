"""`microsite sign`: a reviewer signs stories and events, or somebody approves an event."""

import shlex
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import Final, TextIO, TypeVar

from pydantic import TypeAdapter, ValidationError

from microsite.commands.command import Command
from microsite.commands.project import project
from microsite.content.masking import masked
from microsite.content.model import Story
from microsite.content.reader import UNPRINTABLE
from microsite.content.signatures import STEPS
from microsite.content.values import Day, Text
from microsite.rules.remedies import APPROVER, POST, sign_command
from microsite.signing.sign import Signed, Signing
from microsite.signing.signature import ALL_STEPS, RefusalError, Signature
from microsite.signing.target import Target, TargetError
from microsite.signing.turn import due_step

T = TypeVar("T")
TEXT: Final = TypeAdapter[str](Text)
DAY: Final = TypeAdapter[date](Day)
MOST_SHOWN: Final = 20
"""Reasons why something is not signed."""


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "names",
        nargs="+",
        metavar="PATH",
        help="docs/stories/2026/x.md、data/events/2026-11.yml#编号、编号，或页面的网址",
    )
    parser.add_argument("--step", required=True, choices=ALL_STEPS, help="签哪一步")
    parser.add_argument("--by", required=True, type=_post, metavar="岗位", help="谁签，写岗位")
    parser.add_argument("--on", type=_day, metavar="日期", help="哪一天签的，不写就是今天")
    parser.add_argument("--field", default="", metavar="字段", help="有几项审批时，签哪一项")


def _post(text: str) -> str:
    if UNPRINTABLE.search(text):
        raise ArgumentTypeError("岗位里有看不见的字符，请重新输入")
    if text.strip() in {POST, APPROVER}:
        raise ArgumentTypeError(f"请把“{text}”换成签字的人的岗位，例如 综合科")
    return _value(TEXT, text)


def _day(text: str) -> date:
    return _value(DAY, text)


def _value(kind: TypeAdapter[T], text: str) -> T:
    try:
        return kind.validate_python(text)
    except ValidationError as error:
        raise ArgumentTypeError(error.errors()[0]["msg"]) from error


def _run(options: Namespace) -> int:
    given = project(options)
    judged = given.judge()
    signing = Signing(given.root, judged)
    targets = _targets(signing, options.names)
    if targets is None:
        return 2
    on = options.on or judged.occasion.today
    signature = Signature(options.step, options.by, on, options.field)
    results = [_sign(signing, target, signature, given.root) for target in targets]
    return 0 if all(results) else 1


def _targets(signing: Signing, names: list[str]) -> list[Target] | None:
    """Return what is to be signed, each once; nothing if a name is of no use, and say why."""
    found: dict[Target, None] = {}
    is_clear = True
    for name in names:
        if month := signing.targets.month(name):
            _say(f"{name} 里有 {len(month)} 条，请写明签哪一条：", sys.stderr)
            for target in month:
                _say(f"  {target}  {signing.state(target)}", sys.stderr)
            is_clear = False
            continue
        try:
            found[signing.targets.find(name)] = None
        except TargetError as error:
            print(error, file=sys.stderr)
            is_clear = False
    return [*found] if is_clear else None


def _sign(signing: Signing, target: Target, signature: Signature, root: Path) -> bool:
    try:
        signed = signing.sign(target, signature)
    except RefusalError as refusal:
        _say(f"没有签 {target}：", sys.stderr)
        for reason in refusal.reasons[:MOST_SHOWN]:
            print(f"  {reason}", file=sys.stderr)
        if (count := len(refusal.reasons)) > MOST_SHOWN:
            print(f"  ……共 {count} 处，看全部：microsite check {target.path}", file=sys.stderr)
        return False
    _say(f"已签 {target}：{signature.step}，{signature.by}，{signature.on}")
    for line in _outlook(signed, root):
        _say(f"  {line}")
    return True


def _say(words: str, stream: TextIO | None = None) -> None:
    print(masked(words), file=stream)


def _outlook(signed: Signed, root: Path) -> list[str]:
    """Return how the item stands now, what comes next, and what should be seen to."""
    item, due = signed.item, due_step(signed.state)
    when = f"，{item.published}" if signed.state == "定时" and isinstance(item, Story) else ""
    if due:
        who = "请运行" if due == STEPS[0] else "请换一个人运行"
        where = "" if root == Path() else f" --root {shlex.quote(str(root))}"
        following = f"下一步：{due}，{who} {sign_command(item, due)}{where}"
    else:
        following = (
            "下一步：提交并合并，到时间就公开" if when else "下一步：提交并合并，公众就能看到"
        )
    remarks = [f"另请看一看：{remark}" for remark in signed.remarks]
    return [f"现在：{signed.state}{when}", following, *remarks]


SIGN = Command("sign", "签初审、复审、终审或审批，写进文件", _declare, _run)
