"""Pictures in converted texts: a figure where one stands alone, and the choice of renditions."""

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from microsite.content.pictures import MIME, Picture


class FigureExtension(Extension):
    """A picture alone in its paragraph is a figure, and its title the caption."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Come after the inline patterns, at 20, which make the pictures."""
        md.treeprocessors.register(_Figures(md), "figures", 14)


class _Figures(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for paragraph in root.iter("p"):
            image = _lone_image(paragraph)
            if image is not None:
                paragraph.tag = "figure"
                if caption := image.attrib.pop("title", ""):
                    ET.SubElement(paragraph, "figcaption").text = caption


def _lone_image(element: ET.Element) -> ET.Element | None:
    """Return the picture, with or without a link around it, that is all there is in `element`."""
    if len(element) != 1 or (element.text or "").strip() or (element[0].tail or "").strip():
        return None
    if element[0].tag == "a":
        return _lone_image(element[0])
    return element[0] if element[0].tag == "img" else None


def caption_html(words: str, notes: Sequence[str]) -> str:
    """Return what stands below a figure; nothing, if there is nothing to say."""
    if not words and not notes:
        return ""
    element = ET.Element("figcaption")
    element.text = f"{words} " if words and notes else words
    for note in notes:
        small = ET.SubElement(element, "small")
        small.text, small.tail = note, " "
    return ET.tostring(element, encoding="unicode", method="html")


def picture_html(
    picture: Picture, attributes: Mapping[str, str], root: str, *, is_first: bool
) -> str:
    """Return the markup that lets a browser choose among the renditions of `picture`.

    Args:
        picture: Takes the place of an image.
        attributes: Of that image, such as `alt`.
        root: The way to the site's root.
        is_first: Whether readers see it before any other on the page.
    """
    element = ET.Element("picture")
    for format in ("avif", "webp"):
        srcset = picture.srcset(format, root)
        ET.SubElement(element, "source", type=MIME[format], srcset=srcset, sizes=picture.sizes)
    largest = picture.largest
    known = {
        "src": root + largest.url,
        "srcset": picture.srcset(largest.format, root),
        "sizes": picture.sizes,
        "width": str(largest.width),
        "height": str(largest.height),
        "decoding": "async",
    }
    haste = {"fetchpriority": "high"} if is_first else {"loading": "lazy"}
    ET.SubElement(element, "img", {**attributes, **known, **haste})
    return ET.tostring(element, encoding="unicode", method="html")
