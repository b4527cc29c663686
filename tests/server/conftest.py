"""This project's site, published and served by nginx."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.nginx import Online, online


@pytest.fixture(scope="session")
def site(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Online]:
    with online(tmp_path_factory.mktemp("nginx"), published) as server:
        yield server
