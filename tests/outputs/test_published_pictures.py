"""Renditions: made once, published all, the original never."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawing import drawn
from microsite.content.picture_files import PictureError, read_pictures
from microsite.content.pictures import Picture
from microsite.outputs.pictures import CACHE, forget_pictures, picture_copies, picture_problems
from microsite.outputs.renditions import render


def pictures(root: Path, **files: bytes) -> list[Picture]:
    """Return the pictures of a project that has these files."""
    folder = root / "docs/assets/pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / f"{name}.jpg").write_bytes(data)
    paths = [f"assets/pictures/{name}.jpg" for name in files]
    found = read_pictures(root / "docs", dict.fromkeys(paths, ())).values()
    return [one for one in found if isinstance(one, Picture)]


def kept(root: Path) -> dict[str, int]:
    """Return when each file of the cache was written."""
    files = [path for path in (root / CACHE).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in files}


def test_every_rendition_is_made_and_published(tmp_path: Path) -> None:
    found = pictures(tmp_path, a=drawn(1500, 900), b=drawn(format="PNG", mode="RGBA"))

    assert not [*picture_problems(tmp_path, found)]

    copies = picture_copies(tmp_path, found)
    assert len({copy.url for copy in copies}) == len(copies) == 3 * 3 + 3
    assert all(copy.path.stat().st_size for copy in copies)
    originals = {path.read_bytes() for path in (tmp_path / "docs").rglob("*.jpg")}
    assert not originals & {copy.path.read_bytes() for copy in copies}


def test_a_second_build_decodes_nothing(tmp_path: Path) -> None:
    found = pictures(tmp_path, a=drawn())
    assert not [*picture_problems(tmp_path, found)]
    before = kept(tmp_path)
    # Whoever tried to decode it now would have a problem.
    (tmp_path / "docs/assets/pictures/a.jpg").write_bytes(b"")

    problems = [*picture_problems(tmp_path, found)]

    assert not problems
    assert kept(tmp_path) == before


def test_a_damaged_cache_is_made_again(tmp_path: Path) -> None:
    found = pictures(tmp_path, a=drawn())
    assert not [*picture_problems(tmp_path, found)]
    damaged = picture_copies(tmp_path, found)[0].path
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:-1])

    assert not [*picture_problems(tmp_path, found)]

    assert damaged.read_bytes() == whole


def test_one_file_under_two_names_is_published_under_both(tmp_path: Path) -> None:
    found = pictures(tmp_path, a=drawn(), b=drawn())

    assert not [*picture_problems(tmp_path, found)]

    urls = {copy.url.rpartition("/")[2][0] for copy in picture_copies(tmp_path, found)}
    assert urls == {"a", "b"}


def test_a_changed_picture_has_other_addresses(tmp_path: Path) -> None:
    before = picture_copies(tmp_path, pictures(tmp_path, a=drawn(80, 60)))

    after = picture_copies(tmp_path, pictures(tmp_path, a=drawn(80, 61)))

    assert not {copy.url for copy in before} & {copy.url for copy in after}


def test_nothing_is_written_where_there_are_no_pictures(tmp_path: Path) -> None:
    assert not [*picture_problems(tmp_path, [])]

    forget_pictures(tmp_path, [])

    assert not [*tmp_path.iterdir()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0), st.binary(min_size=1, max_size=8), st.sampled_from(["JPEG", "PNG", "WEBP"]))
def test_no_damage_behind_the_head_is_too_odd_to_be_told(
    tmp_path: Path, at: int, patch: bytes, format: str
) -> None:
    data = bytearray(drawn(format=format))
    start = at % len(data)
    data[start : start + len(patch)] = patch
    for picture in pictures(tmp_path, a=bytes(data)):
        with suppress(PictureError):
            made = render(tmp_path / "docs" / picture.path, picture)
            assert len(made) == len([*picture.all_renditions])


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_picture_that_breaks_off_is_never_published_by_halves(
    tmp_path: Path, format: str, part: float
) -> None:
    data = drawn(300, 200, format=format)
    found = pictures(tmp_path, a=data[: int(len(data) * part)])

    for picture in found:
        with pytest.raises(PictureError):
            render(tmp_path / "docs" / picture.path, picture)
