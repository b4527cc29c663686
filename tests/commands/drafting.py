"""What is begun with `microsite new`, by flags and at a terminal."""

from pathlib import Path

from microsite.cli import main
from microsite.content.problems import Problem
from microsite.verdict import verdict
from small_project import NOW

STORY = ["story", "--series", "主题党日", "--title", "一盏灯的故事"]
EVENT = ["event", "--series", "community-orders", "--title", "路灯不亮", "--start", "2026-02-20"]
LECTURE = [
    *("event", "--series", "大讲堂", "--title", "大讲堂：防火", "--start", "2026-02-20 09:00"),
    *("--end", "11:00", "--field", "lecturer_kind=外请", "--place", "chunhui"),
]
SERIES = ["series", "--column", "为民", "--title", "安居讲堂"]
PLACE = ["place", "--title", "安居里", "--kind", "小区"]
BRANCH = ["branch", "--title", "安居支部"]
MONTH = "data/events/2026-02.yml"
TYPED = {
    "story": ["主题党日", "一盏灯的故事", "", "", "一盏灯", "", "", "", ""],
    "event": ["党员下社区", "路灯不亮", "2026-02-20", "", "", "", "路灯不亮", ""],
    "series": ["1", "安居讲堂", "", ""],
    "place": ["安居里", "小区", "", ""],
    "branch": ["安居支部", "", ""],
}


def new(root: Path, arguments: list[str]) -> int:
    return main(["new", *arguments, "--root", str(root)])


def texts(root: Path) -> dict[str, str]:
    files = (file for file in root.rglob("*") if file.is_file() and ".cache" not in file.parts)
    return {
        file.relative_to(root).as_posix(): file.read_bytes().decode(errors="replace")
        for file in files
    }


def errors(root: Path) -> tuple[Problem, ...]:
    return verdict(root, NOW).errors
