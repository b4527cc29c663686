"""What is known of a picture before it is decoded, and how a text shows it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from drawing import drawn
from microsite.content.picture_files import WORTH_A_PROCESS, read_pictures
from microsite.content.pictures import Fault, Picture, Use, is_picture
from microsite.content.site import Site

Load = Callable[..., Site]

STORY = "docs/stories/2026/community-orders.md"
BODY = "正文。"
PICTURE = Picture(
    "assets/pictures/甲 Lamp (1).JPG", "0123456789abcdef", "fedcba", 2000, 1500, False, ()
)
SITE_URL = "https://zhujian.example/"


def story(body: str, keys: str = "") -> str:
    front = "title: 甲\nseries: community-orders\npublished: 2026-01-10 09:30\nsummary: 乙。\n"
    return f"---\n{front}source: 市住建局\n{keys}---\n{body}\n"


def shown(site: Site, root: str = "../") -> LexborHTMLParser:
    """Return the text of the story as a page holds it."""
    return LexborHTMLParser(site.prose[STORY].at(root))


@pytest.fixture
def page(load: Load) -> Callable[..., LexborHTMLParser]:
    """Return a function that gives the text of a story with two pictures at hand."""

    def made(body: str, keys: str = "") -> LexborHTMLParser:
        pictures = {
            "docs/assets/pictures/a.jpg": drawn(1000, 500),
            "docs/assets/pictures/b.png": drawn(format="PNG", mode="RGBA"),
        }
        return shown(load({**pictures, STORY: story(body, keys)}))

    return made


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("assets/pictures/x.jpg", True),
        ("assets/lamp.JPG", True),
        ("assets/photo.heic", True),
        ("assets/pictures/x", True),
        ("assets/icons.svg", False),
        ("assets/css/tokens.css", False),
        ("stories/2026/x.md", False),
    ],
)
def test_what_is_published_in_renditions_or_not_at_all(path: str, *, expected: bool) -> None:
    assert is_picture(path) == expected


def test_addresses_are_plain_and_change_with_the_content() -> None:
    urls = [one.url for one in PICTURE.renditions("avif")]

    assert urls == [
        "assets/pictures/lamp-1-01234567-480.avif",
        "assets/pictures/lamp-1-01234567-960.avif",
        "assets/pictures/lamp-1-01234567-1440.avif",
    ]


def test_a_name_without_a_plain_letter_still_makes_an_address() -> None:
    picture = Picture("assets/pictures/路灯.jpg", "0123456789abcdef", "fedcba", 100, 100, True, ())

    assert picture.largest.url == "assets/pictures/picture-01234567-100.png"


def test_a_picture_alone_is_a_figure_with_its_caption(
    page: Callable[..., LexborHTMLParser],
) -> None:
    html = page('甲\n\n![路灯 "亮"](../../assets/pictures/a.jpg "图注 <b>")\n\n乙')

    assert [node.text(strip=True) for node in html.css("figure > figcaption")] == ["图注 <b>"]
    [image] = html.css("figure > picture > img")
    assert image.attributes["alt"] == '路灯 "亮"'
    assert "title" not in image.attributes


def test_a_picture_without_a_caption_has_none(page: Callable[..., LexborHTMLParser]) -> None:
    html = page("![甲](../../assets/pictures/a.jpg)")

    assert len(html.css("figure > picture")) == 1
    assert not html.css("figcaption")


RECORD = "a.jpg: {kind: map, credit: 甲 <局>, map_no: 某S(2026)000号}\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![图]({})", "来源：甲 <局> 审图号：某S(2026)000号"),
        ('![图]({} "图注 <b>")', "图注 <b> 来源：甲 <局> 审图号：某S(2026)000号"),
        ('[![图]({} "图注")]({})', "图注 来源：甲 <局> 审图号：某S(2026)000号"),
    ],
)
def test_a_caption_ends_with_what_must_be_said(load: Load, body: str, expected: str) -> None:
    text = body.replace("{}", "../../assets/pictures/a.jpg")
    files = {"docs/assets/pictures/a.jpg": drawn(), "data/pictures.yml": RECORD}
    html = shown(load({**files, STORY: story(f"甲\n\n{text}\n\n乙")}))

    [caption] = html.css("figure > figcaption")
    assert caption.text().strip() == expected
    assert len(caption.css("small")) == 2
    assert len(html.css("figure img")) == 1


def test_a_picture_among_words_changes_nothing_of_them(load: Load) -> None:
    text = "甲![图](../../assets/pictures/a.jpg)乙"
    files = {"docs/assets/pictures/a.jpg": drawn(), "data/pictures.yml": RECORD}
    html = shown(load({**files, STORY: story(text)}))

    [words] = html.css("body")
    assert words.text(strip=True) == "甲乙"


def test_a_picture_that_leads_to_itself_is_a_figure(
    page: Callable[..., LexborHTMLParser],
) -> None:
    html = page("[![甲](../../assets/pictures/a.jpg)](../../assets/pictures/a.jpg)")

    [link] = html.css("figure > a")
    assert (link.attributes["href"] or "").endswith("-1000.jpg")
    assert len(html.css("figure > a > picture > img")) == 1


@pytest.mark.parametrize(
    "body", ["甲![乙]({})", "![乙]({})甲", "- ![乙]({})", "![乙]({})\n![乙]({})"]
)
def test_a_picture_among_words_stays_among_them(
    page: Callable[..., LexborHTMLParser], body: str
) -> None:
    html = page(body.replace("{}", "../../assets/pictures/a.jpg"))

    assert not html.css("figure")
    assert html.css("p > picture > img, li > picture > img")


def test_a_browser_may_choose_among_formats_and_widths(
    page: Callable[..., LexborHTMLParser],
) -> None:
    html = page("![甲](../../assets/pictures/a.jpg)")

    sources = [(node.attributes["type"], node.attributes["srcset"]) for node in html.css("source")]
    [image] = html.css("img")
    assert [kind for kind, _ in sources] == ["image/avif", "image/webp"]
    for srcset, suffix in zip(
        [*(srcset for _, srcset in sources), image.attributes["srcset"]],
        ["avif", "webp", "jpg"],
        strict=True,
    ):
        addresses = [part.split(" ") for part in (srcset or "").split(", ")]
        assert [width for _, width in addresses] == ["480w", "960w", "1000w"]
        assert all(url.startswith("../assets/pictures/a-") for url, _ in addresses)
        assert all(url.endswith(f"-{width[:-1]}.{suffix}") for url, width in addresses)


def test_room_is_kept_for_a_picture(page: Callable[..., LexborHTMLParser]) -> None:
    [image] = page("![甲](../../assets/pictures/a.jpg)").css("img")

    assert (image.attributes["width"], image.attributes["height"]) == ("1000", "500")
    assert image.attributes["sizes"]
    assert image.attributes["decoding"] == "async"


def haste(html: LexborHTMLParser) -> list[tuple[str | None, str | None]]:
    return [
        (node.attributes.get("loading"), node.attributes.get("fetchpriority"))
        for node in html.css("img")
    ]


TWO = "![甲](../../assets/pictures/a.jpg)\n\n![乙](../../assets/pictures/b.png)"


def test_only_the_first_picture_is_fetched_at_once(page: Callable[..., LexborHTMLParser]) -> None:
    assert haste(page(TWO)) == [(None, "high"), ("lazy", None)]


def test_below_a_cover_no_picture_is_fetched_at_once(
    page: Callable[..., LexborHTMLParser],
) -> None:
    html = page(TWO, "cover: a.jpg\ncover_alt: 甲\n")

    assert haste(html) == [("lazy", None), ("lazy", None)]


def test_a_link_to_a_picture_leads_to_its_largest_rendition(
    page: Callable[..., LexborHTMLParser],
) -> None:
    html = page("[大图](../../assets/pictures/b.png)")

    [link] = html.css("a")
    assert (link.attributes["href"] or "").startswith("../assets/pictures/b-")
    assert (link.attributes["href"] or "").endswith("-80.png")


def test_every_address_in_a_feed_is_absolute(load: Load) -> None:
    body = "![甲](../../assets/pictures/a.jpg)"
    site = load({"docs/assets/pictures/a.jpg": drawn(1000, 500), STORY: story(body)})

    html = shown(site, SITE_URL)

    found = [html.css("img")[0].attributes["src"] or ""]
    for node in html.css("[srcset]"):
        found += [part.split(" ")[0] for part in (node.attributes["srcset"] or "").split(", ")]
    assert len(found) == 1 + 3 * 3
    assert all(address.startswith(f"{SITE_URL}assets/pictures/a-") for address in found)


def test_a_picture_knows_where_it_is_used(load: Load) -> None:
    body = "[大图](../../assets/pictures/a.jpg)\n\n![甲](../../assets/pictures/a.jpg)"
    site = load(
        {
            "docs/assets/pictures/a.jpg": drawn(),
            "docs/assets/pictures/unused.jpg": drawn(),
            STORY: story(body, "cover: a.jpg\ncover_alt: 甲\n"),
        }
    )

    assert {path: one.uses for path, one in site.pictures.items()} == {
        "assets/pictures/a.jpg": (Use(STORY, 10, 6, "figure"), Use(STORY, 7, 8, "cover"))
    }
    assert set(site.covers) == {"community-orders"}


def test_many_pictures_keep_their_order(tmp_path: Path) -> None:
    names = [f"{number}.png" for number in range(2 * WORTH_A_PROCESS)]
    for number, name in enumerate(names, 2):
        (tmp_path / name).write_bytes(drawn(number, 2, format="PNG"))

    found = read_pictures(tmp_path, dict.fromkeys(names, ()))

    assert [one.width for one in found.values() if isinstance(one, Picture)] == [
        *range(2, len(names) + 2)
    ]


ORIGINALS = [
    drawn(),
    drawn(format="PNG", mode="RGBA"),
    drawn(format="GIF", mode="P"),
    drawn(format="WEBP"),
    drawn(format="AVIF"),
    drawn(format="GIF", mode="P", frames=2),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(ORIGINALS), st.lists(st.tuples(st.integers(0), st.binary(max_size=4))))
@example(ORIGINALS[0], [(0, b"\x00")])
def test_no_damage_is_too_odd_to_be_told(
    tmp_path: Path, data: bytes, damage: list[tuple[int, bytes]]
) -> None:
    broken = bytearray(data)
    for at, patch in damage:
        start = at % len(broken)
        broken[start : start + len(patch)] = patch
    (tmp_path / "x.png").write_bytes(broken)

    [found] = read_pictures(tmp_path, {"x.png": ()}).values()

    assert isinstance(found, Picture | Fault)
