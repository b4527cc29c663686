"""What an editor has allowed with a reason is no problem; an idle allowance is one."""

import pytest

from judging import codes, passage, problems, problems_of

WRONG = "面积八十平米。"


@pytest.mark.parametrize(
    "body",
    [
        f"<!-- 允许 wording-unit：引用旧文件 -->\n{WRONG}",
        f"{WRONG} <!-- 允许 wording-unit：引用旧文件 -->",
        f"<!-- 允许 wording-unit、ellipsis：引用旧文件 -->\n{WRONG}等等...",
        f"<!-- 允许 wording-unit: 引用旧文件 -->\n甲\n{WRONG}",
    ],
)
def test_an_allowance_excuses_its_line_or_paragraph(body: str) -> None:
    assert not problems(body)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f"<!-- 允许 wording-unit：引用 -->\n甲。\n\n{WRONG}", "wording-unit"),
        (f"甲。 <!-- 允许 wording-unit：引用 -->\n\n{WRONG}", "allow-unused"),
        (f"{WRONG} <!-- 允许 wording-unit -->", "allow-reason"),
        (f"{WRONG} <!-- 允许 wording-unti：引用 -->", "allow-unknown"),
        ("<!-- 备注 -->\n\n甲。", "markdown-html"),
        ("写成 `<!-- 允许 a：b -->` 这样，面积八十平米。", "wording-unit"),
    ],
)
def test_an_allowance_excuses_nothing_else(body: str, code: str) -> None:
    assert code in codes(body)


@pytest.mark.parametrize(
    "text",
    [
        "a: {title: 八十平米} # 允许 wording-unit：引用旧文件",
        "a:\n  # 允许 wording-unit：引用旧文件\n  title: 八十平米",
    ],
)
def test_a_comment_excuses_a_value(text: str) -> None:
    assert not problems_of(passage(text, "data/places.yml"))


def test_a_problem_says_where_what_and_what_instead() -> None:
    [problem] = problems(f"甲。\n\n{WRONG}")

    assert str(problem) == (
        "docs/stories/2026/a.md:6:5: “平米”应为“平方米”：法定计量单位的名称是平方米。"
        " [wording-unit]"
    )
    assert (problem.level, problem.suggestion) == ("error", "平方米")
    assert problem.fix
    assert problem.fix.is_safe


def test_markup_inside_what_is_wrong_is_not_replaced_unasked() -> None:
    [problem] = problems("面积八十平**米**。")

    assert problem.fix
    assert not problem.fix.is_safe
