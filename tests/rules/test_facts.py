"""What the calendar and the clock contradict."""

import pytest

from judging import codes


@pytest.mark.parametrize(
    "text",
    [
        "2026年2月29日开会。",
        "4月31日开会。",
        "13月1日开会。",
        "2026年0月1日开会。",
        "2026年11月27日，星期四，开会。",
        "2026年11月27日（周日）开会。",
        "星期一（2026年11月27日）开会。",
    ],
)
def test_a_day_that_is_none_is_found(text: str) -> None:
    assert "fact-date" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "2028年2月29日开会。",
        "2月29日开会。",
        "2026年11月29日（星期天）开会。",
        "星期五（2026年11月27日）开会。",
        "12月25日周报。",
        "11月27日（星期一）开会。",
        "8月32号楼完工。",
        "2026年11月27日周岁。",
    ],
)
def test_a_day_that_can_be_is_not(text: str) -> None:
    assert "fact-date" not in codes(text)


@pytest.mark.parametrize(
    "text", ["09:60开始。", "25:10开始。", "上午15时开始。", "27时30分开始。"]
)
def test_a_time_that_is_none_is_found(text: str) -> None:
    assert "fact-time" in codes(text)


@pytest.mark.parametrize("text", ["24:00截止。", "00:00开始。", "比例为1:500。", "历时36小时。"])
def test_a_time_that_can_be_is_not(text: str) -> None:
    assert "fact-time" not in codes(text)
