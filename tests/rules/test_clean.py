"""Files in whose words nothing is wrong are not judged again by the next run."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from conftest import Project
from microsite.content.load import open_site
from microsite.content.reader import Source
from microsite.rules.clean import FOLDER
from microsite.rules.editorial import Found, editorial_problems
from microsite.rules.rule import Rule
from microsite.rules.words import Words
from microsite.verdict import verdict
from small_project import NOW

STORY = "docs/stories/2026/lecture.md"
Judged = Callable[[Path], int]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Judged:
    """Return a function that tells how many files a new run judges."""
    found: list[str] = []

    def noted(sources: Iterable[Source], rules: Sequence[Rule]) -> list[Found]:
        some = [*sources]
        found.extend(source.path for source in some)
        return editorial_problems(some, rules)

    monkeypatch.setattr("microsite.rules.words.editorial_problems", noted)

    def count(root: Path) -> int:
        found.clear()
        verdict(root, NOW)
        return len(found)

    return count


def cached(root: Path) -> list[Path]:
    return sorted((root / FOLDER).iterdir())


def test_only_what_is_new_or_wrong_is_judged_again(project: Project, judged: Judged) -> None:
    root = project({})
    first, second = judged(root), judged(root)

    text = (root / STORY).read_text(encoding="utf-8")
    (root / STORY).write_text(f"{text}\n联系人手机13812345678。\n", encoding="utf-8")
    changed, again = judged(root), judged(root)

    assert first > 5
    assert second < 3
    assert changed == again == second + 1


def test_what_is_wrong_is_told_by_every_run(project: Project) -> None:
    root = project({})
    text = (root / STORY).read_text(encoding="utf-8")
    (root / STORY).write_text(f"{text}\n联系人手机13812345678。\n", encoding="utf-8")

    first, second = verdict(root, NOW).problems, verdict(root, NOW).problems

    assert first == second
    assert any(one.code.startswith("privacy-") for one in first)


def test_other_rules_make_everything_new(project: Project, judged: Judged) -> None:
    root = project({})
    first = judged(root)
    settings = root / "data/bureau.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "own_names: [齐齐哈尔市]\n", encoding="utf-8"
    )

    assert judged(root) == first


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"0" * 33])
def test_a_damaged_cache_makes_more_work_and_nothing_else(
    project: Project, judged: Judged, damage: bytes
) -> None:
    root = project({})
    first = judged(root)
    [file] = cached(root)
    file.write_bytes(damage)

    assert judged(root) == first
    assert judged(root) < first


def test_a_folder_that_cannot_be_written_is_no_hindrance(project: Project, judged: Judged) -> None:
    root = project({})
    (root / ".cache").write_text("no folder", encoding="utf-8")

    assert judged(root) == judged(root)


def test_without_a_project_nothing_is_kept(project: Project) -> None:
    root = project({})
    opening = open_site(root)
    words = Words()
    words.turn(opening)

    words.problems(opening.texts)

    assert not (root / FOLDER).exists()
