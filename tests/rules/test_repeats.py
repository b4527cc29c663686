"""One slip, one complaint."""

import pytest

from judging import RULES, problems
from microsite.rules.repeats import COMPLAINTS


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("中华人民共合国成立。", ["wording-name"]),
        ("住房和城乡建没部发布标准。", ["wording-name"]),
        ("国务院办公室印发通知。", ["wording-name"]),
        ("做到“二个维护”。", ["wording-set-phrase"]),
        ("工作一如继往。", ["wording-character"]),
        ("市纪律检察委员会通报案例。", ["wording-slip"]),
        ("截止目前为止，没有投诉。", ["wording-until"]),
        ("根据建房(2022)8号。", ["document-number"]),
        ("节能率提高5-8%。", ["range-percent"]),
        ("每户补贴2-3万元。", ["range-scale"]),
        ("－ 更换管道", ["markdown-full-width"]),
        ("中华人民共合国的住房和城乡建投部。", ["wording-name", "wording-form"]),
        ("攻府文件(草案)印发。", ["wording-name", "brackets-half-width"]),
    ],
)
def test_a_slip_is_told_once(text: str, codes: list[str]) -> None:
    assert [problem.code for problem in problems(text)] == codes


def test_every_code_that_may_repeat_another_is_a_rule() -> None:
    assert {code for codes in COMPLAINTS for code in codes} <= {rule.code for rule in RULES}
