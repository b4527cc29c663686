"""What the tests of packages share."""

import pytest

from conftest import Project
from wechat.packing import Pack, packer


@pytest.fixture
def pack(project: Project) -> Pack:
    """Return a function that packs a story of the small project."""
    return packer(project)
