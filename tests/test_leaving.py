"""What counts as the same site, made by another program."""

from pathlib import Path

from leaving import differing


def write(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def test_only_the_name_of_the_generator_may_differ(tmp_path: Path) -> None:
    one = write(tmp_path / "one", a='<meta name="generator" content="mkdocs-1.6.1">x', b="x")
    other = write(tmp_path / "other", a='<meta name="generator" content="properdocs-1">x', b="y")

    assert differing(one, other) == ["b.html"]


def test_a_file_that_only_one_has_differs(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one", a="x"), write(tmp_path / "other", b="x")

    assert differing(one, other) == ["a.html", "b.html"]
