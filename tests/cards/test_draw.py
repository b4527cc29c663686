"""Pictures of cards."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from build_site import ROOT
from microsite.cards.canvas import DARK, GOLD, RED, WHITE
from microsite.cards.draw import Painter
from microsite.cards.face import Face

FACE = Face(
    site_name="讲好住建故事",
    bureau="市住房和城乡建设局",
    title="党员下社区：您点单，社区派单，党员接单",
    short="党员下社区",
    details=("2026年1月5日 09:00—11:00", "春晖里小区"),
    foot="2026年1月5日",
    column="people",
    label="为民",
    series="党员下社区",
)
LONG = "质量安全站支部七月主题党日：汛期工地排水看细节，" * 9


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter(ROOT)


def colours(png: bytes) -> dict[object, int]:
    """Return how many pixels have each colour."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    return {colour: count for count, colour in image.getcolors(256) or ()}


def test_a_wide_card_is_as_large_as_networks_want_it(painter: Painter) -> None:
    image = Image.open(io.BytesIO(painter.wide(FACE)))

    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))


def test_a_square_card_is_as_large_as_wechat_wants_it(painter: Painter) -> None:
    image = Image.open(io.BytesIO(painter.square(FACE)))

    assert (image.format, image.mode, image.size) == ("PNG", "P", (500, 500))


@pytest.mark.parametrize(
    "column", ["", "ideals", "organization", "development", "people", "conduct", "other"]
)
def test_a_card_has_the_colours_of_the_site_and_is_light(painter: Painter, column: str) -> None:
    png = painter.wide(replace(FACE, column=column))

    assert {RED, DARK, GOLD, WHITE} <= set(colours(png))
    assert len(png) < 40_000


def test_the_same_face_gives_the_same_bytes() -> None:
    assert Painter(ROOT).wide(FACE) == Painter(ROOT).wide(FACE)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "另一个标题"},
        {"details": ("2026年1月6日",)},
        {"series": "红色物业"},
        {"label": "清风"},
        {"column": "conduct"},
        {"mark": "已取消"},
        {"sample": True},
        {"site_name": "别的网站"},
        {"bureau": "别的单位"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_a_face_says_can_be_seen(painter: Painter, change: dict[str, object]) -> None:
    changed = replace(FACE, **change)  # type: ignore[arg-type] # one key of its own

    assert painter.wide(changed) != painter.wide(FACE)


@pytest.mark.parametrize(
    "change",
    [
        {"short": "红色物业"},
        {"foot": "2026年1月6日"},
        {"mark": "延期"},
        {"sample": True},
        {"label": "清风"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_a_square_says_can_be_seen(painter: Painter, change: dict[str, object]) -> None:
    changed = replace(FACE, **change)  # type: ignore[arg-type] # one key of its own

    assert painter.square(changed) != painter.square(FACE)


def test_a_title_without_end_still_fits(painter: Painter) -> None:
    face = replace(FACE, title=LONG, short=LONG, details=(LONG,), series=LONG, bureau=LONG)

    png = painter.wide(face)

    image = Image.open(io.BytesIO(png)).convert("RGB")
    margins = [image.crop((0, 0, 30, 630)), image.crop((1170, 0, 1200, 540))]
    assert all(WHITE not in {c for _, c in margin.getcolors(256) or ()} for margin in margins)


def test_a_title_of_signs_that_no_typeface_has_leaves_an_empty_card(painter: Painter) -> None:
    assert WHITE not in colours(painter.square(replace(FACE, short="😀", label="")))


def test_gold_gives_way_to_a_long_title(painter: Painter) -> None:
    crane = replace(FACE, column="development", details=())
    golden = [
        colours(painter.wide(replace(crane, title=title, bureau="", label="", series="")))[GOLD]
        for title in ("一二三四五六七八九十，一二三四五", "一二三四五六七八九十" * 4)
    ]

    assert golden[0] > golden[1]


def test_a_title_starts_at_the_margin_be_it_a_quotation_or_not(painter: Painter) -> None:
    starts = []
    for title in ("“第一议题”", "田"):
        png = painter.wide(replace(FACE, title=title, details=(), label="", series=""))
        image = Image.open(io.BytesIO(png)).convert("RGB").crop((0, 130, 600, 260))
        white = [x for x in range(600) if WHITE in {image.getpixel((x, y)) for y in range(130)}]
        starts.append(white[0])

    assert abs(starts[0] - starts[1]) < 12
