"""What a form does not change stays as it was typed, to the letter."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from build_site import ROOT
from forms.project import write_forms

SCRIPT = Path(__file__).with_name("records.mjs")
EVENTS = """\
# 一月的活动
20260105-lamp:   # 路灯
  series: community-orders
  title: "路灯: 不亮"
  start: 2026-01-05 09:00   # 上午
  branches: [ property ]
  fields: {need: '9:30 以后没有灯', result: "修好了"}
  # 还没有办结
  stages:
    点单: 2026-01-05
    派单: 2026-01-06
  unknown: 0123
  review:
    - {step: 初审, by: 示例·初审岗, on: 2026-01-06}

20260110-lecture:
  series: lecture-hall
  title: 讲座
  start: 2026-01-10
  fields:
    lecturer: 张三
    approval: {by: 分管领导, on: 2026-01-01, hash: e7100f20481edc5a7b957526c6846d00}
  corrections:
    - on: 2026-01-12
      note: 原来写错了
  withdrawn: {on: 2026-01-12, by: 办公室, reason: 写错了}
"""
STORY = """\
---
title: '“路灯”: 亮了'
series: community-orders   # 系列
published: 2026-01-10 09:30
summary: 摘要
source: 市住建局
sample: true
repost: {from: 某报, url: https://a.example/?x=1#2, published: 2026-01-09}
withdrawn: {on: 2026-01-12, by: 办公室, reason: 写错了}
---
正文**“改造”**好¶
---
最后一行
""".replace("¶", "  ")
TAGS = "community: {title: 社区, other: 1}   # 常用\ntraining: {title: 培训}\n"


Cases: TypeAlias = Mapping[str, tuple[Mapping[str, object], str, str]]
"""By name: what is changed in a form, what that replaces in the text, and by what."""


class Work(NamedTuple):
    """A text, what is changed in its form, and what becomes of it."""

    name: str
    form: str
    text: str
    changes: Mapping[str, object]
    old: str
    new: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = write_forms(ROOT / "tests/base", tmp_path_factory.mktemp("forms"))
    (found / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return found


def changed(folder: Path, work: Sequence[Mapping[str, object]]) -> list[str]:
    """Return what the forms make of texts."""
    request = json.dumps({"folder": str(folder), "work": work})
    done = subprocess.run(
        ["node", SCRIPT], input=request, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    texts = json.loads(done.stdout)
    assert isinstance(texts, list)
    return texts


def files() -> Iterator[tuple[str, Path]]:
    """Return every file of this project that has a form, and the form."""
    for root in (ROOT, ROOT / "tests/base"):
        yield from (("events", path) for path in sorted(root.glob("data/events/*.yml")))
        yield from (("story", path) for path in sorted(root.glob("docs/stories/*/*.md")))
        for name in ("places", "branches", "tags", "pictures"):
            yield name, root / f"data/{name}.yml"


def test_opening_and_saving_changes_no_letter(folder: Path) -> None:
    known = list(files())
    texts = [path.read_text(encoding="utf-8") for _, path in known]
    work = [
        {"form": form, "text": text, "changes": {}}
        for (form, _), text in zip(known, texts, strict=True)
    ]

    assert changed(folder, work) == texts


LAMP, LECTURE = "entries/0", "entries/1"
FACTS = """  fields: {need: '9:30 以后没有灯', result: "修好了"}\n"""
APPROVAL = f"{LECTURE}/fields/approval"
TEXT = STORY.partition("published: 2026-01-09}\n")[2].partition("---\n")[2]
NEW_TEXT = "新的**“字”**  \n一"
HOUSE = {"id": "house", "title": "房"}
IN_EVENTS: Cases = {
    "title": ({f"{LAMP}/title": "灯"}, '"路灯: 不亮"', "灯"),
    "quoted": ({f"{LAMP}/title": "12345"}, '"路灯: 不亮"', '"12345"'),
    "time": ({f"{LAMP}/start": "2026-01-05 09:30"}, "09:00 ", "09:30 "),
    "key": ({f"{LAMP}/end": "2026-01-06"}, "# 上午\n", "# 上午\n  end: 2026-01-06\n"),
    "gone": ({f"{LAMP}/branches": []}, "  branches: [ property ]\n", ""),
    "list": ({f"{LAMP}/branches": ["a", "b"]}, "[ property ]", "[a, b]"),
    "braces": ({f"{LAMP}/fields/result": "好: 了"}, "修好了", "好: 了"),
    "last of braces": ({f"{LAMP}/fields/result": ""}, ', result: "修好了"', ""),
    "first of braces": ({f"{LAMP}/fields/need": ""}, "need: '9:30 以后没有灯', ", ""),
    "all of braces": ({f"{LAMP}/fields": {}}, FACTS, ""),
    "stage": (
        {f"{LAMP}/stages/办结": "2026-01-07"},
        "派单: 2026-01-06\n",
        "派单: 2026-01-06\n    办结: 2026-01-07\n",
    ),
    "hash stays": ({f"{APPROVAL}/by": "李"}, "by: 分管领导", "by: 李"),
    "hash is left": ({APPROVAL: {}}, "by: 分管领导, on: 2026-01-01, ", ""),
    "id": ({f"{LAMP}/id": "20260106-lamp"}, "20260105-lamp:", "20260106-lamp:"),
}
IN_STORY: Cases = {
    "title": ({"title": "好"}, "'“路灯”: 亮了'", "好"),
    "flag": ({"sample": False}, "sample: true\n", ""),
    "text": ({"body": NEW_TEXT}, TEXT, f"\n{NEW_TEXT}\n"),
    "repost": ({"repost/from": "另一报"}, "某报", "另一报"),
}
IN_TAGS: Cases = {
    "title": ({"entries/0/title": "社区: 新"}, "社区,", '"社区: 新",'),
    "order": ({"entries/2": HOUSE}, "training", "house:\n  title: 房\ntraining"),
    "gone": ({"entries/1": None}, "training: {title: 培训}\n", ""),
}
CHANGES = [
    Work(f"{form}: {name}", form, text, *case)
    for form, text, cases in (
        ("events", EVENTS, IN_EVENTS),
        ("story", STORY, IN_STORY),
        ("tags", TAGS, IN_TAGS),
    )
    for name, case in cases.items()
]


@pytest.mark.parametrize("work", CHANGES, ids=lambda work: work.name)
def test_a_change_touches_nothing_else(folder: Path, work: Work) -> None:
    assert work.text.count(work.old) == 1
    expected = work.text.replace(work.old, work.new)

    [found] = changed(folder, [work._asdict()])

    assert found == expected


def test_a_new_file_begins_with_its_schema(folder: Path) -> None:
    entry = {"id": "20260201-x", "series": "theme-day", "title": "题", "start": "2026-02-01"}
    work = {"form": "events", "text": None, "changes": {"entries": [entry]}}

    [found] = changed(folder, [work])

    head = "# yaml-language-server: $schema=../schemas/events.json\n"
    said = "20260201-x:\n  series: theme-day\n  title: 题\n  start: 2026-02-01\n"
    assert found == head + said
