"""Which encoding a file is in."""

import pytest

from microsite.content.encodings import encoding_of
from microsite.content.reader import ReadError, read_text

TEXT = "title: 楼道灯亮了\nsummary: 一盏灯的事。\n"


@pytest.mark.parametrize("codec", ["utf-8", "gbk", "utf-16"])
def test_an_encoding_is_known_by_its_bytes(codec: str) -> None:
    assert encoding_of(TEXT.encode(codec)) == codec


def test_what_gbk_lacks_is_gb18030() -> None:
    assert encoding_of(f"{TEXT}\U00020bb7".encode("gb18030")) == "gb18030"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode().replace("灯".encode(), b"\xe7\x81", 1),
        TEXT.encode("utf-16")[:-1],
        b"\xff\xff\xff",
        TEXT.encode("gbk") + b"\xff\xff",
    ],
)
def test_a_damaged_file_is_in_none(data: bytes) -> None:
    assert encoding_of(data) is None


def test_the_first_letter_that_is_no_utf_8_is_named() -> None:
    with pytest.raises(ReadError) as raised:
        read_text("a: b\ntitle: 灯亮了\n".encode("gbk"), "a.yml")

    [problem] = raised.value.problems
    assert (problem.line, problem.column) == (2, 8)
    assert "GBK" in problem.message
