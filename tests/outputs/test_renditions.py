"""What becomes of a picture file, read back."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from drawing import drawn
from microsite.content.picture_files import read_pictures
from microsite.content.pictures import Picture
from microsite.outputs.renditions import render

Show = Callable[[bytes], tuple[Picture, dict[str, Image.Image]]]

RED, BLACK = (200, 0, 0), (0, 0, 0)
GPS = 0x8825
METADATA = {"exif", "xmp", "icc_profile", "comment", "XML:com.adobe.xmp", "photoshop"}


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """Return a function that gives a file's picture and its renditions by name."""

    def shown(data: bytes) -> tuple[Picture, dict[str, Image.Image]]:
        folder = tmp_path / "assets/pictures"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "x.jpg").write_bytes(data)
        picture = read_pictures(tmp_path, {"assets/pictures/x.jpg": ()})["assets/pictures/x.jpg"]
        assert isinstance(picture, Picture), picture
        files = render(tmp_path / picture.path, picture)
        return picture, {name: Image.open(BytesIO(data)) for name, data in files.items()}

    return shown


def exif(orientation: int) -> Image.Exif:
    """Return what a phone writes: how it was held, and where."""
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010F] = "some phone"
    found.get_ifd(GPS).update({1: "N", 2: (30.0, 30.0, 30.0), 3: "E", 4: (114.0, 20.0, 0.0)})
    return found


def is_near(image: Image.Image, at: tuple[float, float], colour: tuple[int, ...]) -> bool:
    """Tell whether the image has about this colour, at a part of its width and height."""
    point = (int(image.width * at[0]), int(image.height * at[1]))
    pixel = image.convert("RGBA" if len(colour) == len("RGBA") else "RGB").getpixel(point)
    assert isinstance(pixel, tuple)
    return all(abs(found - wanted) < 24 for found, wanted in zip(pixel, colour, strict=True))


def is_upright(image: Image.Image) -> bool:
    """Tell whether the upper left quarter, and no other, is red."""
    corners = [(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)]
    return [is_near(image, at, RED) for at in corners] == [True, False, False, False]


def stored(orientation: int) -> Image.Image:
    """Return a landscape as a camera held that way stores it."""
    image = Image.open(BytesIO(drawn(format="PNG")))
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return image.transpose(undo[orientation]) if orientation in undo else image


def saved(image: Image.Image, format: str, **settings: object) -> bytes:
    file = BytesIO()
    image.save(file, format, **settings)
    return file.getvalue()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(
    show: Show, orientation: int, format: str
) -> None:
    data = saved(stored(orientation), format, exif=exif(orientation))

    picture, images = show(data)

    assert (picture.width, picture.height) == (80, 60)
    assert {image.size for image in images.values()} == {(80, 60)}
    assert all(is_upright(image) for image in images.values())


def test_an_orientation_behind_the_pixels_is_not_applied_by_halves(show: Show) -> None:
    data = saved(stored(6), "PNG", exif=exif(6))
    start = data.index(b"eXIf") - 4
    length = int.from_bytes(data[start : start + 4], "big") + 12
    chunk, end = data[start : start + length], data.index(b"IEND") - 4
    late = data[:start] + data[start + length : end] + chunk + data[end:]

    picture, images = show(late)

    assert {image.size for image in images.values()} == {(picture.width, picture.height)}


def test_nothing_but_pixels_is_left(show: Show) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "who took it")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    jpeg = drawn(exif=exif(1), xmp=b"<x:xmpmeta/>", comment=b"who", icc_profile=profile)
    png = drawn(format="PNG", mode="RGBA", exif=exif(1), pnginfo=notes, icc_profile=profile)

    images = [*show(jpeg)[1].values(), *show(png)[1].values()]

    assert {image.format for image in images} == {"AVIF", "WEBP", "JPEG", "PNG"}
    for image in images:
        image.load()
        assert not dict(image.getexif())
        assert not image.getexif().get_ifd(GPS)
        assert not METADATA & {key for key, value in image.info.items() if value}
        assert "who" not in str(image.info)


def test_what_the_file_itself_tells_is_nowhere_in_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(drawn(exif=exif(1), comment=b"some phone"))
    picture = read_pictures(tmp_path, {"x.jpg": ()})["x.jpg"]
    assert isinstance(picture, Picture)

    files = render(tmp_path / "x.jpg", picture)

    assert b"some phone" in (tmp_path / "x.jpg").read_bytes()
    assert all(b"some phone" not in data for data in files.values())


def test_colours_of_another_space_are_converted(show: Show) -> None:
    # A profile whose red and blue have changed places shows at once whether it was used.
    swapped = swapped_profile()

    _, images = show(drawn(format="PNG", icc_profile=swapped))

    assert all(is_near(image, (0.2, 0.2), (0, 0, 200)) for image in images.values())


def swapped_profile() -> bytes:
    """Return sRGB with the tags of its red and blue exchanged."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    count = int.from_bytes(data[128:132], "big")
    table = bytearray(data[132 : 132 + 12 * count])
    for at in range(0, len(table), 12):
        name = bytes(table[at : at + 4])
        table[at : at + 4] = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}.get(name, name)
    return data[:132] + bytes(table) + data[132 + 12 * count :]


@pytest.mark.parametrize("profile", [b"x", b"x" * 200])
def test_a_profile_that_is_none_is_passed_over(show: Show, profile: bytes) -> None:
    _, images = show(drawn(format="PNG", icc_profile=profile))

    assert all(is_upright(image) for image in images.values())


def test_a_profile_for_other_colours_is_passed_over(show: Show) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()

    _, images = show(drawn(format="PNG", icc_profile=lab))

    assert all(is_upright(image) for image in images.values())


@pytest.mark.parametrize(
    ("mode", "format", "bright"),
    [
        ("1", "PNG", (255, 255, 255)),
        ("L", "JPEG", (200, 200, 200)),
        ("I;16", "PNG", (200, 200, 200)),
        ("LA", "PNG", (200, 200, 200)),
        ("CMYK", "JPEG", (200, 43, 43)),
        ("RGBA", "WEBP", RED),
    ],
)
def test_every_mode_keeps_its_colours(
    show: Show, mode: str, format: str, bright: tuple[int, int, int]
) -> None:
    _, images = show(drawn(format=format, mode=mode))

    assert all(is_near(image, (0.2, 0.2), bright) for image in images.values())
    assert {image.mode for image in images.values()} <= {"RGB", "RGBA"}


def test_a_palette_keeps_its_colours(show: Show) -> None:
    image = Image.open(BytesIO(drawn(format="PNG"))).quantize(2)

    _, images = show(saved(image, "GIF"))

    assert all(is_upright(image) for image in images.values())


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_a_picture_that_can_be_seen_through_falls_back_to_png(show: Show, mode: str) -> None:
    _, images = show(drawn(format="PNG", mode=mode))

    assert set(images) == {"80.avif", "80.webp", "80.png"}
    assert all(is_near(image, (0.8, 0.8), (0, 0, 0, 0)) for image in images.values())


def test_a_palette_with_a_hole_can_be_seen_through(show: Show) -> None:
    image = Image.open(BytesIO(drawn(format="PNG"))).quantize(2)
    hole = image.getpixel((79, 59))

    _, images = show(saved(image, "GIF", transparency=hole))

    assert set(images) == {"80.avif", "80.webp", "80.png"}
    assert all(image.convert("RGBA").getpixel((79, 59))[3] == 0 for image in images.values())  # type: ignore[index] # a pixel of RGBA


def test_a_large_picture_comes_in_three_widths(show: Show) -> None:
    picture, images = show(drawn(2400, 1600))

    assert {name: image.size for name, image in images.items() if name.endswith("jpg")} == {
        "480.jpg": (480, 320),
        "960.jpg": (960, 640),
        "1440.jpg": (1440, 960),
    }
    assert all(images[one.name].size == (one.width, one.height) for one in picture.all_renditions)
    assert all(is_upright(image) for image in images.values())


def test_no_picture_is_enlarged(show: Show) -> None:
    _, images = show(drawn(700, 500))

    assert {image.size for image in images.values()} == {(480, 343), (700, 500)}


def test_a_picture_of_one_pixel_is_still_one(show: Show) -> None:
    _, images = show(saved(Image.new("RGB", (1, 1)), "PNG"))

    assert {image.size for image in images.values()} == {(1, 1)}


def test_a_line_keeps_a_height(show: Show) -> None:
    _, images = show(saved(Image.new("RGB", (2000, 1)), "PNG"))

    assert {image.size for image in images.values()} == {(480, 1), (960, 1), (1440, 1)}


def test_the_second_picture_that_a_phone_hides_in_a_file_is_dropped(show: Show) -> None:
    first, second = (Image.open(BytesIO(drawn(format="PNG"))) for _ in range(2))
    data = saved(first, "MPO", save_all=True, append_images=[second])

    _, images = show(data)

    assert all(getattr(image, "n_frames", 1) == 1 for image in images.values())
    assert all(is_upright(image) for image in images.values())


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(drawn(1500, 900))
    picture = read_pictures(tmp_path, {"x.jpg": ()})["x.jpg"]
    assert isinstance(picture, Picture)

    first, second = (render(tmp_path / "x.jpg", picture) for _ in range(2))

    assert first == second
