"""Names that the bureau keeps: nearly right is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from judging import markdown
from microsite.content.officials import Official
from microsite.rules.kept_names import officials_rule, own_names_rule
from small_project import Files, problems_of

PLACES = own_names_rule(["青禾新区", "青禾旧区", "齐齐哈尔市", "甲市"])
PEOPLE = officials_rule(
    [Official(name="甲乙丙", posts=("区长", "副区长")), Official(name="丁戊", posts=("书记",))]
)
OFFICIALS = "data/officials.yml"


@pytest.mark.parametrize("wrong", ["齐齐哈市", "齐哈尔市", "齐齐哈而市", "齐齐哈哈尔市"])
def test_a_place_with_one_letter_wrong_is_found(wrong: str) -> None:
    [found] = PLACES.find(markdown(f"在{wrong}召开。"))

    assert found.replacement == "齐齐哈尔市"


@pytest.mark.parametrize("right", ["齐齐哈尔市", "青禾新区和青禾旧区", "乙市", "哈尔滨市"])
def test_a_place_of_another_name_is_not(right: str) -> None:
    assert not [*PLACES.find(markdown(f"在{right}召开。"))]


@pytest.mark.parametrize(
    "wrong", ["区长甲乙冰讲话", "甲已丙区长讲话", "副区长甲丙讲话", "乙丙同志"]
)
def test_an_official_with_one_letter_wrong_is_found_beside_the_post(wrong: str) -> None:
    found = [*PEOPLE.find(markdown(f"会上，{wrong}讲话。"))]

    assert bool(found) == ("区长" in wrong)
    assert {one.replacement for one in found} <= {"甲乙丙"}


@pytest.mark.parametrize(
    "right", ["区长甲乙丙讲话", "甲乙丙副区长讲话", "书记丁己讲话", "居民甲乙冰说"]
)
def test_an_official_whose_name_is_right_is_not(right: str) -> None:
    assert not [*PEOPLE.find(markdown(f"会上，{right}。"))]


def test_the_list_of_officials_is_read_where_the_bureau_keeps_one(
    project: Callable[[Files], Path],
) -> None:
    text = "---\ntitle: 无障碍\nsummary: 一句话。\n---\n示例长甲乙炳来过。\n"
    root = project(
        {
            OFFICIALS: "officials: [{name: 甲乙丙, posts: [示例长]}]\n",
            "docs/accessibility.md": text,
        }
    )

    assert [p.code for p in problems_of(root)] == ["wording-official"]


def test_a_list_of_officials_that_is_wrong_is_a_problem(project: Callable[[Files], Path]) -> None:
    assert [
        p.code for p in problems_of(project({OFFICIALS: "officials: [{name: 甲乙丙}]\n"}))
    ] == ["key-missing"]
