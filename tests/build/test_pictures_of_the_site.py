"""Pictures as they are published: every rendition there, no original, nothing but pixels."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from PIL import Image
from selectolax.lexbor import LexborNode

from build_site import ROOT, Pages, build, one, parsed, shown
from drawing import drawn
from microsite.content.picture_records import PICTURES
from small_project import BASE

Copy = Callable[[Path], Path]

HOST = "https://host.example/zhujian/"
STORY = "stories/2026/renewal/index.html"
EXIF = Image.Exif()
EXIF[0x010F] = "some phone"


def offered(pages: Pages) -> Iterator[tuple[str, LexborNode, str, int | None]]:
    """Yield page, element, path below the site, and stated width of all that may be shown."""
    for path, page in pages.items():
        for node in page.css("picture > source, picture > img"):
            choices = (node.attributes.get("srcset") or "").split(", ")
            for choice in [*choices, node.attributes.get("src") or ""]:
                url, _, width = choice.partition(" ")
                if url:
                    target = urlsplit(urljoin(HOST + path, url)).path
                    below = unquote(target).removeprefix("/zhujian/")
                    yield path, node, below, int(width[:-1]) if width else None


def test_every_picture_that_is_offered_is_there(built: Path, pages: Pages) -> None:
    found = list(offered(pages))

    assert {path for path, _, _, _ in found} >= {STORY, "columns/people/index.html"}
    for path, node, below, width in found:
        with Image.open(built / below) as image:
            assert width in {None, image.width}, (path, below)
            kind = node.attributes.get("type", image.get_format_mimetype())
            assert image.get_format_mimetype() == kind, (path, below)


def test_the_shape_of_a_picture_is_known_before_it_comes(built: Path, pages: Pages) -> None:
    for path, node, below, _ in offered(pages):
        image = one_image(node)
        width, height = (int(image.attributes[name] or 0) for name in ("width", "height"))
        with Image.open(built / below) as rendition:
            assert abs(rendition.height * width - height * rendition.width) < width, (path, below)


def one_image(node: LexborNode) -> LexborNode:
    """Return the image that a source stands for, or the image itself."""
    assert node.parent is not None
    image = node.parent.css_first("img")
    assert image is not None
    return image


def test_only_the_first_picture_of_a_page_is_fetched_at_once(pages: Pages) -> None:
    for path, page in pages.items():
        eager = [node for node in page.css("picture > img") if "loading" not in node.attributes]
        if path == STORY:
            assert [node.attributes["fetchpriority"] for node in eager] == ["high"]
            assert one(page, ".ms-cover img").attributes["src"] == eager[0].attributes["src"]
        assert len(eager) <= 1, path


def test_a_cover_has_words_and_a_caption(pages: Pages) -> None:
    cover = one(pages[STORY], "figure.ms-cover")

    image, caption = cover.css_first("img"), cover.css_first("figcaption")

    assert image is not None
    assert (image.attributes["alt"] or "").startswith("插图")
    assert caption is not None
    assert caption.text().startswith("示例")
    assert [node.text() for node in caption.css("small")] == ["绘图：示例·本站"]


def test_no_original_is_published(built: Path) -> None:
    originals = {digest(file) for file in (ROOT / "docs" / PICTURES).iterdir()}

    published = {digest(file) for file in built.rglob("*") if file.is_file()}

    assert originals
    assert not originals & published


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_only_what_is_used_is_published(built: Path) -> None:
    wanted = {
        rendition.url
        for picture in shown().pictures.values()
        for rendition in picture.all_renditions
    }

    folder = built / PICTURES

    assert wanted
    assert {file.relative_to(built).as_posix() for file in folder.iterdir()} == wanted


def test_no_published_picture_tells_of_its_making(built: Path) -> None:
    for file in (built / PICTURES).iterdir():
        with Image.open(file) as image:
            image.load()
            assert not dict(image.getexif()), file
            assert not {"exif", "xmp", "icc_profile", "comment"} & {
                key for key, value in image.info.items() if value
            }, file


@pytest.fixture
def pictured(copy: Copy) -> Path:
    """Return a small project whose home page shows a picture, with others that nothing shows."""
    root = copy(BASE)
    shutil.rmtree(root / "docs" / PICTURES, ignore_errors=True)
    (root / "docs" / PICTURES).mkdir()
    for name in ("lamp.jpg", "unused.jpg"):
        (root / "docs" / PICTURES / name).write_bytes(drawn(600, 400, exif=EXIF))
    (root / "docs/assets/IMG_1.JPEG").write_bytes(drawn(exif=EXIF))
    records = "lamp.jpg: {kind: map, credit: 示例·综合科, map_no: 某S(2026)000号}\n"
    (root / "data/pictures.yml").write_text(records, encoding="utf-8")
    page = root / "docs/index.md"
    text = f"\n![灯]({PICTURES}lamp.jpg)\n\n[大图]({PICTURES}lamp.jpg)\n"
    page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")
    return root


def test_no_file_published_holds_what_a_camera_wrote(pictured: Path, tmp_path: Path) -> None:
    result = build(pictured, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert [file.name for file in files if b"some phone" in file.read_bytes()] == []
    assert not {"unused.jpg", "lamp.jpg", "IMG_1.JPEG"} & {file.name for file in files}
    home = parsed(tmp_path / "site")["index.html"]
    [link] = [node for node in home.css("a[href]") if node.text() == "大图"]
    assert (tmp_path / "site" / (link.attributes["href"] or "")).is_file()
    notes = [node.text() for node in home.css("figure > figcaption > small")]
    assert notes == ["来源：示例·综合科", "审图号：某S(2026)000号"]


def test_a_picture_that_breaks_off_leaves_the_old_site_alone(
    pictured: Path, tmp_path: Path
) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("old", encoding="utf-8")
    picture = pictured / "docs" / PICTURES / "lamp.jpg"
    picture.write_bytes(picture.read_bytes()[:-400])

    result = build(pictured, target)

    assert result.returncode == 1
    told = [line for line in result.stderr.splitlines() if "[picture-damaged]" in line]
    assert [line.partition(": ")[0] for line in told] == ["docs/index.md:7:6"]
    assert "Traceback" not in result.stderr
    assert [file.name for file in target.rglob("*")] == ["index.html"]
