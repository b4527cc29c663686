"""Styles and scripts under names that change with their content."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from microsite.outputs.assets import STYLE, assets
from microsite.outputs.output import Output

SCRIPT = "assets/js/frame.js"
MODULES = ("assets/js/search/page.js", "assets/js/search/text.js")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    texts = {"b.css": "b{}\n", "a.css": "a{}\n", SCRIPT: "1;\n", **dict.fromkeys(MODULES, "2;\n")}
    for path, text in texts.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def published(docs: Path) -> Mapping[str, Output]:
    return assets(docs, ["b.css", "a.css"])


def test_styles_are_joined_in_the_order_given(published: Mapping[str, Output]) -> None:
    style = published[STYLE]

    assert style.content == "b{}\na{}\n"


def test_every_script_is_published_as_it_is(published: Mapping[str, Output]) -> None:
    scripts = {name: output.content for name, output in published.items() if name != STYLE}

    assert scripts == {SCRIPT: "1;\n", **dict.fromkeys(MODULES, "2;\n")}


def test_what_is_no_script_is_not_published_as_one(
    docs: Path, published: Mapping[str, Output]
) -> None:
    for path in ("assets/js/notes.txt", "assets/js/search/notes.txt"):
        (docs / path).write_bytes(b"\xff")

    assert assets(docs, ["b.css", "a.css"]).keys() == published.keys()


def test_a_name_lies_where_its_parts_do(published: Mapping[str, Output]) -> None:
    urls = [published[name].url.rpartition("/")[0] for name in (STYLE, SCRIPT)]

    assert urls == ["assets/css", "assets/js"]


def test_scripts_that_import_each_other_stay_together(
    docs: Path, published: Mapping[str, Output]
) -> None:
    folders = {published[name].url.rpartition("/")[0] for name in MODULES}
    (docs / MODULES[1]).write_text("other", encoding="utf-8")

    changed = assets(docs, ["b.css", "a.css"])

    assert len(folders) == 1
    assert all(changed[name].url != published[name].url for name in MODULES)
    assert [published[name].url.rpartition("/")[2] for name in MODULES] == ["page.js", "text.js"]


@pytest.mark.parametrize(("path", "name"), [("a.css", STYLE), (SCRIPT, SCRIPT)])
def test_another_content_has_another_name(
    path: str, name: str, docs: Path, published: Mapping[str, Output]
) -> None:
    (docs / path).write_text("other", encoding="utf-8")

    changed = assets(docs, ["b.css", "a.css"])

    kept = {key for key in published if changed[key].url == published[key].url}
    assert kept == set(published) - {name}
