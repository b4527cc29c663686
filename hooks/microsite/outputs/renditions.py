"""The renditions of a picture: upright, in sRGB, and with nothing in them but pixels."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from microsite.content.picture_files import opened, orientation
from microsite.content.pictures import Format, Picture

WRITER: dict[Format, str] = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}
SETTINGS: dict[Format, dict[str, int | bool]] = {
    "avif": {"quality": 55, "speed": 7, "max_threads": 1},  # other cores have other pictures
    "webp": {"quality": 78},
    "jpg": {"quality": 80, "progressive": True, "optimize": True},
    "png": {"optimize": True},
}


def render(file: Path, picture: Picture) -> dict[str, bytes]:
    """Return the files of all renditions of the `file`, by name.

    Raises:
        PictureError: If the original cannot be decoded.
    """
    with opened(file) as image:
        pixels = _pixels(image, picture)
    return dict(_files(pixels, picture))


def _files(pixels: Image.Image, picture: Picture) -> Iterator[tuple[str, bytes]]:
    sized = {pixels.width: pixels}
    for one in picture.all_renditions:
        if one.width not in sized:
            size = (one.width, one.height)
            sized[one.width] = pixels.resize(size, Image.Resampling.LANCZOS)
        file = BytesIO()
        sized[one.width].save(file, WRITER[one.format], **SETTINGS[one.format])
        yield one.name, file.getvalue()


def _pixels(image: Image.Image, picture: Picture) -> Image.Image:
    """Return the image as it is seen, at the size of its largest rendition."""
    size = (picture.largest.width, picture.largest.height)
    image.draft(None, (min(size), min(size)))  # a JPEG need not be decoded at its full size
    orientation(image)  # found before the pixels, it is not looked for again behind them
    upright = _plain(ImageOps.exif_transpose(image))
    profile = image.info.get("icc_profile")
    seen = _in_srgb(upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=3), profile)
    mode = "RGBA" if picture.has_alpha else "RGB"
    bare = Image.new(mode, size)  # some writers would take metadata from the image itself
    bare.paste(seen.convert(mode))
    return bare


def _plain(image: Image.Image) -> Image.Image:
    """Return the image in a mode that can be resized: palettes and 16 bits cannot."""
    if image.mode == "I;16":
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB") if image.mode in {"P", "1"} else image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        # A profile that is damaged, or for other colours, says nothing about these.
        with suppress(ImageCms.PyCMSError, OSError):
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    return image
