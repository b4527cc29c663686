"""What a picture tells besides what it shows is told before anybody else reads it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from drawing import drawn
from microsite.content.picture_origin import DEVICE, PLACE, origin_fault
from microsite.content.problems import ContentError
from microsite.plan import plan
from small_project import BASE, NOW, Files, problems_of

PICTURE = "docs/assets/pictures/lamp.jpg"
STORY = "docs/stories/2026/community-orders.md"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" exif:GPSLatitude="30,1N" aux:SerialNumber="7"/>'


def exif(*, place: bool = True, serial: str = "", version_only: bool = False) -> bytes:
    tags = Image.Exif()
    position = tags.get_ifd(ExifTags.IFD.GPSInfo)
    if version_only:
        position[ExifTags.GPS.GPSVersionID] = b"\2\3\0\0"
    if place:
        position |= {
            ExifTags.GPS.GPSLatitude: (30.0, 1.0, 2.0),
            ExifTags.GPS.GPSLongitude: (120.0, 1.0, 2.0),
        }
    if serial:
        tags.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = serial
    return tags.tobytes()


def told(data: bytes) -> str:
    fault = origin_fault("lamp.jpg", data)
    return fault.message if fault else ""


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_place_is_found_in_every_format(format: str) -> None:
    assert PLACE in told(drawn(format=format, exif=exif()))


@pytest.mark.parametrize("format", ["JPEG", "WEBP", "AVIF"])
def test_it_is_found_in_the_other_kind_of_metadata_as_well(format: str) -> None:
    message = told(drawn(format=format, xmp=XMP))

    assert PLACE in message
    assert DEVICE in message


def test_a_serial_number_is_found() -> None:
    message = told(drawn(exif=exif(place=False, serial="SN-1")))

    assert DEVICE in message
    assert PLACE not in message


@pytest.mark.parametrize(
    "data",
    [
        drawn(),
        drawn(exif=exif(place=False)),
        drawn(exif=exif(place=False, version_only=True)),
        b"",
        b"II*\0",
        b"II*\0" * 100_000,
        b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\xff\xff\xff\xff",
    ],
)
def test_what_tells_nothing_is_no_fault(data: bytes) -> None:
    assert origin_fault("lamp.jpg", data) is None


@given(st.binary(max_size=80), st.integers(0, 400), st.binary(max_size=4))
@example(b"\x08\0\0\0", 30, b"\xff")
def test_no_tags_are_too_odd_to_be_read(tail: bytes, at: int, patch: bytes) -> None:
    broken = bytearray(exif(serial="SN-1"))
    broken[at : at + len(patch)] = patch

    assert origin_fault("lamp.jpg", b"II*\0" + tail) is None or tail
    origin_fault("lamp.jpg", bytes(broken))


def test_it_is_told_of_at_every_use(project: Callable[[Files], Path]) -> None:
    text = (BASE / STORY).read_text(encoding="utf-8")
    cover = text.replace("author:", "cover: lamp.jpg\ncover_alt: 灯\nauthor:")
    shown = cover.replace("先告诉社区", "![灯](../../assets/pictures/lamp.jpg)")
    root = project({PICTURE: drawn(exif=exif()), STORY: shown})

    found = [one for one in problems_of(root) if one.code == "privacy-picture"]

    assert {(one.path, one.line, one.code) for one in found} == {
        (STORY, 7, "privacy-picture"),
        (STORY, 17, "privacy-picture"),
    }


def test_it_is_told_of_where_nobody_uses_the_picture(project: Callable[[Files], Path]) -> None:
    root = project({PICTURE: drawn(exif=exif()), "docs/assets/photo.heic": b"x" + exif()})

    with pytest.raises(ContentError) as error:
        plan(root, NOW)

    assert {one.path for one in error.value.problems} == {PICTURE, "docs/assets/photo.heic"}


def test_a_picture_that_cannot_be_read_does_no_harm_unused(
    project: Callable[[Files], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({PICTURE: drawn()})
    read = Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file == root / PICTURE:
            raise PermissionError
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert not problems_of(root)
