"""Packages to where the editor wants them: a folder or a zip each, whole or not at all."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

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
    contents = (
        (f"{package.story.id}/{name}", content)
        for package in packages
        for name, content in files(package)
    )
    _swap(folder, contents)


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
    if not folder.is_dir():
        return folder if folder.exists() else None
    ours = (path for path in folder.iterdir() if path.is_dir() and not any(_foreign(path)))
    return next(iter({*folder.iterdir()} - {*ours}), None)


def _foreign(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if not NAMES.fullmatch(path.name))


def _zipped(name: str, contents: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip that is the same whenever it is made."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for one, content in contents:
            archive.writestr(zipfile.ZipInfo(f"{name}/{one}"), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _replace(target: Path, content: bytes) -> None:
    with TemporaryDirectory(prefix=UNFINISHED, dir=target.parent) as aside:
        new = Path(aside, target.name)
        new.write_bytes(content)
        new.replace(target)


def _swap(target: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Write a whole folder aside, then put it in the place of what is there."""
    with TemporaryDirectory(prefix=UNFINISHED, dir=target.parent) as aside:
        new, old = Path(aside, "new"), Path(aside, "old")
        new.mkdir()
        for name, content in contents:
            (new / name).parent.mkdir(exist_ok=True)
            (new / name).write_bytes(content)
        if target.exists():
            target.rename(old)
        new.rename(target)
