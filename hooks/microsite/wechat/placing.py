"""Packages to where the editor wants them: a folder or a zip each, whole or not at all."""

import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from microsite.content.layout import FOREIGN
from microsite.wechat.copy_page import copy_page
from microsite.wechat.package import ARTICLE, AUTHOR, COPY, DIGEST, LINK, TITLE, Package

NAMES: Final = re.compile(
    "|".join(
        [
            *map(re.escape, (ARTICLE, COPY, TITLE, AUTHOR, DIGEST, LINK)),
            r"图\d+\.(?:jpg|png)",
            r"封面-(?:2\.35|1)比1\.(?:jpg|png)",
        ]
    )
)
UNFINISHED: Final = ".未完成-"
OLD: Final = "old"
"""Below what is unfinished: what was there before, under its own name."""
WRITTEN: Final = ".导出清单"
"""In a mirror: the paths of all its files, so that those of others can be told from them."""


class PlacingError(Exception):
    """A place cannot be written to without a loss; the message is for whoever named it."""


def place(package: Package, folder: Path, *, is_zip: bool = False) -> Path:
    """Put a package below `folder`, in the place of the one before; return where it is.

    Raises:
        PlacingError: If something else is there.
        OSError: If it cannot be written; what was there is as it was.
    """
    name = f"{package.story.id}-草稿" if package.state else package.story.id
    target = folder / (f"{name}.zip" if is_zip else name)
    if other := _other(folder, target, is_zip=is_zip):
        raise PlacingError(_refusal(target.parent, other))
    folder.mkdir(parents=True, exist_ok=True)
    if is_zip:
        _replace(target, _zipped(name, files(package)))
    else:
        _swap(target, files(package))
    return target


def mirror(packages: Iterable[Package], folder: Path) -> None:
    """Let `folder` hold these packages and no other: what was withdrawn is gone from it.

    Raises:
        PlacingError: If something else is there.
        OSError: If it cannot be written; what was there is as it was.
    """
    if other := _other_beside(folder):
        raise PlacingError(_refusal(folder, other))
    folder.parent.mkdir(parents=True, exist_ok=True)
    _swap(folder, _mirrored(packages))


def files(package: Package) -> Iterator[tuple[str, bytes]]:
    """Return every file of a package."""
    for name, text in package.texts.items():
        yield name, text.encode()
    yield COPY, copy_page(package).encode()
    for name, path in package.pictures.items():
        yield name, path.read_bytes()
    yield from package.cover.files.items()


def _refusal(folder: Path, other: Path) -> str:
    return f"“{folder}” 里有别的东西（{other.name}），没有写；请移走它，或换一个文件夹"


def _other(folder: Path, target: Path, *, is_zip: bool) -> Path | None:
    """Return what is in the way and was put there by no package."""
    if folder.exists() and not folder.is_dir():
        return folder
    if not target.exists() or (is_zip and target.is_file()):
        return None
    return target if is_zip or not target.is_dir() else next(_foreign(target), None)


def _other_beside(folder: Path) -> Path | None:
    """Return what is in a mirror, or in its place, and was not written by the one before."""
    if not folder.is_dir():
        return folder if folder.exists() else None
    notes = folder / WRITTEN
    text = notes.read_text(encoding="utf-8", errors="replace") if notes.is_file() else ""
    written = {*text.split("\n")}
    for path in sorted(folder.rglob("*")):
        is_ours = path.relative_to(folder).as_posix() in written or _is_of_system(path)
        if not is_ours and (path.is_symlink() or not path.is_dir()):
            return path
    return None


def _foreign(folder: Path) -> Iterator[Path]:
    paths = (path for path in sorted(folder.iterdir()) if not NAMES.fullmatch(path.name))
    return (path for path in paths if not _is_of_system(path))


def _is_of_system(path: Path) -> bool:
    """Tell whether a file is one that systems leave in every folder, which nobody misses."""
    return FOREIGN.search(path.name) is not None and path.is_file()


def _mirrored(packages: Iterable[Package]) -> Iterator[tuple[str, bytes]]:
    """Return every file of several packages, and what tells later that they are ours."""
    written = []
    for package in packages:
        for name, content in files(package):
            written.append(f"{package.story.id}/{name}")
            yield written[-1], content
    yield WRITTEN, "\n".join(written).encode()


def _zipped(name: str, contents: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip that is the same whenever it is made."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for one, content in contents:
            archive.writestr(zipfile.ZipInfo(f"{name}/{one}"), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _replace(target: Path, content: bytes) -> None:
    with _aside(target.parent) as aside:
        new = aside / target.name
        new.write_bytes(content)
        new.replace(target)


def _swap(target: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Write a whole folder aside, then put it in the place of what is there."""
    with _aside(target.parent) as aside:
        new, old = aside / "new", aside / OLD
        new.mkdir()
        for name, content in contents:
            (new / name).parent.mkdir(exist_ok=True)
            (new / name).write_bytes(content)
        if target.exists():
            old.mkdir()
            target.rename(old / target.name)
        new.rename(target)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """Make room in `folder` for what is not finished; what a run before left there goes."""
    for stale in folder.glob(f"{UNFINISHED}*"):
        _clear(stale)
    aside = Path(mkdtemp(prefix=UNFINISHED, dir=folder))
    try:
        yield aside
    finally:
        _clear(aside)


def _clear(aside: Path) -> None:
    """Put back what nothing has come in the place of, then delete the rest."""
    for old in aside.glob(f"{OLD}/*"):
        if not (before := aside.parent / old.name).exists():
            old.rename(before)
    shutil.rmtree(aside, ignore_errors=True)  # what cannot be deleted now is at the next run
