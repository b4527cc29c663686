"""A real site has no sample and a whole identity."""

from collections.abc import Callable
from pathlib import Path

import pytest

from microsite.content.bureau import Mode
from microsite.content.problems import ContentError
from microsite.plan import plan
from microsite.verdict import verdict
from real import make_real
from small_project import NOW, Files


@pytest.fixture
def real(project: Callable[[Files], Path]) -> Path:
    """Return a project without samples, of a bureau with a whole identity."""
    root = project({})
    make_real(root)
    return root


def test_a_whole_identity_without_samples_is_a_real_site(real: Path) -> None:
    planned = plan(real, NOW, "production")

    assert not planned.site.bureau.is_demo


def test_the_mode_that_is_asked_for_wins(real: Path) -> None:
    planned = plan(real, NOW, "demo")

    assert planned.site.bureau.is_demo


def test_one_sample_keeps_it_from_being_one(real: Path) -> None:
    tags = real / "data/places.yml"
    tags.write_text(tags.read_text(encoding="utf-8").replace("}", ", sample: true}", 1), "utf-8")

    with pytest.raises(ContentError) as error:
        plan(real, NOW, "production")

    assert [problem.code for problem in error.value.problems] == ["production-sample"]


@pytest.mark.parametrize(
    ("by", "mode", "advice"),
    [
        ("示例·初审岗", "production", "请先删去 review 里示例的签字，再运行 microsite sign "),
        ("示例·初审岗", "demo", "公众还看不到，请运行 microsite sign "),
        ("综合科", "production", "公众还看不到，请运行 microsite sign "),
    ],
)
def test_samples_of_signatures_go_before_anybody_signs(
    by: str, mode: Mode, advice: str, real: Path
) -> None:
    story = real / "docs/stories/2026/lecture.md"
    review = f"review: [{{step: 初审, by: {by}, on: 2026-01-05}}]\nsource:"
    story.write_text(story.read_text("utf-8").replace("source:", review, 1), "utf-8")

    found = verdict(real, NOW, mode).problems

    [message] = [
        one.message for one in found if "lecture.md" in one.path and one.code == "review-unsigned"
    ]
    assert advice in message


def test_a_number_of_many_digits_is_no_example(real: Path) -> None:
    bureau = real / "data/bureau.yml"
    text = bureau.read_text(encoding="utf-8").replace('1234567890"', '1000000001"')
    bureau.write_text(text, encoding="utf-8")

    assert plan(real, NOW, "production").site.bureau.site_id == "1000000001"


def test_an_approval_that_is_made_up_counts_for_nothing(real: Path) -> None:
    events = real / "data/events/2026-02.yml"
    text = events.read_text(encoding="utf-8").replace("by: 分管领导", "by: 示例·分管领导岗")
    events.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError) as error:
        plan(real, NOW, "production")

    assert [problem.code for problem in error.value.problems] == ["approval-unbound"]
