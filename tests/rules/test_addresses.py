"""A written file must not be replaced in silence by a generated one."""

import pytest

from microsite.content.problems import Problem
from microsite.rules.addresses import address_problems
from variations import Load

PAGE = "---\ntitle: 页面\nsummary: 摘要。\n---\n## 谁在办\n"


@pytest.mark.parametrize(
    ("file", "generated"),
    [
        ("events.md", "events/"),
        ("events/index.md", "events/"),
        ("figures/index.md", "figures/"),
    ],
)
def test_a_written_file_at_a_generated_address_is_reported(
    file: str, generated: str, load: Load
) -> None:
    site = load({f"docs/{file}": PAGE})

    paths = [problem.path for problem in address_problems(site, [generated])]

    assert paths == [f"docs/{file}"]


@pytest.mark.parametrize(
    ("file", "generated"),
    [
        ("events.md", "events/2026/03/"),
        ("assets/feed.xml", "feed.xml"),
        ("figures/index.md", "figures/2026/"),
    ],
)
def test_a_written_file_elsewhere_is_not(file: str, generated: str, load: Load) -> None:
    site = load({f"docs/{file}": PAGE})

    assert [*address_problems(site, [generated])] == []


def test_the_problem_names_the_address(load: Load) -> None:
    site = load({"docs/events.md": PAGE})

    (problem,) = address_problems(site, ["events/"])

    assert problem == Problem(
        "docs/events.md",
        1,
        1,
        "address-taken",
        "网址 /events/ 由系统自动生成，这个文件会和它冲突，请换一个文件名",
    )
