"""The words of an article."""

import pytest

from microsite.wechat.words import plain_text, story_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p><p>二</p>", "一\n二"),
        ("<ul><li>一</li><li><strong>二</strong></li></ul>", "· 一\n· 二"),
        ("<ol><li>一</li><li>二</li></ol>", "1. 一\n2. 二"),
        ("<table><tr><th>时间</th><td>上午</td></tr></table>", "时间\t上午"),
        ("<p>一<br>二</p>", "一\n二"),
        ("<p>a\n  b</p>", "a b"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>一　二</p>", "一　二"),
        ("", ""),
    ],
)
def test_each_block_is_a_line(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_what_is_no_article_has_no_words_of_a_story() -> None:
    assert story_text("<p>字</p>") == ""
