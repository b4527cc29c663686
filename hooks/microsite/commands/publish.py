"""`microsite publish` and `rollback`, `releases`, `verify`: what is online, and what was."""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from microsite.audit.addresses import lasting, read_published, write_published
from microsite.audit.all import audit
from microsite.audit.page import address_of
from microsite.commands.command import Command
from microsite.content.problems import Problem
from microsite.environment import VariableError, current_minute, wanted_mode
from microsite.publish import releases as placed
from microsite.publish.destination import Destination, DestinationError, destination
from microsite.publish.manifest import Manifest, ManifestError
from microsite.publish.place import Place, PlaceError
from microsite.publish.prepare import build, finish, origin
from microsite.verdict import Verdict, verdict

FAILURES = (PlaceError, DestinationError, ManifestError, VariableError)
KEEP = 10


def _with_destination(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        required=True,
        metavar="位置",
        help="本机文件夹、用户@主机:/文件夹，或 rclone 的名称，例如 s3:桶/文件夹",
    )
    parser.add_argument(
        "--ssh-config", type=Path, metavar="文件", help="ssh 用这份设置，不用本机原有的"
    )


def _told(act: Callable[[Namespace], int]) -> Callable[[Namespace], int]:
    """Return `act` with its failures said in one line."""

    def run(options: Namespace) -> int:
        try:
            return act(options)
        except FAILURES as error:
            print(error, file=sys.stderr)
            return 1

    return run


def _declare_publish(parser: ArgumentParser) -> None:
    _with_destination(parser)
    parser.add_argument(
        "--site", type=Path, metavar="文件夹", help="发布已经生成好的网站，不再生成"
    )
    parser.add_argument("--keep", type=int, default=KEEP, metavar="个", help="保留几个版本")


def _publish(options: Namespace) -> int:
    root: Path = options.root
    target = destination(options.to, options.ssh_config)
    now, judged = current_minute(), verdict(root, current_minute(), wanted_mode())
    if judged.errors or judged.reading.site is None:
        _print(judged.errors)
        print(f"内容有 {len(judged.errors)} 处需要修改，没有发布", file=sys.stderr)
        return 1
    if isinstance(target, Place):
        target.prepare()
    online = _online(target)
    with _built(root, options.site, now) as folder:
        if folder is None:
            print("网站没有生成，没有发布", file=sys.stderr)
            return 1
        known = _known(root, online, judged)
        problems = audit(folder, judged.reading, judged.occasion.states, known)
        if problems:
            _print(problems)
            print(f"生成的网站有 {len(problems)} 处问题，没有发布", file=sys.stderr)
            return 1
        manifest = finish(folder, judged.reading.site, origin(root, now, judged.occasion.mode))
        if online and online.files == manifest.files:
            print("没有变化，没有新版本")
        else:
            _bring_online(target, folder, manifest, now, options.keep)
    if judged.occasion.mode == "production":
        count = write_published(root, map(address_of, manifest.files))
        print(f"新增 {count} 个公开的网址，已记在 data/published.txt，请提交")
    return 0


def _bring_online(
    target: Destination, folder: Path, manifest: Manifest, now: datetime, keep: int
) -> None:
    name = placed.release_name(manifest, now)
    if isinstance(target, Place):
        done = placed.publish(target, folder, manifest, name, keep)
        name, dropped = done.release, done.dropped
        print(done.statistics.strip())
    else:
        dropped = target.publish(folder, name, keep)
    print(f"已发布 {name}：{len(manifest.files)} 个文件；删去旧版 {len(dropped)} 个")


@contextmanager
def _built(root: Path, given: Path | None, now: datetime) -> Iterator[Path | None]:
    """Give the folder of a site that is nobody else's; `None`, if it cannot be built."""
    with TemporaryDirectory(prefix="microsite-") as parent:
        folder = Path(parent) / "site"
        if given is not None:
            shutil.copytree(given, folder)
        yield folder if given is not None or build(root, folder, now) else None


def _known(root: Path, online: Manifest | None, judged: Verdict) -> set[str]:
    """Return the addresses that readers may have kept: those of this site, in this mode."""
    known = set(read_published(root)) if judged.occasion.mode == "production" else set()
    if online and online.origin.mode == judged.occasion.mode:
        known.update(lasting(map(address_of, online.files)))
    return known


def _online(target: Destination) -> Manifest | None:
    if isinstance(target, Place):
        release = placed.current(target)
        return placed.manifest_of(target, release) if release else None
    return target.manifest("live")


def _print(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _declare_rollback(parser: ArgumentParser) -> None:
    _with_destination(parser)
    parser.add_argument("release", nargs="?", metavar="版本", help="退回哪一版，默认是前一版")


def _rollback(options: Namespace) -> int:
    target = destination(options.to, options.ssh_config)
    if isinstance(target, Place):
        name = placed.roll_back(target, options.release)
    else:
        name = target.roll_back(options.release)
    print(f"现在线上是 {name}")
    return 0


def _releases(options: Namespace) -> int:
    target = destination(options.to, options.ssh_config)
    if isinstance(target, Place):
        names, online = placed.releases(target), placed.current(target)
    else:
        names, online = target.releases(), target.current()
    for name in names:
        print(f"{'→' if name == online else ' '} {name}")
    if not names:
        print(f"“{target}” 上还没有发布过")
    return 0


PUBLISH = Command("publish", "生成、检查并发布网站", _declare_publish, _told(_publish))
ROLLBACK = Command("rollback", "退回以前发布的版本", _declare_rollback, _told(_rollback))
RELEASES = Command("releases", "列出发布过的版本", _with_destination, _told(_releases))
