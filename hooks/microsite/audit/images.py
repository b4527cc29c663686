"""Published pictures tell nothing of the camera, the place or whoever took them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from microsite.audit.built import Built
from microsite.content.problems import Problem
from microsite.workers import spread

RASTERS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
METADATA = (
    "exif",
    "xmp",
    "XML:com.adobe.xmp",
    "Raw profile type exif",
    "comment",
    "photoshop",
    "iptc",
)
WORTH_A_PROCESS = 400


def image_problems(built: Built) -> Iterator[Problem]:
    """Find pictures with metadata, and files that are no pictures though they are called so."""
    paths = [path for path in built.files if path.lower().endswith(RASTERS)]
    found = spread(_faults, [built.folder / path for path in paths], WORTH_A_PROCESS)()
    for path, message in zip(paths, found, strict=True):
        if message:
            yield Problem(path, 1, 1, "audit-metadata", message)


def _faults(files: Sequence[Path]) -> list[str]:
    return [_fault(file) for file in files]


def _fault(file: Path) -> str:
    try:
        with Image.open(file) as image:
            kinds = [kind for kind in METADATA if image.info.get(kind)]
            has_exif = bool(image.getexif())
    except OSError:
        return "图片打不开，可能已损坏"
    if kinds or has_exif:
        return f"图片里带着拍摄信息（{'、'.join(kinds) or 'exif'}），可能泄露地点，不能发布"
    return ""
