"""What a program mends unasked: safe, once and for all, and never for the worse."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from build_site import ROOT
from conftest import Project
from judging import RULES
from microsite.content.problems import Fix, Problem
from microsite.desk import fixing
from microsite.desk.fixing import Mending, mend
from microsite.verdict import Verdict, verdict
from signing import sign
from small_project import BASE, NOW

STORY = "docs/stories/2026/lecture.md"
FRONT = (
    "---\ntitle: 标题\nseries: theme-day\npublished: 2026-02-01 09:30\nsummary: 一件事。\n"
    "source: 市住建局\n---\n"
)
WRONG = "正文里有攻府,还有“平米”。"
PROSE = ROOT / "tests/prose"
HALF_WIDTH = str.maketrans("，：；？！“”（）", ',:;?!""()')
RIGHT = "正文里有攻府，还有“平方米”。"


def judged(root: Path) -> Verdict:
    return verdict(root, NOW)


def mended(root: Path) -> Mending:
    return mend(root, lambda: judged(root), lambda _: True)


def contents(root: Path) -> dict[str, tuple[bytes, int]]:
    files = [file for name in ("data", "docs") for file in (root / name).rglob("*.*")]
    return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def story(body: str) -> str:
    return f"{FRONT}{body}\n"


def test_what_is_safe_is_mended(project: Project) -> None:
    root = project({"docs/stories/2026/a.md": story(WRONG)})

    mending = mended(root)

    assert (root / "docs/stories/2026/a.md").read_text("utf-8") == story(RIGHT)
    assert [(one.path, one.changes) for one in mending.mended] == [("docs/stories/2026/a.md", 2)]
    assert not mending.refused


def test_what_is_not_safe_is_not(project: Project) -> None:
    text = story("我市住建委印发通知。")
    root = project({"docs/stories/2026/a.md": text})

    mending = mended(root)

    assert (root / "docs/stories/2026/a.md").read_text("utf-8") == text
    assert "wording-own-name" in {problem.code for problem in mending.judged.problems}


def test_comments_and_layout_stay(project: Project) -> None:
    places = "# 地点,一览\nchunhui:   {title: 春晖里小区,  kind: '小区,大'}   # 旧名,不用\n"
    rest = "qinghe: {title: 青禾村, kind: 村}\nliuxi: {title: 柳溪村, kind: 村}\n"
    root = project({"data/places.yml": places + rest})

    mended(root)

    assert (root / "data/places.yml").read_text("utf-8") == places.replace(
        "小区,大", "小区，大"
    ) + rest


def test_the_files_own_line_ends_and_mark_stay(project: Project) -> None:
    text = story(f"{WRONG}\n- 甲\n- 乙").replace("\n", "\r\n")
    root = project({"docs/stories/2026/a.md": f"\ufeff{text}".encode()})

    mended(root)

    expected = story(f"{RIGHT}\n\n- 甲\n- 乙").replace("\n", "\r\n")
    assert (root / "docs/stories/2026/a.md").read_bytes().decode() == f"\ufeff{expected}"


def test_what_is_allowed_stays(project: Project) -> None:
    text = story(f"{WRONG} <!-- 允许 marks-half-width、wording-unit：原文如此 -->")
    root = project({"docs/stories/2026/a.md": text})

    mended(root)

    assert (root / "docs/stories/2026/a.md").read_text("utf-8") == text


def test_nothing_to_mend_touches_no_file(project: Project) -> None:
    root = project({})
    before = contents(root)

    mending = mended(root)

    assert contents(root) == before
    assert not mending.mended


def test_the_tables_of_words_and_the_schemas_are_left_alone(project: Project) -> None:
    words = (BASE / "data/wording.yml").read_text("utf-8").replace("面积八", "面积,八")
    root = project({"data/wording.yml": words, "data/schemas/a.json": '{"甲": "乙,丙"}'})
    before = contents(root)

    mended(root)

    assert contents(root) == before


def test_only_wanted_files_are_mended(project: Project) -> None:
    root = project({f"docs/stories/2026/{name}.md": story(WRONG) for name in ("a", "b")})

    mending = mend(root, lambda: judged(root), lambda path: path.endswith("a.md"))

    assert [one.path for one in mending.mended] == ["docs/stories/2026/a.md"]
    assert (root / "docs/stories/2026/b.md").read_text("utf-8") == story(WRONG)


def test_a_signed_text_that_was_mended_must_be_reviewed_anew(project: Project) -> None:
    root = project({"docs/stories/2026/a.md": story("正文。")})
    sign(root)
    file = root / "docs/stories/2026/a.md"
    file.write_text(file.read_text("utf-8").replace("正文。", WRONG), "utf-8")

    mending = mended(root)

    assert [[item.title for item in one.reopened] for one in mending.mended] == [["标题"]]


def test_a_text_that_nobody_signed_need_not(project: Project) -> None:
    root = project({"docs/stories/2026/a.md": story(WRONG)})

    mending = mended(root)

    assert [one.reopened for one in mending.mended] == [()]


@pytest.fixture
def everything_wrong(project: Project) -> Path:
    """Return a project with the bad example of every rule, and damaged copies of good prose."""
    sentences = yaml.safe_load((PROSE / "damaged.yml").read_text("utf-8"))
    bodies = [rule.bad for rule in RULES] + ["\n\n".join(some) for some in sentences.values()]
    for file in sorted(PROSE.glob("*.md")):
        body = file.read_text("utf-8").split("---\n", 2)[2]
        bodies += [body.translate(HALF_WIDTH), re.sub(r"\n\n(?=[-|])", "\n", body)]
    files = {f"docs/stories/2026/s{number}.md": story(body) for number, body in enumerate(bodies)}
    words = (ROOT / "data/wording.yml").read_text("utf-8")
    return project({**files, "data/wording.yml": words})


def test_mending_twice_is_mending_once(everything_wrong: Path) -> None:
    first = mended(everything_wrong)
    before = contents(everything_wrong)

    second = mended(everything_wrong)

    assert first.mended
    assert contents(everything_wrong) == before
    assert (second.mended, second.refused) == ((), first.refused)


def test_mending_leaves_nothing_that_is_safe(everything_wrong: Path) -> None:
    mending = mended(everything_wrong)

    left = [problem for problem in mending.judged.problems if problem.fix and problem.fix.is_safe]
    assert {problem.path for problem in left} == set(mending.refused) == set()


def test_mending_adds_no_error(everything_wrong: Path) -> None:
    before = judged(everything_wrong).errors

    mending = mended(everything_wrong)

    assert len(mending.judged.errors) < len(before)


def proposing(root: Path, path: str, *changes: tuple[str, str]) -> Verdict:
    """Return what is wrong with a project, and proposals of another making."""
    judgement = judged(root)
    text = "".join(one.text for one in judgement.reading.sources if one.path == path)
    fixes = (
        Fix(text.index(old), text.index(old) + len(old), new, is_safe=True)
        for old, new in changes
        if old in text
    )
    proposed = (Problem(path, 1, 1, "proposal", "…", "warning", fix=fix) for fix in fixes)
    return replace(judgement, problems=(*judgement.problems, *proposed))


UNREADABLE = ("---\ntitle", "#\ntitle")
HARM = (
    ("that cannot be read any more", STORY, UNREADABLE),
    ("that gets an error", STORY, ("title", "titel")),
    ("that does harm to others", "data/tags.yml", ("title: 社区", "title: 社会")),
)


@pytest.mark.parametrize(
    ("path", "change"), [one[1:] for one in HARM], ids=[one[0] for one in HARM]
)
def test_a_file_is_put_back(path: str, change: tuple[str, str], project: Project) -> None:
    root = project({})
    before = contents(root)

    mending = mend(root, lambda: proposing(root, path, change), lambda _: True)

    assert contents(root) == before
    assert (mending.mended, mending.refused) == ((), (path,))


def test_harm_in_one_file_does_not_keep_another_from_being_mended(project: Project) -> None:
    root = project({"docs/stories/2026/a.md": story(WRONG)})

    mending = mend(root, lambda: proposing(root, STORY, UNREADABLE), lambda _: True)

    assert [one.path for one in mending.mended] == ["docs/stories/2026/a.md"]
    assert mending.refused == (STORY,)


def test_what_has_no_end_is_left_as_it_was(project: Project) -> None:
    root = project({})
    before = contents(root)
    to_and_fro = (("关于", "有关"), ("有关", "关于"))

    mending = mend(root, lambda: proposing(root, "docs/about.md", *to_and_fro), lambda _: True)

    assert contents(root) == before
    assert (mending.mended, mending.refused) == ((), ("docs/about.md",))


def test_fixes_that_touch_are_made_one_after_the_other(project: Project) -> None:
    root = project({})
    changes = (("关于", "甲"), ("本站\n", "乙\n"))

    mending = mend(root, lambda: proposing(root, "docs/about.md", *changes), lambda _: True)

    assert (root / "docs/about.md").read_text("utf-8").startswith("---\ntitle: 甲乙\n")
    assert [one.changes for one in mending.mended] == [2]


def test_a_file_that_was_saved_meanwhile_is_left_alone(project: Project) -> None:
    root = project({"docs/stories/2026/a.md": story(WRONG)})
    stale = judged(root)
    file = root / "docs/stories/2026/a.md"
    file.write_text(story("又改了,一次。"), "utf-8")
    verdicts = iter((stale, judged(root)))

    mending = mend(root, lambda: next(verdicts), lambda _: True)

    assert file.read_text("utf-8") == story("又改了,一次。")
    assert mending.refused == ("docs/stories/2026/a.md",)


def test_a_link_out_of_the_project_is_not_followed(project: Project, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(story(WRONG), "utf-8")
    root = project({})
    (root / "docs/stories/2026/a.md").symlink_to(outside)

    mending = mended(root)

    assert outside.read_text("utf-8") == story(WRONG)
    assert mending.refused == ("docs/stories/2026/a.md",)


def test_a_link_inside_the_project_goes_on_being_one(project: Project) -> None:
    root = project({"docs/stories/2026/.drafts/a.md": story(WRONG)})
    link = root / "docs/stories/2026/a.md"
    link.symlink_to(".drafts/a.md")

    mended(root)

    assert link.is_symlink()
    assert link.read_text("utf-8") == story(RIGHT)


def test_a_file_that_cannot_be_written_is_named(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({"docs/stories/2026/a.md": story(WRONG)})

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(fixing, "replace_file", full)

    mending = mended(root)

    assert mending.refused == ("docs/stories/2026/a.md",)
