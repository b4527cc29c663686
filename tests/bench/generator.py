"""A project of any size: seeded Chinese stories and records on top of the small project."""

import random
import shutil
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from signing import sign
from small_project import BASE

FIRST_DAY = date(2016, 1, 4)
SUBJECTS = [
    "物业科的党员",
    "社区干部",
    "设计师",
    "楼栋长",
    "施工队",
    "热心居民",
    "志愿者",
    "支部书记",
]
ACTS = ["走访", "登记", "核对", "商量", "公示", "回访", "检查", "讲解"]
THINGS = [
    "楼道灯",
    "雨水管",
    "停车位",
    "加装电梯",
    "屋面防水",
    "消防通道",
    "活动场地",
    "垃圾投放点",
]
CLOSINGS = ["把结果贴在公告栏", "当天就给了答复", "约好下周再来看", "请大家一起出主意"]
SERIES = ("community-orders", "lecture-hall", "rural", "theme-day")
FIELDS = {
    "community-orders": "  fields: {need: 楼道灯不亮，晚上看不见}\n",
    "lecture-hall": "  fields: {lecturer: 示例讲师, lecturer_kind: 本系统}\n",
}


def made_up(chance: random.Random) -> str:
    """Return a sentence of few words."""
    who, act, thing = chance.choice(SUBJECTS), chance.choice(ACTS), chance.choice(THINGS)
    return f"{who}到院里{act}了{thing}，{chance.choice(CLOSINGS)}。"


def generate(
    root: Path,
    stories: int,
    events: int,
    seed: int = 1,
    sentence: Callable[[random.Random], str] = made_up,
) -> None:
    """Write a project with that many stories and events more, the same for the same seed."""
    shutil.copytree(BASE, root, ignore=shutil.ignore_patterns(".cache"))
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    _write_events(root, events, chance)
    _write_stories(root, stories, chance, sentence)
    sign(root)


def _write_events(root: Path, count: int, chance: random.Random) -> None:
    months: defaultdict[str, list[str]] = defaultdict(list)
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number * 3500 // count)
        months[f"{day:%Y-%m}"].append(_event(number, day, chance))
    for month, records in months.items():
        (root / f"data/events/{month}.yml").write_text("".join(records), encoding="utf-8")


def _event(number: int, day: date, chance: random.Random) -> str:
    series = chance.choice(SERIES)
    stages = f"  stages: {{点单: {day}, 派单: {day + timedelta(days=2)}}}\n"
    return (
        f"{day:%Y%m%d}-bench-{number}:\n"
        f"  series: {series}\n"
        f"  title: 第{number}次{chance.choice(THINGS)}{chance.choice(ACTS)}\n"
        f"  start: {day} 15:00\n"
        f"  end: {day} 17:00\n"
        f"  place: {chance.choice(('chunhui', 'qinghe', 'liuxi'))}\n"
        f"  branches: [{chance.choice(('property', 'office'))}]\n"
        f"{FIELDS.get(series, '')}{stages if series == 'community-orders' else ''}"
        "  sample: true\n"
    )


def _write_stories(
    root: Path, count: int, chance: random.Random, sentence: Callable[[random.Random], str]
) -> None:
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number * 3500 // count)
        path = root / f"docs/stories/{day.year}/bench-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_story(number, day, chance, sentence), encoding="utf-8")


def _story(
    number: int, day: date, chance: random.Random, sentence: Callable[[random.Random], str]
) -> str:
    tags = chance.choice(("社区", "培训", "社区, 培训"))
    front = (
        f"---\ntitle: 第{number}个故事：{chance.choice(THINGS)}怎么{chance.choice(ACTS)}\n"
        f"series: {chance.choice(SERIES)}\npublished: {day} 09:30\n"
        f"summary: {sentence(chance)}\nsource: 市住建局\ntags: [{tags}]\nsample: true\n---\n"
    )
    parts = []
    for section in range(3):
        parts.append(f"## {chance.choice(ACTS)}{chance.choice(THINGS)}")
        parts.append("".join(sentence(chance) for _ in range(4)))
        if section == 1:
            parts.append("\n".join(f"- {sentence(chance)}" for _ in range(3)))
        parts.append(f"他说**“{chance.choice(THINGS)}”**最要紧。" + sentence(chance))
    return front + "\n\n".join(parts) + "\n"
