"""Golden cases: damaged content in, the exact list of problems out."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from drawing import drawn
from small_project import BASE, Files, problems_of

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[object]:
    for file in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{file.stem}: {case['name']}")


def damaged(case: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files that differ from the small project: `write`, `edit`, `encode`, `draw`…"""
    for path, text in case.get("write", {}).items():
        yield path, str(text).encode()
    for path, changes in case.get("edit", {}).items():
        text = (BASE / path).read_text(encoding="utf-8")
        assert isinstance(changes, dict)
        for old, new in changes.items():
            assert text.count(old) == 1, f"{old!r} is to be found once in {path}"
            text = text.replace(old, str(new))
        yield path, text.encode()
    for path, repeats in case.get("repeat", {}).items():
        text = (BASE / path).read_text(encoding="utf-8")
        assert isinstance(repeats, dict)
        for old, times in repeats.items():
            text = text.replace(old, old * times)
        yield path, text.encode()
    for path, drawing in case.get("draw", {}).items():
        assert isinstance(drawing, dict)
        keep, padding = drawing.pop("keep", 1), drawing.pop("padding", 0)
        data = drawn(**drawing)
        yield path, data[: int(len(data) * keep)] + bytes(padding)
    for path, encoding in case.get("encode", {}).items():
        yield path, (BASE / path).read_text(encoding="utf-8").encode(str(encoding))
    for path, newline in case.get("newline", {}).items():
        yield path, (BASE / path).read_text(encoding="utf-8").replace("\n", str(newline)).encode()


@pytest.mark.parametrize("case", [*cases()])
def test_problems_are_exactly_these(
    case: dict[str, object], project: Callable[[Files], Path]
) -> None:
    root = project(dict(damaged(case)))  # type: ignore[arg-type] # YAML has no types
    for path in case.get("remove", ()):  # type: ignore[attr-defined] # as above
        (root / path).unlink()

    assert [str(problem) for problem in problems_of(root)] == case["problems"]


def test_the_small_project_has_no_problems() -> None:
    assert not problems_of(BASE)
