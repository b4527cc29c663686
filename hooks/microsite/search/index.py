"""The index of the search, made by Pagefind and kept until the records change."""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from microsite.search.records import Record
from microsite.search.tokens import content

SCRIPT = Path(__file__).with_suffix(".mjs")
CACHE = ".cache/search"
PACKAGE = "node_modules/pagefind/package.json"


class IndexingError(Exception):
    """There is no index; the message says why, and what to type."""


def index(records: Iterable[Record], root: Path) -> Path:
    """Return the folder with the index of `records`, made anew only if it is not the last one.

    Args:
        records: What can be found.
        root: Of the project, where npm has put Pagefind and where the index is kept.

    Raises:
        IndexingError: If it cannot be made.
    """
    package = root / PACKAGE
    if not package.is_file():
        message = "没有找到生成搜索的程序 Pagefind，请在项目文件夹里运行 npm ci，再重新生成"
        raise IndexingError(message)
    text = json.dumps([_record(record) for record in records], ensure_ascii=False)
    parts = (package.read_bytes(), SCRIPT.read_bytes(), text.encode())
    folder = root / CACHE / hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
    if not folder.is_dir():
        _make(text, folder)
    return folder


def _record(record: Record) -> dict[str, object]:
    meta = {"date": str(record.day)} if record.day else {}
    return {
        "url": f"/{record.url}",
        "content": content(record.title, record.text),
        "meta": meta | ({"sample": "true"} if record.sample else {}),
        "filters": record.facets,
    }


def _make(text: str, folder: Path) -> None:
    """Put the index into `folder`, at once and whole, in the place of earlier ones."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        _run(f'{{"folder": {json.dumps(f"{temporary}/index")}, "records": {text}}}')
        for other in folder.parent.iterdir():
            if re.fullmatch("[0-9a-f]{16}", other.name) and other != folder:
                shutil.rmtree(other)
        with suppress(OSError):  # another build has put the same there
            Path(temporary, "index").rename(folder)


def _run(request: str) -> None:
    command = ["node", str(SCRIPT)]
    try:
        result = subprocess.run(  # noqa: S603 - a command of our own
            command, input=request, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        message = "没有找到 Node（生成搜索要用），请安装 Node 20 或更新的版本，再重新生成"
        raise IndexingError(message) from None
    if result.returncode:
        reason = result.stderr.strip().splitlines()
        message = "搜索没有生成，请运行 npm ci 重新安装 Pagefind，再重新生成；它说："
        raise IndexingError("\n".join([message, *reason]))
