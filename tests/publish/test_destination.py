"""Where to publish to, as it is typed."""

from pathlib import Path

import pytest

from microsite.publish.destination import DestinationError, destination
from microsite.publish.place import Place
from microsite.publish.store import Store


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/srv/microsite", Place("/srv/microsite")),
        ("web@host:/srv/site/", Place("/srv/site", "web@host")),
        ("host.gov.cn:/srv/site", Place("/srv/site", "host.gov.cn")),
        ("alias:/srv/site", Place("/srv/site", "alias")),
        ("s3:bucket/path", Store("s3:bucket/path")),
        ("oss:bucket", Store("oss:bucket")),
        ("site", Place(str(Path("site").resolve()))),
    ],
)
def test_a_place_is_understood(typed: str, meant: Place | Store) -> None:
    assert destination(typed) == meant


@pytest.mark.parametrize("typed", ["", " ", "host:", "https://zhujian.example/", "web@host:srv"])
def test_what_is_no_place_is_told(typed: str) -> None:
    if typed == "web@host:srv":
        assert isinstance(destination(typed), Store)
        return
    with pytest.raises(DestinationError, match="不认识"):
        destination(typed)
