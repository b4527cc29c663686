"""`microsite wechat`: stories that have passed the review, ready for the bureau's account."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from microsite.commands.command import Command, UsageError
from microsite.commands.project import Project, project
from microsite.content.problems import ContentError, Problem
from microsite.desk.quoting import lines_of
from microsite.desk.standing import Standing, standings
from microsite.desk.text import text
from microsite.plan import Plan, plan_of
from microsite.signing.target import Target, TargetError, Targets
from microsite.verdict import Verdict
from microsite.wechat.export import FOLDER
from microsite.wechat.objections import objections
from microsite.wechat.package import Package, packages
from microsite.wechat.placing import PlacingError, place


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "names",
        nargs="*",
        metavar="故事",
        help="docs/stories/2026/x.md、编号（文件名），或页面的网址",
    )
    parser.add_argument("--all", action="store_true", help="全部已发布的故事")
    parser.add_argument(
        "--to", type=Path, metavar="文件夹", help=f"写到哪里，默认是项目里的 {FOLDER}"
    )
    parser.add_argument("--zip", action="store_true", help="每篇一个 zip，不写成文件夹")
    parser.add_argument(
        "--draft",
        action="store_true",
        help="没有审完的也导出，只供内部查看，标题和正文都标明是草稿",
    )


def _run(options: Namespace) -> int:
    if bool(options.names) is options.all:
        raise UsageError("请写明导出哪几篇故事，或只写 --all 导出全部已发布的")
    given = project(options)
    judged = given.judge(drafts=options.draft)
    targets = _targets(given, judged, options.names)
    try:
        planned = plan_of(given.root, judged)
    except ContentError as error:
        return _told(given, judged, error.problems)
    if unsigned := tuple(_unsigned(judged, planned, targets)):
        return _told(given, judged, unsigned)
    made = _made(given.root, planned, targets)
    if unfit := objections(made, judged.reading):
        return _told(given, judged, unfit)
    _place(made, options.to or given.root / FOLDER, is_zip=options.zip)
    return 0


def _targets(given: Project, judged: Verdict, names: Sequence[str]) -> tuple[Target, ...]:
    """Return the stories that are meant, each once; say of all wrong names at once."""
    known = Targets(given.root, judged.reading)
    found: dict[Target, None] = {}
    wrong = []
    for name in names:
        try:
            target = known.find(name)
        except TargetError as error:
            wrong.append(str(error))
            continue
        if target.is_event:
            wrong.append(f"“{name}” 是一项活动，只有故事能导出到公众号")
        found[target] = None
    if wrong:
        raise UsageError("\n".join(wrong))
    return tuple(found)


def _unsigned(judged: Verdict, planned: Plan, targets: Iterable[Target]) -> Iterator[Problem]:
    """Object to what the public may not see, which must not leave by this door either."""
    hidden = [one for one in targets if one.id not in planned.site.stories]
    stands = {one.place.path: one for one in standings(judged)} if hidden else {}
    return (_withheld(stands[one.path]) for one in hidden)


def _withheld(standing: Standing) -> Problem:
    reason, change, advice = standing.why
    line = change or standing.place
    hint = "" if standing.state == "撤稿" else "；只想内部看样子就加 --draft"
    message = f"这篇故事还不能导出到公众号（{standing.label}）：{reason}。{advice}{hint}"
    return Problem(line.path, line.line, 1, "wechat-unsigned", message)


def _made(root: Path, planned: Plan, targets: Sequence[Target]) -> tuple[Package, ...]:
    """Return the packages of the stories that are meant, or of all."""
    stories = planned.site.stories
    chosen = [stories[one.id] for one in targets] if targets else stories.values()
    return tuple(packages(root, planned.site, chosen))


def _told(given: Project, judged: Verdict, problems: Sequence[Problem]) -> int:
    print(text(problems, lines_of(given.root, judged.reading)), file=sys.stderr)
    print("没有导出", file=sys.stderr)
    return 1


def _place(made: Sequence[Package], folder: Path, *, is_zip: bool) -> None:
    for package in made:
        try:
            target = place(package, folder, is_zip=is_zip)
        except PlacingError as error:
            raise UsageError(str(error)) from error
        print(f"{target}：{package.title}")
    opening = "解开 zip，" if is_zip else ""
    print(f"导出了 {len(made)} 篇。{opening}用浏览器打开文件夹里的 copy.html，照着做")


WECHAT = Command("wechat", "把审完的故事导出到微信公众号：正文、图片、封面、摘要", _declare, _run)
