"""Whatever happens to a file: no traceback, the right file, and nearly always the right line."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

import pytest

from build_site import ROOT
from damage import Damage, damages
from microsite.environment import current_minute
from microsite.verdict import verdict
from microsite.workers import spread

COPIES = 200
SEED = 20261127
NEAR = 3
ENOUGH = 0.9


@dataclass(frozen=True)
class Told:
    """What is said of a damaged copy."""

    damage: Damage
    errors: tuple[str, ...]
    line: int | None
    """Of the first error in the damaged file."""

    @property
    def is_near(self) -> bool:
        return any(abs(at - (self.line or -NEAR)) <= NEAR for at in self.damage.lines)

    def __str__(self) -> str:
        first = self.errors[0] if self.errors else "nothing"
        return f"{self.damage.kind} at {self.damage.path}:{self.damage.lines}: {first}"


def told(damage: Damage, root: Path) -> Told:
    file = root / damage.path
    sound = file.read_bytes()
    file.write_bytes(damage.data)
    errors = verdict(root, current_minute()).errors
    file.write_bytes(sound)
    lines = (error.line for error in errors if error.path == damage.path)
    return Told(damage, tuple(map(str, errors)), next(lines, None))


def all_told(folder: Path, some: Sequence[Damage]) -> list[Told]:
    """Judge damaged copies one after the other; this process has a project of its own for it."""
    root = Path(mkdtemp(dir=folder))
    for name in ("docs", "data"):
        shutil.copytree(ROOT / name, root / name)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    measuring = sys.gettrace()
    sys.settrace(None)  # what is covered here is covered elsewhere, and measuring takes its time
    found = [told(damage, root) for damage in some]
    sys.settrace(measuring)
    return found


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    folder = tmp_path_factory.mktemp("damaged")
    return spread(partial(all_told, folder), [*damages(ROOT, SEED, COPIES)], COPIES // 4)()


def test_a_damaged_file_is_named(results: list[Told]) -> None:
    missed = [one for one in results if one.damage.lines and one.line is None]

    assert not missed, "\n".join(map(str, missed))


def test_nearly_every_damage_is_found_where_it_was_done(results: list[Told]) -> None:
    harmful = [one for one in results if one.damage.lines]
    far = [one for one in harmful if not one.is_near]
    rate = 1 - len(far) / len(harmful)

    assert rate >= ENOUGH, f"{rate:.1%} of {len(harmful)}:\n" + "\n".join(map(str, far))


def test_what_does_no_harm_is_no_error(results: list[Told]) -> None:
    blamed = [one for one in results if not one.damage.lines and one.errors]

    assert not blamed, "\n".join(map(str, blamed))
