"""What the site needs is published; of the other files it is told which nothing links to."""

import re
from collections.abc import Callable, Iterator

import pytest

from build_site import ROOT
from microsite.content.layout import is_needed
from microsite.content.load import Reading
from microsite.rules.all import editorial_judgement
from microsite.rules.site_rule import occasion
from small_project import NOW, Files

NAMED = re.compile(r"\bassets/[\w./-]+\.\w+")
IN_STYLES = re.compile(r'url\("\.\./([^"]+)"\)')


def named() -> Iterator[str]:
    """Return every file that templates, settings or styles name."""
    for file in (ROOT / "mkdocs.yml", *(ROOT / "hooks/templates").rglob("*.html")):
        if "desk" not in file.parts:  # the desk has files of its own
            yield from NAMED.findall(file.read_text(encoding="utf-8"))
    for file in (ROOT / "docs/assets/css").iterdir():
        text = file.read_text(encoding="utf-8")
        yield from (f"assets/{name}" for name in IN_STYLES.findall(text))


@pytest.mark.parametrize("path", sorted(set(named())))
def test_what_the_design_names_needs_no_link(path: str) -> None:
    assert is_needed(path)


@pytest.mark.parametrize(
    ("path", "needed"),
    [
        ("assets/js/search/page.js", True),
        ("CNAME", True),
        ("assets/css/list.pdf", False),
        ("assets/js/a/b/c.js", False),
        ("assets/form.pdf", False),
        ("assets/icons.svg.pdf", False),
    ],
)
def test_nothing_else_does(path: str, needed: bool) -> None:  # noqa: FBT001 - passed by name
    assert is_needed(path) == needed


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"docs/assets/files/form.pdf": b"%PDF"}, ["docs/assets/files/form.pdf"]),
        ({"docs/assets/pictures/idle.png": b"x"}, ["docs/assets/pictures/idle.png"]),
        ({"docs/assets/pictures/roof.png": b"x"}, []),  # of which its record is told to be idle
        ({"docs/assets/.hidden": b"", "docs/CNAME": b"zhujian.example"}, []),
    ],
)
def test_files_that_nothing_uses_are_named(
    files: Files, told: list[str], read: Callable[[Files], Reading]
) -> None:
    reading = read(files)

    found = editorial_judgement(reading, occasion(reading, NOW))

    paths = [one.path for one in found if one.code == "file-unlinked"]
    assert [path for path in paths if not path.endswith("door.png")] == told  # idle everywhere
