"""The index of the search, made by Pagefind and kept until the records change."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from microsite import kept
from microsite.search.records import Record
from microsite.search.tokens import content
from microsite.workers import delegate

SCRIPT = Path(__file__).with_suffix(".mjs")
CACHE = ".cache/search"
INDEX = "index"
SUM = "sum"
PACKAGE = "node_modules/pagefind/package.json"
LICENSE = "node_modules/pagefind/LICENSE/LICENSE"
NOTICE = "LICENSE.txt"
"""Stands beside the program that readers get: its licence wants to be passed on with it."""
NODE = "node"
NO_NODE = "没有找到 Node（生成搜索要用），请安装 Node 20 或更新的版本，再重新生成"


class IndexingError(Exception):
    """There is no index; the message says why, and what to type."""


def start_indexing(make: Callable[[], Iterable[Record]], root: Path) -> Callable[[], Path]:
    """Start on the index in a copy of this process; return what waits for its folder.

    What `index` raises that cannot be told at once is raised there.

    Args:
        make: Returns what can be found.
        root: As `index` wants it.

    Raises:
        IndexingError: If what makes the index is not there.
    """
    _programs(root)
    if shutil.which(NODE) is None:
        raise IndexingError(NO_NODE)
    wait = delegate(lambda roots: [_outcome(make(), one) for one in roots], [root], 1)

    def indexed() -> Path:
        [outcome] = wait()
        if isinstance(outcome, IndexingError):
            raise outcome
        return outcome

    return indexed


def index(records: Iterable[Record], root: Path) -> Path:
    """Return the folder with the index of `records`, made anew only if it is not the last one.

    Args:
        records: What can be found.
        root: Of the project, where npm has put Pagefind and where the index is kept.

    Raises:
        IndexingError: If it cannot be made.
    """
    package, license = _programs(root)
    text = json.dumps([_record(record) for record in records], ensure_ascii=False)
    notice = license.read_bytes()
    parts = (package.read_bytes(), notice, SCRIPT.read_bytes(), text.encode())
    folder = root / CACHE / hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
    try:
        if not _is_whole(folder):
            _make(text, notice, folder)
        kept.clean(folder.parent, {folder.name})
    except OSError as error:
        message = f"搜索没有生成（{error}）：请看磁盘是否已满、{CACHE} 能否写，再重新生成"
        raise IndexingError(message) from error
    return folder / INDEX


def _outcome(records: Iterable[Record], root: Path) -> Path | IndexingError:
    try:
        return index(records, root)
    except IndexingError as error:
        return error


def _programs(root: Path) -> tuple[Path, Path]:
    """Return what is known of Pagefind, and its licence."""
    package, license = root / PACKAGE, root / LICENSE
    if not (package.is_file() and license.is_file()):
        message = "没有找到生成搜索的程序 Pagefind，请在项目文件夹里运行 npm ci，再重新生成"
        raise IndexingError(message)
    return package, license


def _record(record: Record) -> dict[str, object]:
    meta = {"date": str(record.day)} if record.day else {}
    return {
        "url": f"/{record.url}",
        "content": content(record.title, record.text),
        "meta": meta | ({"sample": "true"} if record.sample else {}),
        "filters": record.facets,
    }


def _make(text: str, notice: bytes, folder: Path) -> None:
    """Put the index into `folder`, at once and whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as temporary:
        made = Path(temporary, "made")
        _run(f'{{"folder": {json.dumps(str(made / INDEX))}, "records": {text}}}')
        (made / INDEX / NOTICE).write_bytes(notice)
        (made / SUM).write_text(_sum(made / INDEX))
        try:
            made.rename(folder)
        except OSError:
            if not _is_whole(folder):  # as it is if another build has put the same there
                shutil.rmtree(folder, ignore_errors=True)
                made.rename(folder)


def _is_whole(folder: Path) -> bool:
    """Tell whether the index in `folder` is there as it was made."""
    try:
        return (folder / SUM).read_bytes() == _sum(folder / INDEX).encode()
    except OSError:
        return False


def _sum(folder: Path) -> str:
    total = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def _run(request: str) -> None:
    command = [NODE, str(SCRIPT)]
    try:
        result = subprocess.run(  # noqa: S603 - a command of our own
            command, input=request, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        raise IndexingError(NO_NODE) from None
    if result.returncode:
        reason = result.stderr.strip().splitlines()
        message = (
            "搜索没有生成：请先看 Node 是不是 20 或更新的版本（node --version，不是就请安装），"
            "再运行 npm ci 重新安装 Pagefind，然后重新生成；它说："
        )
        raise IndexingError("\n".join([message, *reason]))
