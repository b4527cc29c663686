"""What has to be said twice, in two languages, is the same in both."""

import re
from pathlib import Path

from build_site import ROOT
from microsite.cards.motifs import SCENES
from microsite.pages.search import KINDS
from microsite.search.tokens import FILLER, SPACE, TITLE_PLACES

SEARCH = ROOT / "docs/assets/js/search"
MACROS = ROOT / "hooks/templates/macros.html"
DRAWINGS = ROOT / "docs/assets/columns.svg"
ANY_OTHER = "mark"
"""The drawing of columns that have none of their own."""


def said(file: Path, pattern: str) -> str:
    """Return the only thing in a `file` that fits the group of a `pattern`."""
    (found,) = re.findall(pattern, file.read_text(encoding="utf-8"))
    return str(found)


def test_the_engine_knows_the_kinds_of_what_is_found() -> None:
    kinds = said(SEARCH / "engine.js", r"const KINDS = \{(.*)\};")

    assert set(re.findall(r"(\w+):", kinds)) == set(KINDS)


def test_the_engine_knows_where_titles_end() -> None:
    assert said(SEARCH / "engine.js", r"const TITLE_PLACES = (\d+);") == str(TITLE_PLACES)


def test_texts_are_read_as_they_were_written() -> None:
    assert said(SEARCH / "text.js", r'const FILLER = "(.*)";') == FILLER
    assert said(SEARCH / "text.js", r"const SPACE = /(.*)/g;") == SPACE


def test_a_column_has_a_drawing_on_pages_and_a_scene_on_cards() -> None:
    drawn = said(MACROS, r"set DRAWN = \[(.*)\]")
    drawings = re.findall(r'<g id="(\w+)">', DRAWINGS.read_text(encoding="utf-8"))

    assert set(re.findall(r'"(\w+)"', drawn)) == set(SCENES)
    assert sorted(drawings) == sorted([*SCENES, ANY_OTHER])
