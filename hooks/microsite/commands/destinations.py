"""What commands have in common that deal with a place to which the site is published."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from microsite.content.problems import Problem
from microsite.environment import VariableError
from microsite.publish import releases as placed
from microsite.publish.destination import Destination, DestinationError, destination
from microsite.publish.manifest import Manifest, ManifestError
from microsite.publish.place import Place, PlaceError


class UnfitError(Exception):
    """What was to be published has faults; the message lists them."""

    def __init__(self, what: str, problems: Sequence[Problem] = ()) -> None:
        count = f"有 {len(problems)} 处需要修改" if problems else ""
        super().__init__("\n".join([*map(str, problems), f"{what}{count}，没有发布"]))


FAILURES = (UnfitError, PlaceError, DestinationError, ManifestError, VariableError)


def declare_destination(parser: ArgumentParser) -> None:
    """Add the arguments that name a place."""
    parser.add_argument(
        "--to",
        required=True,
        metavar="位置",
        help="本机文件夹、用户@主机:/文件夹，或 rclone 的名称，例如 s3:桶/文件夹",
    )
    parser.add_argument(
        "--ssh-config", type=Path, metavar="文件", help="ssh 用这份设置，不用本机原有的"
    )


def declare_reload(parser: ArgumentParser) -> None:
    """Add the argument for what tells a server of new rules."""
    parser.add_argument(
        "--reload",
        metavar="命令",
        help="服务器规则变了时在那台机器上运行，例如 sudo systemctl reload nginx",
    )


def destination_of(options: Namespace) -> Destination:
    """Return the place that was named.

    Raises:
        DestinationError: If it is none, or cannot do what is asked of it.
    """
    target = destination(options.to, options.ssh_config)
    if "reload" in options and options.reload and not isinstance(target, Place):
        raise DestinationError("对象存储没有要重新读取设置的服务器，请去掉 --reload")
    return target


def online_at(target: Destination) -> Manifest | None:
    """Return the manifest of what is online there, if there is one."""
    if isinstance(target, Place):
        release = placed.current(target)
        return placed.manifest_of(target, release) if release else None
    return target.manifest("live")


def known_at(target: Destination) -> Manifest | None:
    """Return the manifest of what readers know: in a store that is being changed, the newest."""
    online = online_at(target)
    return online if online or isinstance(target, Place) else target.newest()


def held_at(target: Destination) -> frozenset[str]:
    """Return the commits that have been taken back there."""
    return placed.held(target) if isinstance(target, Place) else target.held()


def rules_at(target: Destination) -> str:
    """Return what a server there is to know; nothing of a store, which has none."""
    return placed.rules(target) if isinstance(target, Place) else ""


def tell_server(target: Destination, command: str | None, before: str) -> int:
    """Let the server read its rules again, or say that it must, if they have changed.

    Args:
        target: Where it runs.
        command: What has it read them.
        before: The rules that it knows.

    Returns:
        0, or 1 if the command has failed, which leaves the new site online.
    """
    if not isinstance(target, Place) or rules_at(target) == before:
        return 0
    if command is None:
        print("服务器规则（跳转、安全策略）变了，请在服务器上运行 systemctl reload nginx")
        return 0
    try:
        target.run(command)
    except PlaceError as error:
        message = f"新网站已经换上，但服务器没有重新读取规则，请手动运行 {command}"
        print(f"{message}：{error.reason}", file=sys.stderr)
        return 1
    print(f"服务器规则变了，已运行 {command}")
    return 0


def told(act: Callable[[Namespace], int]) -> Callable[[Namespace], int]:
    """Return `act` with its failures said in one line."""

    def run(options: Namespace) -> int:
        try:
            return act(options)
        except FAILURES as error:
            print(error, file=sys.stderr)
            return 1

    return run
