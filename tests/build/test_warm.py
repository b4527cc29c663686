"""A preview that has seen many changes shows what one shows that has seen none of them."""

import random
import re
import shutil
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from build_site import ROOT
from warm import Warm

Chance = random.Random
Edit = Callable[[Path, Chance], None]
EDITS = 12
LOOKS = 6
SLOW = re.compile(r"search/index/|assets/cards/")
"""What a preview adds later."""


def stories(root: Path) -> list[Path]:
    return sorted((root / "docs/stories").rglob("*.md"))


def months(root: Path) -> list[Path]:
    return sorted((root / "data/events").glob("*.yml"))


def replace(file: Path, pattern: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def change_a_text(root: Path, chance: Chance) -> None:
    with chance.choice(stories(root)).open("a", encoding="utf-8") as file:
        file.write(f"\n又添了{chance.randrange(1000)}个字。\n")


def add_a_story(root: Path, chance: Chance) -> None:
    file = chance.choice(stories(root))
    file.with_stem(f"added-{chance.randrange(10**6)}").write_bytes(file.read_bytes())


def delete_a_story(root: Path, chance: Chance) -> None:
    chance.choice(stories(root)).unlink()


def rename_a_story(root: Path, chance: Chance) -> None:
    file = chance.choice(stories(root))
    file.rename(file.with_stem(f"renamed-{chance.randrange(10**6)}"))


def date_a_story_anew(root: Path, chance: Chance) -> None:
    day = f"2026-{chance.randrange(1, 11):02}-{chance.randrange(1, 28):02}"
    replace(chance.choice(stories(root)), "^published: .*$", f"published: {day} 09:00")


def put_a_story_into_another_series(root: Path, chance: Chance) -> None:
    series = chance.choice(sorted((root / "data/series").glob("*.yml"))).stem
    replace(chance.choice(stories(root)), "^series: .*$", f"series: {series}")


def move_a_place(root: Path, chance: Chance) -> None:
    replace(root / "data/places.yml", "title: .*$", f"title: 新址{chance.randrange(1000)}")


def cancel_an_event(root: Path, chance: Chance) -> None:
    title = "(?P<title>  title: .*)$"
    cancelled = r"\g<title>\n  status: cancelled\n  reason: 天气"
    replace(chance.choice(months(root)), title, cancelled)


def date_an_event_anew(root: Path, chance: Chance) -> None:
    file = chance.choice(months(root))
    day = f"{file.stem}-{chance.randrange(1, 28):02}"
    replace(file, r"(?P<key>  start: )\d{4}-\d\d-\d\d", rf"\g<key>{day}")


def delete_a_month(root: Path, chance: Chance) -> None:
    chance.choice(months(root)).unlink()


def change_a_template(root: Path, chance: Chance) -> None:
    template = chance.choice(sorted((root / "hooks/templates/views").glob("*.html")))
    with template.open("a", encoding="utf-8") as file:
        file.write(f"<!-- {chance.randrange(1000)} -->\n")


def change_a_style(root: Path, chance: Chance) -> None:
    with (root / "docs/assets/css/layout.css").open("a", encoding="utf-8") as file:
        file.write(f"/* {chance.randrange(1000)} */\n")


def break_a_file(root: Path, chance: Chance) -> None:
    replace(chance.choice(months(root)), "title: ", "titel: ")


ALL: tuple[Edit, ...] = (
    change_a_text,
    add_a_story,
    delete_a_story,
    rename_a_story,
    date_a_story_anew,
    put_a_story_into_another_series,
    move_a_place,
    cancel_an_event,
    date_an_event_anew,
    delete_a_month,
    change_a_template,
    change_a_style,
    break_a_file,
)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Return a copy of this project."""
    root = tmp_path / "copy"
    for folder in ("hooks", "data", "docs"):
        unneeded = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, root / folder, ignore=unneeded)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return root


@pytest.fixture
def root(whole: Path) -> Path:
    # What is made later, by itself, is left out.
    replace(whole / "data/bureau.yml", "^share_cards: true", "share_cards: false\nsearch: false")
    return whole


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_edits_it_shows_what_a_new_one_shows(root: Path, seed: int) -> None:
    chance = Chance(seed)
    warm = Warm(root)
    warm.attempt()
    seen: list[Mapping[str, bytes]] = [warm.bodies]
    for number in range(EDITS):
        mend = undone(root)
        chance.choice(ALL)(root, chance)
        if warm.attempt():
            assert Warm(root).attempt()
            mend()
            assert not warm.attempt()
        if number % LOOKS == LOOKS - 1:
            cold = Warm(root)
            cold.attempt()
            assert warm.bodies == cold.bodies
            seen.append(warm.bodies)

    assert all(before != after for before, after in pairwise(seen))


def undone(root: Path) -> Callable[[], None]:
    """Return what puts everything back as it is now."""
    before = {file: file.read_bytes() for file in files(root)}

    def undo() -> None:
        for file in files(root):
            if file not in before:
                file.unlink()
        for file, data in before.items():
            if not file.is_file() or file.read_bytes() != data:
                file.write_bytes(data)

    return undo


def files(root: Path) -> list[Path]:
    folders = (root / "docs", root / "data", root / "hooks/templates")
    return [file for folder in folders for file in folder.rglob("*") if file.is_file()]


def test_it_shows_what_a_build_makes(whole: Path, built: Path) -> None:
    warm = Warm(whole)
    failure = warm.attempt()

    shown = {url: body for url, body in warm.bodies.items() if not SLOW.match(url)}
    files = {file.relative_to(built).as_posix(): file for file in built.rglob("*")}
    made = {url: f.read_bytes() for url, f in files.items() if f.is_file() and not SLOW.match(url)}
    assert not failure
    assert shown.keys() == made.keys()
    assert not [url for url in shown if shown[url] != made[url]]
