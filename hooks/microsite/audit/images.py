"""Published pictures tell nothing of the camera, the place or whoever took them."""

from pathlib import Path
from typing import Final

from PIL import Image

RASTERS: Final = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
METADATA: Final = (
    "exif",
    "xmp",
    "XML:com.adobe.xmp",
    "Raw profile type exif",
    "comment",
    "photoshop",
    "iptc",
)


def picture_fault(file: Path) -> str:
    """Return what is wrong with a picture: metadata, or that it is none."""
    try:
        with Image.open(file) as image:
            kinds = [kind for kind in METADATA if image.info.get(kind)]
            has_exif = bool(image.getexif())
    except OSError:
        return "图片打不开，可能已损坏"
    if kinds or has_exif:
        return f"图片里带着拍摄信息（{'、'.join(kinds) or 'exif'}），可能泄露地点，不能发布"
    return ""
