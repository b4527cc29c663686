"""Covers in both shapes, of the story's picture or drawn."""

from io import BytesIO

import pytest
from PIL import Image

from build_site import ROOT
from drawing import drawn
from microsite.cards.face import Face
from microsite.wechat.cover import Cover
from small_project import Files
from wechat.packing import Pack

FACE = Face(
    site_name="讲好住建故事",
    bureau="市住房和城乡建设局",
    title="党员下社区",
    short="党员下社区",
    details=("2026年1月5日",),
    foot="2026年1月5日",
)
FRONT = "cover: lamp.png\ncover_alt: 灯\ncover_caption: 修好的灯\n"
NAMES = ["封面-2.35比1", "封面-1比1"]


def files(record: str, picture: bytes) -> Files:
    return {
        "docs/assets/pictures/lamp.png": picture,
        "data/pictures.yml": f"lamp.png: {{{record}}}\n",
    }


def sizes(cover: Cover) -> list[tuple[int, int]]:
    return [Image.open(BytesIO(data)).size for data in cover.files.values()]


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_the_picture_of_a_story_is_cut_to_both_shapes(pack: Pack, mode: str) -> None:
    picture = drawn(900, 900, format="PNG", mode=mode)
    cover = pack(files=files("kind: drawing, credit: 示例·综合科", picture), front=FRONT).cover

    assert cover.names == tuple(f"{name}.jpg" for name in NAMES)
    assert cover.credit == "修好的灯，绘图：示例·综合科"
    (wide, high), square = sizes(cover)
    assert round(wide / high, 2) == 2.35
    assert square == (500, 500)
    for data in cover.files.values():
        with Image.open(BytesIO(data)) as image:
            assert (image.format, image.mode, dict(image.getexif())) == ("JPEG", "RGB", {})


def test_the_credit_of_the_cover_stands_in_the_article(pack: Pack) -> None:
    picture = drawn(format="PNG")
    package = pack(files=files("kind: drawing, credit: 示例·综合科", picture), front=FRONT)

    assert "封面：修好的灯，绘图：示例·综合科" in package.article.text


def test_of_a_map_nothing_is_cut_off(pack: Pack) -> None:
    record = "kind: map, credit: 示例, map_no: 某S(2026)000号"

    assert pack(files=files(record, drawn(format="PNG")), front=FRONT).cover.picture is None


def test_without_a_picture_a_card_is_drawn() -> None:
    cover = Cover(ROOT, None, FACE)

    assert cover.names == tuple(f"{name}.png" for name in NAMES)
    assert sizes(cover) == [(1200, 511), (500, 500)]


def test_without_a_typeface_there_is_no_cover(pack: Pack) -> None:
    cover = pack().cover

    assert (cover.names, cover.files) == ((), {})
