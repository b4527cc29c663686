"""A machine does what it is told, or says in one line why not."""

from pathlib import Path

import pytest

from microsite.publish.place import Place, PlaceError
from microsite.publish.releases import current, releases, roll_back

SCRIPT = "echo Warning: never mind >&2; echo first >&2; echo last >&2"


@pytest.mark.parametrize(
    ("end", "reason"), [("exit 1", "first"), ("exit 255", "last"), ("false", "first")]
)
def test_the_reason_is_the_line_that_tells_it(tmp_path: Path, end: str, reason: str) -> None:
    with pytest.raises(PlaceError, match=rf"线上的网站没有动：{reason}$"):
        Place(str(tmp_path)).run(f"{SCRIPT}; {end}")


def test_without_a_reason_the_code_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match=r"退出码 7$"):
        Place(str(tmp_path)).run("exit 7")


def test_what_was_online_before_can_still_be_reached(tmp_path: Path) -> None:
    names = [f"2026010{day}T000000Z-a" for day in (1, 2, 3)]
    for name in names:
        (tmp_path / "releases" / name).mkdir(parents=True)
    place = Place(str(tmp_path))

    roll_back(place, names[2])
    first = (tmp_path / "previous").exists()
    roll_back(place)

    assert releases(place) == tuple(names)
    assert not first, "there was none before the first"
    assert current(place) == names[1]
    assert (tmp_path / "previous").resolve().name == names[2]
