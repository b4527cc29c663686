"""`microsite new`: a story or a record begun the right way, by someone who need not know YAML."""

import locale
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from microsite.commands.command import Command, UsageError
from microsite.commands.kinds import KINDS, Kind
from microsite.commands.project import Project, project
from microsite.content.load import Reading, read_site
from microsite.content.masking import masked
from microsite.drafts.askers import Flags, Terminal
from microsite.drafts.draft import Draft, Entry
from microsite.drafts.event import NOT_BY_HAND
from microsite.drafts.event_form import FIELD
from microsite.drafts.files import write
from microsite.drafts.insertion import Inserted, NotInsertedError
from microsite.drafts.judged import objections
from microsite.drafts.known import Known, known
from microsite.drafts.lines import BLANK
from microsite.drafts.questions import BrokenError, Choice, Question, one_of
from microsite.rules.remedies import APPROVER
from microsite.rules.words import word_rules

MOST_SHOWN = 20
"""Problems of files that are in the way."""
NOT_FLAGS = frozenset({"command", "what", "root", "run", "parser", "field"})
"""What the parser keeps besides the answers."""


def _declare(parser: ArgumentParser) -> None:
    words = parser.add_subparsers(dest="what", metavar="种类", title="种类")
    for kind in KINDS:
        one = words.add_parser(kind.name, help=kind.title, description=f"新建{kind.title}")
        one.add_argument(
            "--root", type=Path, default=SUPPRESS, metavar="文件夹", help="项目所在的文件夹"
        )
        one.set_defaults(parser=one)
        for flag, help in kind.flags.items():
            one.add_argument(flag, metavar="内容", help=help)
        for flag, help in kind.repeatable.items():
            one.add_argument(flag, metavar="内容", action="append", help=f"{help}；可以写几次")
        if kind.has_sample:
            one.add_argument("--sample", action="store_true", help="只用于示例内容")


def _run(options: Namespace) -> int:
    try:
        return _begin(options, project(options), is_terminal=_has_human())
    except (KeyboardInterrupt, EOFError):
        return _failed("\n已放弃，什么都没有写。")
    except BrokenError as error:
        return _failed(str(error))


def _has_human() -> bool:
    return bool(sys.stdin) and sys.stdin.isatty()


def _begin(options: Namespace, given: Project, *, is_terminal: bool) -> int:
    kind = _kind(options.what, is_terminal=is_terminal)
    reading = read_site(given.root)
    there = known(given.root, reading)
    if kind.needs and not getattr(there, kind.needs[0]):
        return _failed(*_in_the_way(kind.needs, there))
    said = _said(options)
    flags = Flags(said)
    draft = kind.form(flags, there, given.now)
    complaints = [*_complaints(flags), *_out_of_use(kind, there)]
    if flags.broken:
        return _failed(*complaints)
    if flags.wrong or (flags.missing and not is_terminal):
        raise UsageError(*complaints)
    if draft is None:
        draft = _asked(kind, said, there, given.now)
    return _finish(given.root, kind, draft, reading)


def _kind(name: str | None, *, is_terminal: bool) -> Kind:
    by_name = {kind.name: kind for kind in KINDS}
    if name is None and is_terminal:
        choices = tuple(Choice(kind.name, kind.title) for kind in KINDS)
        read = one_of(choices, "种类")
        name = _terminal({}).ask(Question("", "新建什么", read, choices=choices))
    if name is None:
        names = "、".join(f"{one.name}（{one.title}）" for one in KINDS)
        raise UsageError(f"请写明要新建什么：{names}，例如 microsite new {KINDS[0].name}")
    return by_name[name]


def _terminal(said: Mapping[str, str]) -> Terminal:
    # It lets the arrow keys move in the line, and garbles Chinese where the locale has none.
    if locale.getencoding().upper() == "UTF-8":
        with suppress(ImportError):  # not every system has it
            import readline  # noqa: F401, PLC0415 - see above
    return Terminal(said, input, print)


def _said(options: Namespace) -> dict[str, str]:
    """Return what flags say, by flag; what is said several times has a line for each."""
    values = {name: value for name, value in vars(options).items() if name not in NOT_FLAGS}
    texts = (
        (name, "\n".join(value) if isinstance(value, list) else str(value))
        for name, value in values.items()
        if value
    )
    said = {f"--{name}": text for name, text in texts if text.strip()}
    facts = (fact.partition("=") for fact in getattr(options, "field", None) or ())
    return said | {f"{FIELD}{key.strip()}": text for key, _, text in facts}


def _in_the_way(needs: tuple[str, str, str], there: Known) -> Iterator[str]:
    _, path, name = needs
    yield f"没有可用的{name}，要先把 {path} 写好"
    yield from map(str, there.objections_to(path)[:MOST_SHOWN])


def _complaints(flags: Flags) -> Iterator[str]:
    if flags.broken:
        yield f"有 {len(flags.broken)} 处用到的文件有错，要先改好："
        yield from (f"  {one}" for one in flags.broken)
    if flags.wrong:
        yield f"有 {len(flags.wrong)} 处写得不对："
        yield from (f"  {one}" for one in flags.wrong)
    if flags.missing:
        yield f"还缺 {len(flags.missing)} 项，请补上（在终端里不写就会逐项询问）："
        yield from (f"  {one}" for one in flags.missing)


def _out_of_use(kind: Kind, there: Known) -> Iterator[str]:
    """Tell what cannot be chosen until it has been mended."""
    left_out = [at for id, at in there.taken["series"].items() if id not in there.series]
    if left_out and "series" in kind.chooses:
        yield f"（有错、暂时不能选的系列：{'、'.join(left_out)}）"
    unread = (problem for one in kind.chooses if (problem := there.unread(one)))
    yield from (f"（有错、暂时都不能选：{problem}）" for problem in unread)


def _asked(kind: Kind, said: Mapping[str, str], there: Known, now: datetime) -> Draft:
    print(f"新建{kind.title}。方括号里是建议，直接回车就用它；按 Ctrl-C 随时放弃，什么都不会写。")
    for line in _out_of_use(kind, there):
        print(masked(line))
    draft = kind.form(_terminal(said), there, now)
    assert draft is not None  # a terminal asks until everything is there
    return draft


def _finish(root: Path, kind: Kind, draft: Draft, reading: Reading) -> int:
    try:
        new = write(root, draft)
    except NotInsertedError as error:
        return _failed(*_by_hand(draft, error))
    except OSError:
        is_there = (root / draft.path).is_file()
        place = draft.path if is_there else f"{draft.path.rpartition('/')[0]} 这个文件夹"
        return _failed(f"写不进 {place}，请检查它在不在、有没有写的权限、磁盘满了没有")
    for line in _report(kind, draft, new, reading):
        print(masked(line))
    return 0


def _by_hand(draft: Draft, error: NotInsertedError) -> Iterator[str]:
    """Return what to do where the table does not let a program write."""
    yield from map(str, error.problems[:MOST_SHOWN])
    yield f"{draft.path} 的写法特殊，不能自动写进去，请把下面几行抄到合适的地方："
    yield from draft.lines


def _report(kind: Kind, draft: Draft, new: Inserted, reading: Reading) -> Iterator[str]:
    yield f"已写好 {draft.path}（第 {new.first} 行到第 {new.last} 行）"
    lines = new.data.decode("utf-8-sig").splitlines()
    found = objections(draft.path, new, word_rules(reading))
    blanks = sorted({one.line for one in found if BLANK in lines[one.line - 1]})
    if blanks:
        yield f"还要补 {len(blanks)} 处："
        yield from (f"  {draft.path}:{number}: {lines[number - 1].strip()}" for number in blanks)
    if others := [one for one in found if one.line not in blanks]:
        yield f"另有 {len(others)} 处请看一看："
        yield from (f"  {one}" for one in others)
    by_hand = [number for number in blanks if NOT_BY_HAND not in lines[number - 1]]
    yield "接下来："
    steps = _steps(kind, draft, has_blanks=bool(by_hand))
    yield from (f"  {number}. {step}" for number, step in enumerate(steps, 1))


def _steps(kind: Kind, draft: Draft, *, has_blanks: bool) -> Iterator[str]:
    name = draft.path
    if has_blanks:
        yield "打开这个文件，把“待补充”换成内容；井号后面是说明，不要的行可以删去"
    if isinstance(draft, Entry):
        name = f"{draft.path}#{draft.id}"
        for key in draft.approvals:
            command = f"microsite sign {name} --step 审批 --field {key} --by {APPROVER}"
            yield f"{command}    批准以后运行，写入审批"
    yield "microsite check    检查还有没有问题"
    yield kind.next.format(name=name, id=draft.id)


def _failed(*lines: str) -> int:
    print(masked("\n".join(lines)), file=sys.stderr)
    return 1


NEW = Command("new", "新建故事、活动、系列、地点、支部：逐项询问，写好文件", _declare, _run)
