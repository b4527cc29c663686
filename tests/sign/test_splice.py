"""A signature is put where it belongs, in the style of what stands there; the rest stays."""

from datetime import date

import pytest

from microsite.rewriting import spliced
from microsite.signing.emission import Entries
from microsite.signing.splice import Append, Put, edits

STEP: Entries = {"step": "复审", "by": "办公室", "on": date(2026, 2, 7)}
REVIEW = Append(("x", "review"), STEP)
APPROVAL = Put(("x", "fields", "ok"), {"by": "局长", "on": date(2026, 2, 7), "hash": "ab"})

REVIEWS = {
    "a block of braces": (
        "x:\n  review:\n    - {step: 初审, by: 甲}\n  sample: true\n",
        (
            "x:\n  review:\n    - {step: 初审, by: 甲}\n"
            "    - {step: 复审, by: 办公室, on: 2026-02-07}\n  sample: true\n"
        ),
    ),
    "dashes below the key": (
        "x:\n  review:\n  - {step: 初审}\ny: {}\n",
        "x:\n  review:\n  - {step: 初审}\n  - {step: 复审, by: 办公室, on: 2026-02-07}\ny: {}\n",
    ),
    "a block of blocks": (
        "x:\n    review:\n        -   step: 初审\n            by: 甲\n",
        (
            "x:\n    review:\n        -   step: 初审\n            by: 甲\n"
            "        -   step: 复审\n            by: 办公室\n            on: 2026-02-07\n"
        ),
    ),
    "dashes on lines of their own": (
        "x:\n  review:\n    -\n     step: 初审\n",
        (
            "x:\n  review:\n    -\n     step: 初审\n"
            "    - step: 复审\n      by: 办公室\n      on: 2026-02-07\n"
        ),
    ),
    "a block that ends with more than one line": (
        "x:\n  review:\n    - step: 初审\n      by: |\n        甲\n\n# 完\n",
        (
            "x:\n  review:\n    - step: 初审\n      by: |\n        甲\n"
            "    - step: 复审\n      by: 办公室\n      on: 2026-02-07\n\n# 完\n"
        ),
    ),
    "comments between and behind": (
        "x:\n  review:\n    # 一\n    - {step: 初审}  # 二\n    # 三\n  a: b\n",
        (
            "x:\n  review:\n    # 一\n    - {step: 初审}  # 二\n"
            "    - {step: 复审, by: 办公室, on: 2026-02-07}\n    # 三\n  a: b\n"
        ),
    ),
    "no line end at the end": (
        "x:\n  review:\n    - {step: 初审}",
        "x:\n  review:\n    - {step: 初审}\n    - {step: 复审, by: 办公室, on: 2026-02-07}",
    ),
    "all on one line": (
        "x: {a: b, review: [{step: 初审}]}  # 一\n",
        "x: {a: b, review: [{step: 初审}, {step: 复审, by: 办公室, on: 2026-02-07}]}  # 一\n",
    ),
    "brackets with a line for each": (
        "x:\n  review: [\n    {step: 初审},  # 一\n    {step: 初审}  # 二\n  ]\n",
        (
            "x:\n  review: [\n    {step: 初审},  # 一\n    {step: 初审},  # 二\n"
            "    {step: 复审, by: 办公室, on: 2026-02-07}\n  ]\n"
        ),
    ),
    "brackets with a comma at the end": (
        "x:\n  review: [\n    {step: 初审},\n  ]\n",
        "x:\n  review: [\n    {step: 初审},\n    {step: 复审, by: 办公室, on: 2026-02-07},\n  ]\n",
    ),
    "brackets that close behind the last": (
        "x:\n  review: [{step: 初审},\n    {step: 初审}]\n",
        (
            "x:\n  review: [{step: 初审},\n    {step: 初审},\n"
            "    {step: 复审, by: 办公室, on: 2026-02-07}]\n"
        ),
    ),
    "empty brackets": (
        "x:\n  review: [ ]\n",
        "x:\n  review: [{step: 复审, by: 办公室, on: 2026-02-07} ]\n",
    ),
    "no review yet": (
        "x:\n  a: b  # 一\n\n# 二\ny:\n  a: b\n",
        (
            "x:\n  a: b  # 一\n  review:\n    - {step: 复审, by: 办公室, on: 2026-02-07}\n"
            "\n# 二\ny:\n  a: b\n"
        ),
    ),
    "no review yet, behind a list": (
        "x:\n  a:\n    - b: c\n    - d:   \ny: {}\n",
        (
            "x:\n  a:\n    - b: c\n    - d:   \n  review:\n"
            "    - {step: 复审, by: 办公室, on: 2026-02-07}\ny: {}\n"
        ),
    ),
    "no review yet, and others in another style": (
        "y:\n  a: {}\n  review:\n  - step: 初审\nx:\n  a: b\nz: 1\n",
        (
            "y:\n  a: {}\n  review:\n  - step: 初审\nx:\n  a: b\n  review:\n"
            "  - step: 复审\n    by: 办公室\n    on: 2026-02-07\nz: 1\n"
        ),
    ),
    "no review yet, all on one line": (
        "x: {a: b , c: [d, e]}\n",
        "x: {a: b , c: [d, e], review: [{step: 复审, by: 办公室, on: 2026-02-07}]}\n",
    ),
    "no review yet, in braces of several lines": (
        "x: {\n  a: b,\n  c: d,\n}\n",
        "x: {\n  a: b,\n  c: d,\n  review: [{step: 复审, by: 办公室, on: 2026-02-07}],\n}\n",
    ),
}
APPROVALS = {
    "all on one line": (
        "x: {fields: {a: b, ok: {by: 科长, on: 2026-01-01}}}\n",
        "x: {fields: {a: b, ok: {by: 局长, on: 2026-02-07, hash: ab}}}\n",
    ),
    "a block": (
        (
            "x:\n  fields:\n    ok:\n      by: 科长  # 一\n      # 二\n"
            "      on:   2026-02-07\n    a: b\n"
        ),
        (
            "x:\n  fields:\n    ok:\n      by: 局长  # 一\n      # 二\n      on:   2026-02-07\n"
            "      hash: ab\n    a: b\n"
        ),
    ),
    "another order, and quotation marks": (
        'x:\n  fields:\n    ok: {hash: \'cd\', "on":"2026-01-01", by: "科长"}\n',
        'x:\n  fields:\n    ok: {hash: ab, "on": 2026-02-07, by: 局长}\n',
    ),
    "nothing behind its keys": (
        "x:\n  fields:\n    ok: {by: , on: }\n    a: b\n",
        "x:\n  fields:\n    ok: {by: 局长 , on: 2026-02-07, hash: ab }\n    a: b\n",
    ),
    "nothing behind it": (
        "x:\n  fields:\n    ok:  # 等批\n    a: b\n",
        "x:\n  fields:\n    ok: {by: 局长, on: 2026-02-07, hash: ab}  # 等批\n    a: b\n",
    ),
    "a sign for nothing": (
        "x:\n  fields:\n    ok: ~\n    a: b\n",
        "x:\n  fields:\n    ok: {by: 局长, on: 2026-02-07, hash: ab}\n    a: b\n",
    ),
    "no approval yet": (
        "x:\n  fields:\n    a: b\n  c: d\n",
        "x:\n  fields:\n    a: b\n    ok: {by: 局长, on: 2026-02-07, hash: ab}\n  c: d\n",
    ),
    "no fields yet": (
        "x:\n  a: b\n",
        "x:\n  a: b\n  fields: {ok: {by: 局长, on: 2026-02-07, hash: ab}}\n",
    ),
}


def changed(text: str, change: Append | Put) -> str:
    return spliced(text.encode(), edits(text, change)).decode()


def table(rows: dict[str, tuple[str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("text", "expected"), rows.values(), ids=rows)


@table(REVIEWS)
def test_a_step_follows_the_last_one(text: str, expected: str) -> None:
    assert changed(text, REVIEW) == expected


@table(APPROVALS)
def test_an_approval_stands_in_its_field(text: str, expected: str) -> None:
    assert changed(text, APPROVAL) == expected


def test_a_story_is_a_record_itself() -> None:
    text = "title: 一\nsource: 二"

    new = changed(text, Append(("review",), STEP))

    assert new == f"{text}\nreview:\n  - {{step: 复审, by: 办公室, on: 2026-02-07}}"


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("甲, 乙", "'甲, 乙'"),
        ("甲: 乙", "'甲: 乙'"),
        ("null", "'null'"),
        ("2026-01-01", "'2026-01-01'"),
        ("示例·分管领导岗", "示例·分管领导岗"),
        ("“甲”", "“甲”"),
        ("科" * 500, "科" * 500),
    ],
)
def test_a_post_is_quoted_where_it_must_be(post: str, expected: str) -> None:
    text = "review: []"

    new = changed(text, Append(("review",), {"by": post}))

    assert new == f"review: [{{by: {expected}}}]"
