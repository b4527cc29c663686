"""The table of wording, row by row, and the names that must be written in full."""

import re
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from judging import USAGES, codes, markdown
from microsite.content.usage import Usage
from microsite.rules.forms import Form
from microsite.rules.names import FORMS
from microsite.rules.wording import CHOICES, wording_rules

ROWS = pytest.mark.parametrize("usage", USAGES, ids=lambda usage: usage.id)
WORDS = wording_rules(USAGES)


def code_of(usage: Usage) -> str:
    return f"wording-{usage.kind}{'-doubt' if usage.level == 'warning' else ''}"


def found(text: str) -> set[str]:
    passage = markdown(text)
    return {rule.code for rule in WORDS if [*rule.find(passage)]}


@ROWS
def test_the_bad_example_of_a_row_is_reported(usage: Usage) -> None:
    assert code_of(usage) in codes(usage.bad)


@ROWS
def test_the_good_example_of_a_row_is_not(usage: Usage) -> None:
    assert not codes(usage.good)


@ROWS
def test_every_form_of_a_row_is_reported(usage: Usage) -> None:
    assert not [form for form in usage.forms if code_of(usage) not in found(f"而{form}之")]


@ROWS
def test_what_to_write_instead_is_right(usage: Usage) -> None:
    rights = {right for form in usage.forms.values() for right in form.split(CHOICES)}

    assert not [right for right in rights if found(f"而{right}之")]


@ROWS
def test_exceptions_are_left_alone(usage: Usage) -> None:
    assert not [word for word in usage.exceptions if code_of(usage) in found(f"而{word}之")]


def test_a_former_name_may_be_told_as_such() -> None:
    assert found("请国土资源局核对。")
    assert not found("原市国土资源局的档案。")


def test_what_has_several_right_forms_is_left_to_the_editor() -> None:
    [rule] = [rule for rule in WORDS if rule.code == "wording-phrase-doubt"]
    [one] = rule.find(markdown("大家合力扑灭火势。"))

    assert one.replacement is None
    assert "“控制火势”或“扑灭大火”" in one.message


def sample(form: Form) -> list[str]:
    """Return the parts of `form` as they might be written."""
    return [
        re.sub(r"\(\?[^)]*\)", "", part).replace("[一二三四五六七八九十]+", "二十")
        for part in form.parts
    ]


def is_caught(form: Form, parts: list[str]) -> bool:
    return bool([*form.variants(f"甲{''.join(parts)}乙")])


def is_short(form: Form, parts: list[str]) -> bool:
    text = "".join(parts)
    return any(re.search(short, text) for short in form.shorts)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.right)
def test_a_name_without_one_of_its_parts_is_caught(form: Form) -> None:
    parts = sample(form)
    for number in range(len(parts)):
        rest = [*parts[:number], *parts[number + 1 :]]

        assert is_caught(form, rest) != is_short(form, rest), rest


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.right)
def test_a_name_with_two_parts_exchanged_is_caught(form: Form) -> None:
    parts = sample(form)
    for first, second in combinations(range(len(parts)), 2):
        swapped = list(parts)
        swapped[first], swapped[second] = swapped[second], swapped[first]

        assert is_caught(form, swapped) or is_short(form, swapped), swapped


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.right)
def test_a_name_with_a_strange_part_inside_is_caught(form: Form) -> None:
    parts = sample(form)
    for number in range(1, len(parts) - 1):
        changed = [*parts[:number], "某样", *parts[number + 1 :]]

        assert is_caught(form, changed) or is_short(form, changed), changed


CHINESE = st.text(
    st.sampled_from("的在关于学习和深入新中国人民，。、“”（）各级一二部局会思想 \n"), max_size=12
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.right)
@given(before=CHINESE, after=CHINESE)
@example(before="在新时代", after="指引下")
def test_a_name_written_right_is_never_caught(form: Form, before: str, after: str) -> None:
    right = "".join(sample(form))
    if re.fullmatch("".join(form.parts), right) is None or "思想" in after[:2]:
        return
    around = [*form.variants(f"{before}甲\n乙{after}")]

    assert len([*form.variants(f"{before}甲{right}乙{after}")]) == len(around)


@pytest.mark.parametrize(
    "text",
    [
        "习近平总书记关于中国特色社会主义的重要论述",
        "中国特色社会主义进入新时代",
        "做好中国特色社会主义新时代思想政治工作",
        "践行“三个代表”要求",
        "党的第二十次全国代表大会",
        "中国妇女第十三次全国代表大会",
        "中国共产党某市第十次代表大会",
        "中国共产党第二十届中央纪律检查委员会第三次全体会议",
        "市人民代表大会常务委员会、全国人民代表大会民族委员会",
        "住房城乡建设部和住房和城乡建设部门、住房和城乡建设领域",
        "朝鲜民主主义人民共和国",
    ],
)
def test_correct_short_names_are_left_alone(text: str) -> None:
    assert not codes(f"{text}。")
