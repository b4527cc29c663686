"""Picture files to `Picture` values: what their first bytes tell, and what is wrong with them.

Whether all of a file can be decoded shows when its renditions are made.
"""

import hashlib
import struct
import warnings
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from math import ceil
from pathlib import Path

from PIL import ExifTags, Image

from microsite.content.pictures import READABLE, Fault, Picture, Use
from microsite.workers import spread

VERSION = b"1"
"""Of how renditions are made: with another, all of them are made anew, at other addresses."""
MAX_BYTES = 10 * 1024 * 1024
MAX_HEIGHT = 16_000
"""Of the widest rendition; WebP ends at 16,383."""
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
DAMAGE = (
    *(OSError, SyntaxError, ValueError, LookupError, ArithmeticError, EOFError, RuntimeError),
    *(TypeError, struct.error, zlib.error),
)
"""What the library raises on files that end too early or hold nonsense."""
SIDEWAYS = range(5, 9)
"""Values of the EXIF orientation that swap width and height."""
WORTH_A_PROCESS = 50
"""Files that take longer to read than a process takes to start."""


class PictureError(Exception):
    """A picture cannot be used."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def read_pictures(docs: Path, uses: Mapping[str, Sequence[Use]]) -> dict[str, Picture | Fault]:
    """Return the pictures that are used, by path below `docs`, or what is wrong with each."""
    read = spread(partial(_read_all, docs), [*uses.items()], WORTH_A_PROCESS)
    return dict(zip(uses, read(), strict=True))


@contextmanager
def opened(file: Path) -> Iterator[Image.Image]:
    """Open a picture; what is done with it then may fail as well.

    Raises:
        PictureError: If it is damaged, of another format, or too large to be decoded.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they are about metadata, which is dropped anyway
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(file, formats=FORMATS) as image:
                yield image
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            message = f"图片 “{file.name}” 的像素太多，请缩小后再放进来，宽 2000 像素就够"
            raise PictureError(Fault("picture-pixels", message)) from error
        except DAMAGE as error:
            message = (
                f"图片 “{file.name}” 打不开，可能没有传完整，或其实是别的格式，"
                "请用看图软件打开它，另存为 JPG 或 PNG"
            )
            raise PictureError(Fault("picture-damaged", message)) from error


def orientation(image: Image.Image) -> int:
    """Return the EXIF orientation that stands before the pixels; 1 is upright."""
    # A PNG may have it behind them, and its own method would decode all of them to find out.
    return int(Image.Image.getexif(image).get(ExifTags.Base.Orientation, 1))


def _read_all(docs: Path, uses: Iterable[tuple[str, Sequence[Use]]]) -> list[Picture | Fault]:
    return [_read(docs, path, tuple(uses)) for path, uses in uses]


def _read(docs: Path, path: str, uses: tuple[Use, ...]) -> Picture | Fault:
    file = docs / path
    if file.suffix.lower() not in READABLE:
        message = f"图片 “{file.name}” 的格式不能用，请导出为 JPG 或 PNG"
        return Fault("picture-format", message)
    if (size := file.stat().st_size) > MAX_BYTES:
        megabytes = ceil(size / 2**20 * 10) / 10
        message = f"图片 “{file.name}” 有 {megabytes} MB，最多 10 MB，请缩小后再放进来"
        return Fault("picture-large", message)
    try:
        with opened(file) as image:
            return _picture(image, file, path, uses)
    except PictureError as error:
        return error.fault


def _picture(image: Image.Image, file: Path, path: str, uses: tuple[Use, ...]) -> Picture | Fault:
    if getattr(image, "is_animated", False) and image.format != "MPO":  # phones' JPEG in parts
        return Fault("picture-animated", f"图片 “{file.name}” 会动，请选一帧导出为 JPG 或 PNG")
    is_sideways = orientation(image) in SIDEWAYS
    width, height = image.size[::-1] if is_sideways else image.size
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    key = hashlib.sha256(VERSION + content).hexdigest()[:32]
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    picture = Picture(path, key, digest, width, height, has_alpha, uses)
    if picture.largest.height > MAX_HEIGHT:
        message = f"图片 “{file.name}” 太长（宽 {width}、高 {height} 像素），请切成几张"
        return Fault("picture-long", message)
    return picture
