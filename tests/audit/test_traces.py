"""What is hidden is found wherever it leaks, and what is shown is not taken for it."""

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from audit.sites import write
from microsite.audit.all import audit
from microsite.audit.traces import traces
from microsite.content.load import Reading
from microsite.content.review import State, states
from small_project import NOW, Files

STORY = "docs/stories/2026/secret.md"
HIDDEN = (
    "---\ntitle: 新机制\nseries: theme-day\npublished: 2026-02-10 09:00\nsummary: 只有一句。\n"
    "source: 市住建局\n---\n居民商量好的办法写在这里。\n"
)
NONE: Mapping[str, bytes] = {}
SENTENCE = "居民商量好的办法写在这里"


@pytest.fixture
def found(read: Callable[[Files], Reading], tmp_path: Path) -> Callable[..., list[str]]:
    def run(
        site: Mapping[str, str | bytes], content: Files, late: Mapping[str, bytes] = NONE
    ) -> list[str]:
        reading = read(content)
        folder = write(tmp_path / "site", site)

        def arrive() -> list[str]:
            write(folder, late)
            return [*late]

        problems = audit(folder, reading, states(reading, NOW, "demo"), late=arrive)
        return [problem.path for problem in problems if problem.code == "audit-hidden"]

    return run


@pytest.mark.parametrize("is_late", [False, True])
@pytest.mark.parametrize("leak", [SENTENCE, "stories/2026/secret/"])
@pytest.mark.parametrize("path", ["x.json", "search/x.pf_fragment"])
def test_a_leak_of_an_unsigned_story_is_found(
    found: Callable[..., list[str]], leak: str, path: str, *, is_late: bool
) -> None:
    data = leak.encode() if path == "x.json" else gzip.compress(leak.encode())
    site, late = ({}, {path: data}) if is_late else ({path: data}, NONE)

    assert found(site, {STORY: HIDDEN}, late) == [path]


def test_a_withdrawn_storys_address_may_be_named_and_its_text_may_not(
    found: Callable[..., list[str]],
) -> None:
    withdrawn = HIDDEN.replace(
        "source", "withdrawn: {on: 2026-02-11, by: 办公室, reason: 内容有误}\nsource"
    )
    leaks = {"a.json": "stories/2026/secret/", "b.json": SENTENCE}

    assert found(leaks, {STORY: withdrawn}) == ["b.json"]


def test_a_sentence_that_stands_on_a_page_as_well_betrays_nothing(
    found: Callable[..., list[str]],
) -> None:
    page = f"---\ntitle: 无障碍\nsummary: 一句话。\n---\n{SENTENCE}。\n"

    assert not found({"x.json": SENTENCE}, {STORY: HIDDEN, "docs/accessibility.md": page})


def test_a_damaged_archive_holds_nothing(found: Callable[..., list[str]]) -> None:
    assert not found({"x.bin": b"\x1f\x8b" + SENTENCE.encode()}, {STORY: HIDDEN})


def test_pictures_are_not_read(found: Callable[..., list[str]]) -> None:
    assert not found({"x.wasm": SENTENCE}, {STORY: HIDDEN})


def test_many_hidden_stories_are_found_at_once(found: Callable[..., list[str]]) -> None:
    count = 300
    hidden = {
        STORY.replace("secret", f"secret-{number}"): HIDDEN.replace("办法", f"办法{number}号")
        for number in range(count)
    }

    assert found(
        {"x.json": "居民商量好的办法299号写在这里", "y.json": "居民商量好的"}, hidden
    ) == ["x.json"]


def test_a_sentence_of_a_story_that_is_shown_betrays_nothing(
    read: Callable[[Files], Reading],
) -> None:
    reading = read({STORY: HIDDEN, STORY.replace("secret", "open"): HIDDEN})
    standing: dict[str, State] = dict.fromkeys(states(reading, NOW, "demo"), "已发布")
    standing["stories/2026/secret/"] = "待初审"

    found = traces(reading, standing)

    assert [*found.found_in(SENTENCE)] == []
    [address] = found.found_in("/stories/2026/secret/")
    assert address.text == "stories/2026/secret/"
