"""Whatever bytes come in, the reader answers with nodes or with problems."""

import tempfile
from pathlib import Path

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from microsite.content.load import load_site
from microsite.content.nodes import Mapping, Node, Scalar, Sequence
from microsite.content.problems import ContentError
from microsite.content.reader import ReadError, read_document, read_mapping, read_text
from small_project import BASE

MARKS = st.text(st.sampled_from(list("a0 :-#?[]{},&*!|>'\"%@`\\\n\t：，“”　中~.<=")), max_size=60)
KEYS = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
)


def nodes(node: Node) -> list[Node]:
    if isinstance(node, Mapping):
        return [node, *(found for value in node.values.values() for found in nodes(value))]
    if isinstance(node, Sequence):
        return [node, *(found for item in node.items for found in nodes(item))]
    return [node]


@given(st.binary(max_size=200) | MARKS.map(str.encode) | st.text(max_size=100).map(str.encode))
@example(b"\xff")
@example(b"\xef\xbb\xbf")
@example(b"a: \xe2\x80\xa8")
@example("？ a：b".encode())
@example(b"? a\n: b")
@example(b"? ")
@example(b"- - - - - - - - - - - - - -")
@example(b"a: |\n\tb")
@example(b"%YAML 9.9\n---\na: 1")
@example(b"%TAG ! tag:x,2000:\n---\na: !b 1")
@example(b"a: !<tag> 1")
@example(b"<<: *a")
@example(b"a: 1\n...\nb: 2")
def test_any_bytes_give_a_mapping_or_a_read_error(data: bytes) -> None:
    for reader in (read_mapping, read_document):
        try:
            _, problems = reader(read_text(data, "f.yml"), "f.yml")
        except ReadError as error:
            problems = list(error.problems)
            assert problems
        lines = data.count(b"\n") + data.count(b"\r") + 1

        assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in problems)


@given(VALUES)
@example({"a": "9:30", "b": "no", "c": "0123"})
def test_any_yaml_gives_a_mapping_or_a_read_error(value: object) -> None:
    data = yaml.dump(value, allow_unicode=True).encode()
    try:
        mapping, _ = read_mapping(read_text(data, "f.yml"), "f.yml")
    except ReadError:
        return

    assert all(node.line >= 1 and node.column >= 1 for node in nodes(mapping))


@given(st.dictionaries(KEYS, st.from_regex(r"[0-9a-z:.\-]+", fullmatch=True)))
@example({"time": "9:30", "code": "0123", "answer": "no", "day": "2026-02-30"})
def test_plain_scalars_keep_their_letters(values: dict[str, str]) -> None:
    text = "\n".join(f"{key}: {value}" for key, value in values.items())
    try:
        mapping, _ = read_mapping(text, "f.yml")
    except ReadError:
        return

    written = {key: node.value for key, node in mapping.values.items() if isinstance(node, Scalar)}
    assert written == {key: value.strip() for key, value in values.items()}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=MARKS | st.text(max_size=80), name=st.sampled_from(["data/tags.yml", "docs/about.md"]))
def test_any_file_gives_a_site_or_a_content_error(text: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for file in (*BASE.rglob("data/**/*.*"), *BASE.rglob("docs/**/*.*")):
            target = root / file.relative_to(BASE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
        (root / name).write_text(text, encoding="utf-8", errors="replace", newline="")
        try:
            load_site(root)
            blamed = {name}
        except ContentError as error:
            blamed = {problem.path for problem in error.problems}

    assert name in blamed
