"""Asking a preview in this process, as a browser would."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import IteratorWrapper, validator

from microsite.desk.front import Front
from microsite.desk.preview import Preview


class Answer(NamedTuple):
    """What came back."""

    status: str
    headers: Mapping[str, str]
    text: str


def render(name: str, values: Mapping[str, object]) -> str:
    return f"[{name} {values['base']}]"


Ask = Callable[[str], Answer]


def asking(preview: Preview, css: Path, base: str = "/") -> Ask:
    def ask(path: str) -> Answer:
        found: list[tuple[str, list[tuple[str, str]]]] = []

        def start(
            status: str, headers: list[tuple[str, str]], _: object = None
        ) -> Callable[[bytes], object]:
            found.append((status, headers))
            return lambda _: None

        environ: dict[str, object] = {
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": "",
            "SCRIPT_NAME": "",
        }
        setup_testing_defaults(environ)
        body = validator(Front(preview, base, css, render))(environ, start)
        text = b"".join(body).decode("utf-8", "replace")
        assert isinstance(body, IteratorWrapper)
        body.close()
        return Answer(found[0][0], dict(found[0][1]), text)

    return ask
