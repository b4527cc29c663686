"""A real `mkdocs serve` of a project, and what it answers."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from selectolax.lexbor import LexborHTMLParser

TRIES = 240
PAUSE = 0.25
PATIENCE = 30
"""Seconds that one answer may take on a busy machine."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    text: str

    @property
    def page(self) -> LexborHTMLParser:
        """The HTML of it."""
        return LexborHTMLParser(self.text)

    def words(self, selector: str) -> str:
        """Return the text of all that `selector` finds."""
        return " ".join(node.text() for node in self.page.css(selector))


@dataclass(frozen=True)
class Served:
    """A preview that runs."""

    root: Path
    address: str
    process: subprocess.Popen[str]
    log: Path

    def get(self, url: str) -> Answer:
        """Return the answer of an address below the site's root."""
        try:
            with urlopen(f"{self.address}{url}", timeout=PATIENCE) as answer:  # noqa: S310 - ours
                return Answer(answer.status, answer.read().decode("utf-8", "replace"))
        except HTTPError as error:
            return Answer(error.code, error.read().decode())

    def until(self, url: str, is_wanted: Callable[[Answer], bool]) -> Answer:
        """Return the first answer that is wanted, or the last that was not."""
        answer = Answer(0, "")
        for _ in range(TRIES):
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            try:
                answer = self.get(url)
            except (URLError, ConnectionError):
                answer = Answer(HTTPStatus.SERVICE_UNAVAILABLE, "")
            if is_wanted(answer):
                break
            time.sleep(PAUSE)
        return answer

    def change(self, path: str, old: str, new: str) -> None:
        """Put `new` in the place of the first `old` in a file."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


@contextmanager
def preview_of(root: Path) -> Iterator[Served]:
    """Run `mkdocs serve` on a free port, until the end of the block."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    log = root.parent / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    variables["TMPDIR"] = str(root.parent)  # where sites are left when it is ended
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command, cwd=root, env=variables, stdout=output, stderr=subprocess.STDOUT, text=True
        )
    served = Served(root, f"http://127.0.0.1:{port}/", process, log)
    try:
        served.until("desk/now", lambda answer: answer.status == HTTPStatus.OK)
        yield served
    finally:
        process.terminate()
        process.wait(PATIENCE)
