"""What editors allow is nobody else's business: readers never see it."""

import pytest

from microsite.content.prose import convert


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!-- 允许 a-b：理由 -->\n甲", "<p>甲</p>"),
        ("甲 <!-- 允许 a-b：理由 -->", "<p>甲</p>"),
        ("甲\n<!-- 允许 a-b、c：理由 -->\n乙", "<p>甲乙</p>"),
        ("甲  <!-- 允许 a-b：理由 -->\n乙", "<p>甲乙</p>"),
        ("`<!-- 允许 a：b -->`", "<p><code>&lt;!-- 允许 a：b --&gt;</code></p>"),
        ("<!-- 备注 -->", "<p>&lt;!-- 备注 --&gt;</p>"),
    ],
)
def test_an_allowance_vanishes_and_nothing_else(text: str, html: str) -> None:
    [prose] = convert([text])

    assert prose.html == html
