"""`microsite verify`: whether what is online is what was published."""

import sys
from argparse import ArgumentParser, Namespace

from microsite.commands.command import Command
from microsite.publish.manifest import ManifestError, differences
from microsite.publish.verify import found_at, manifest_at


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("site", metavar="网址或文件夹", help="要核对的网站")
    parser.add_argument("--manifest", metavar="文件", help="用这份清单核对，默认用网站自带的")


def _run(options: Namespace) -> int:
    try:
        manifest = manifest_at(options.manifest or options.site)
        found = found_at(options.site, manifest)
    except ManifestError as error:
        print(f"核对不了：{error}", file=sys.stderr)
        return 1
    wrong = [*differences(manifest.files, found)]
    for difference in wrong:
        print(difference)
    count = (
        f"{len(wrong)} 个文件与清单不符" if wrong else f"{len(manifest.files)} 个文件与清单一致"
    )
    print(f"{options.site}（{manifest.origin.commit or '没有提交号'}）：{count}", file=sys.stderr)
    return 1 if wrong else 0


VERIFY = Command("verify", "核对线上的网站和清单是否一致", _declare, _run)
