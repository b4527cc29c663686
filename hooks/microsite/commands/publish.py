"""`microsite publish`: a site brought online, unless anything is wrong with it."""

import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from microsite.audit.addresses import lasting, read_published, write_published
from microsite.audit.all import audit
from microsite.audit.page import address_of
from microsite.commands.command import Command
from microsite.commands.destinations import (
    UnfitError,
    declare_destination,
    declare_reload,
    destination_of,
    known_at,
    online_at,
    rules_at,
    tell_server,
    told,
)
from microsite.commands.project import project
from microsite.publish import releases as placed
from microsite.publish.destination import Destination
from microsite.publish.manifest import Manifest
from microsite.publish.place import Place
from microsite.publish.prepare import build, finish, origin, ready, refuse_foreign
from microsite.verdict import Verdict

KEEP = 10


def _declare(parser: ArgumentParser) -> None:
    declare_destination(parser)
    parser.add_argument(
        "--site",
        type=Path,
        metavar="文件夹",
        help="发布已经生成好的网站，不再生成；里面有清单的，须与清单和当前提交相符",
    )
    parser.add_argument("--keep", type=int, default=KEEP, metavar="个", help="保留几个版本")
    parser.add_argument("--again", action="store_true", help="退回去的提交也再发布")
    declare_reload(parser)


def _run(options: Namespace) -> int:
    of = project(options)
    target = destination_of(options)
    given = ready(options.site) if options.site else None
    root, now = of.root, given.origin.moment if given else of.now
    judged = replace(of, now=now).judge()
    if judged.errors or judged.reading.site is None:
        raise UnfitError("内容", judged.errors)
    made_of = origin(root, now, judged.occasion.mode)
    if given:
        refuse_foreign(given.origin, made_of)
    if isinstance(target, Place):
        target.prepare()
    online, rules = online_at(target), rules_at(target)
    with _built(root, options.site, now) as folder:
        known = _known(root, known_at(target), judged)
        if problems := audit(folder, judged.reading, judged.occasion.states, known):
            raise UnfitError("生成的网站", problems)
        manifest = given or finish(folder, judged.reading.site, made_of)
        if online and online.files == manifest.files:
            print("没有变化，没有新版本")
            return 0
        _bring_online(target, folder, manifest, options)
    if judged.occasion.mode == "production":
        count = write_published(root, map(address_of, manifest.files))
        print(f"新增 {count} 个公开的网址，已记在 data/published.txt，请提交")
    return tell_server(target, options.reload, rules)


def _bring_online(
    target: Destination, folder: Path, manifest: Manifest, options: Namespace
) -> None:
    name, keep, again = placed.release_name(manifest), options.keep, options.again
    if isinstance(target, Place):
        done = placed.publish(target, folder, manifest, name, keep, again=again)
        name, dropped = done.release, done.dropped
        print(done.sent())
    else:
        dropped = target.publish(folder, manifest, name, keep, again=again)
    print(f"已发布 {name}：{len(manifest.files)} 个文件；删去旧版 {len(dropped)} 个")


@contextmanager
def _built(root: Path, given: Path | None, now: datetime) -> Iterator[Path]:
    """Give the folder of a site that is nobody else's.

    Raises:
        UnfitError: If it cannot be built.
    """
    with TemporaryDirectory(prefix="microsite-") as parent:
        folder = Path(parent) / "site"
        if given is not None:
            shutil.copytree(given, folder)
        elif not build(root, folder, now):
            raise UnfitError("网站没有生成")
        yield folder


def _known(root: Path, online: Manifest | None, judged: Verdict) -> set[str]:
    """Return the addresses that readers may have kept: those of this site, in this mode."""
    known = set(read_published(root)) if judged.occasion.mode == "production" else set()
    if online and online.origin.mode == judged.occasion.mode:
        known.update(lasting(map(address_of, online.files)))
    return known


PUBLISH = Command("publish", "生成、检查并发布网站", _declare, told(_run))
