"""The sanitiser: what goes in may be anything, what comes out is what WeChat keeps."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microsite.wechat import styles
from microsite.wechat.markup import sanitised
from wechat.checker import faults

PARTS = st.sampled_from(
    [
        *("<p>", "</p>", "<div class=a>", "</div>", "<ul>", "<li>", "</ul>", "<td>", "<table>"),
        *("<script>", "</script>", "<style>a{}</style>", "<!--", "-->", "<a href='x'>", "</a>"),
        *("<img src=x onerror=y>", "<svg>", "<math>", "<template>", "<b style='color:red'>"),
        *("<p style='position:fixed'>", "<span style='color:#ff0000;background:url(x)'>", "&lt;"),
        *("<form>", "<object>", "</object>", "<caption>", "文字", "<", "&", "\n", "<pre>\n"),
    ]
)


NAMED = [one for one in vars(styles).values() if isinstance(one, str) and ":" in one[:30]]


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("<p class='a' id='b' onclick='c'>字</p>", "<p>字</p>"),
        ("<div><p>字</p></div>", "<p>字</p>"),
        ("<script>x</script><style>p{}</style>字", "字"),
        ("字<!-- 注 -->", "字"),
        ("<a href='https://a.example/'>字</a>", "字"),
        ("<img src='https://a.example/a.jpg'>字", "字"),
        ("<p style='color:#C2070F;position:fixed'>字</p>", '<p style="color:#C2070F">字</p>'),
        ("<p style='background-color:rgba(0,0,0,.5)'>字</p>", "<p>字</p>"),
        ("<p style='background-color:red'>字</p>", "<p>字</p>"),
        ("<p style='background-image:url(x)'>字</p>", "<p>字</p>"),
        ("<p style='display:grid'>字</p>", "<p>字</p>"),
        ("<p style='margin:var(--a)'>字</p>", "<p>字</p>"),
        ("<p style='nonsense'>字</p>", "<p>字</p>"),
        ("<p>一<br>二</p><hr>", "<p>一<br>二</p><hr>"),
        ("a &lt; b &amp; c", "a &lt; b &amp; c"),
        ("", ""),
    ],
)
def test_only_what_wechat_keeps_is_left(given_: str, kept: str) -> None:
    assert sanitised(given_) == kept


@pytest.mark.parametrize("style", [*styles.OF_TAG.values(), *NAMED])
def test_every_style_of_ours_is_kept(style: str) -> None:
    assert styles.kept_style(style) == style


@given(st.lists(PARTS).map("".join))
@example("<table><caption><p>字<td>")
@example("<p><object><p>字")
def test_whatever_goes_in_nothing_forbidden_comes_out(html: str) -> None:
    found = [fault for fault in faults(sanitised(html)) if fault != "a list in a list"]

    assert found == []
