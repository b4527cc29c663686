"""Pictures to test with."""

from io import BytesIO

from PIL import Image, ImageDraw


def drawn(
    width: int = 80,
    height: int = 60,
    *,
    format: str = "JPEG",
    mode: str = "RGB",
    frames: int = 1,
    **settings: object,
) -> bytes:
    """Return the file of a picture that is black but for its upper left quarter.

    Args:
        width: As stored. Likewise the height.
        format: As the library calls it.
        mode: As the library calls it.
        frames: More than one make it move.
        settings: For the library's writer.
    """
    images = [Image.new(mode, (width, height)) for _ in range(frames)]
    for number, image in enumerate(images):
        quarter = (0, 0, width // 2 - 1 - number, height // 2 - 1)
        ImageDraw.Draw(image).rectangle(quarter, BRIGHT[mode])
    if frames > 1:
        settings |= {"save_all": True, "append_images": images[1:]}
    file = BytesIO()
    images[0].save(file, format, **settings)
    return file.getvalue()


BRIGHT: dict[str, int | tuple[int, ...]] = {
    "1": 1,
    "L": 200,
    "P": 1,
    "I;16": 200 << 8,
    "LA": (200, 255),
    "RGB": (200, 0, 0),
    "RGBA": (200, 0, 0, 255),
    "CMYK": (0, 200, 200, 55),
}
"""The colour of the quarter."""
