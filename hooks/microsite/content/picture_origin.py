"""What a picture file tells besides what it shows: where it was taken, and with whose camera."""

import re
import struct
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from PIL import ExifTags, Image

from microsite.content.pictures import Fault, Use, is_picture
from microsite.content.problems import Problem
from microsite.workers import spread

PLACE: Final = "拍摄位置"
DEVICE: Final = "相机的序列号或机主"
WORTH_A_PROCESS: Final = 200
"""Files that take longer to read than a process takes to start."""
_HEADER = re.compile(rb"II\*\0|MM\0\*")
"""Begins a block of tags (TIFF 6.0), wherever a format keeps it."""
_MOST, _LONGEST = 50, 1 << 20
_POSITION = (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude)
_OWNER = (
    ExifTags.Base.CameraOwnerName,
    ExifTags.Base.BodySerialNumber,
    ExifTags.Base.LensSerialNumber,
)
_XMP = (
    (PLACE, re.compile(rb"[:\s]GPSL(?:at|ong)itude\b[^/]", re.IGNORECASE)),
    (DEVICE, re.compile(rb":(?:(?:Body|Lens)?SerialNumber|(?:Camera)?OwnerName)\b[^/]")),
)
NOT_TAGS = (
    *(OSError, SyntaxError, ValueError, LookupError, ArithmeticError, TypeError, RuntimeError),
    struct.error,
)
"""What the library raises on bytes that only begin like tags."""


def origin_problems(
    docs: Path, assets: Iterable[str], uses: Mapping[str, Sequence[Use]]
) -> Iterator[Problem]:
    """Find pictures that tell too much, at each place that uses them, or else where they lie.

    Nobody sees an original on the site, but whoever may read the repository does.
    """
    paths = sorted(path for path in assets if path in uses or is_picture(path))
    read = spread(partial(_origins, docs), paths, WORTH_A_PROCESS)
    for path, fault in zip(paths, read(), strict=True):
        if fault:
            yield from map(fault.at, uses.get(path) or [Use(f"docs/{path}", 1, 1)])


def _origins(docs: Path, paths: Iterable[str]) -> list[Fault | None]:
    return [_origin(docs / path) for path in paths]


def _origin(file: Path) -> Fault | None:
    try:
        return origin_fault(file.name, file.read_bytes())
    except OSError:
        return None  # whoever uses it will be told


def origin_fault(name: str, data: bytes) -> Fault | None:
    """Return what is wrong with a picture of that `name` and content, if it tells too much."""
    told = dict.fromkeys([*_tags(data), *_packets(data)])
    if not told:
        return None
    message = (
        f"图片 “{name}” 里存着{'、'.join(told)}，别人能从仓库里读出来。"
        "请在电脑上右键它，选“属性—详细信息—删除属性和个人信息”，再换上新的文件；或截图另存一张"
    )
    return Fault("privacy-picture", message)


def _packets(data: bytes) -> Iterator[str]:
    """Return what its XMP tells, which stands in the file as it is."""
    return (what for what, expression in _XMP if expression.search(data))


def _tags(data: bytes) -> Iterator[str]:
    """Return what its EXIF tells."""
    for found in islice(_HEADER.finditer(data), _MOST):
        at = found.start()
        exif = Image.Exif()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about what only looks like tags
                exif.load(data[at : at + _LONGEST] if at else data)
                places = exif.get_ifd(ExifTags.IFD.GPSInfo)
                details = exif.get_ifd(ExifTags.IFD.Exif)
        except NOT_TAGS:
            continue
        if all(tag in places for tag in _POSITION):
            yield PLACE
        if any(str(details.get(tag, "")).strip("\0 ") for tag in _OWNER):
            yield DEVICE
