"""What is decided from outside."""

import pytest

from microsite.environment import VariableError, current_minute, wanted_mode, wants_audit


def test_the_time_is_that_of_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    assert f"{current_minute():%Y-%m-%d %H:%M %z}" == "2023-11-15 06:13 +0800"


def test_the_time_is_now_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert current_minute().tzname() == "CST"


@pytest.mark.parametrize("written", ["gestern", "1e99", "253402300799", "-1"])
def test_a_time_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)

    with pytest.raises(VariableError, match=written):
        current_minute()


@pytest.mark.parametrize(
    ("written", "mode"), [("", None), ("demo", "demo"), ("production", "production")]
)
def test_a_mode_can_be_asked_for(
    monkeypatch: pytest.MonkeyPatch, written: str, mode: str | None
) -> None:
    monkeypatch.setenv("SITE_MODE", written)

    assert wanted_mode() == mode


def test_a_mode_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_MODE", "Demo")

    with pytest.raises(VariableError, match="Demo"):
        wanted_mode()


@pytest.mark.parametrize(("written", "wanted"), [("", True), ("yes", True), ("no", False)])
def test_an_audit_can_be_left_out(
    monkeypatch: pytest.MonkeyPatch, written: str, *, wanted: bool
) -> None:
    monkeypatch.setenv("SITE_AUDIT", written)

    assert wants_audit() == wanted


def test_a_wish_for_an_audit_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_AUDIT", "off")

    with pytest.raises(VariableError, match="off"):
        wants_audit()
