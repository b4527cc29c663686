"""Links that leave the site, against a server of this machine."""

import socket
import ssl
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.error import URLError

import pytest

from audit.sites import HEAD, write
from conftest import Project
from microsite.audit.outside import SILENCES, dead, silence
from microsite.cli import main

ASKED: dict[str, dict[str, int]] = {
    "/both": {"HEAD": 200, "GET": 200},
    "/only-get": {"HEAD": 404, "GET": 200},
    "/gone": {"HEAD": 404, "GET": 404},
    "/broken": {"HEAD": 500, "GET": 503},
    "/shy": {"HEAD": 405, "GET": 403},
    "/%E8%AF%B4?a=%E6%98%8E": {"HEAD": 200, "GET": 200},
}


class Elsewhere(BaseHTTPRequestHandler):
    """Answers as `ASKED` says, and hangs up where it says nothing."""

    def _answer(self) -> None:
        status = ASKED.get(self.path, {}).get(self.command)
        if status is None:
            self.close_connection = True
            return
        self.send_response(status)
        self.end_headers()

    do_GET = do_HEAD = _answer  # noqa: N815 - named by the standard library

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def reasons(elsewhere: str, *paths: str) -> dict[str, str]:
    found = dead([f"{elsewhere}{path}" for path in paths], 0)
    return {address.removeprefix(elsewhere): reason for address, reason in found}


def test_what_opens_in_one_way_or_the_other_opens(elsewhere: str) -> None:
    assert reasons(elsewhere, "/both", "/only-get", "/shy", "/说?a=明#x") == {}


def test_what_is_gone_or_broken_is_told(elsewhere: str) -> None:
    found = reasons(elsewhere, "/gone", "/broken")

    assert found == {"/gone": "对方应答 404", "/broken": "对方应答 503"}


def test_a_host_that_keeps_silent_is_let_alone(elsewhere: str) -> None:
    paths = [f"/silent-{number}" for number in range(SILENCES + 3)]

    assert reasons(elsewhere, *paths) == dict.fromkeys(paths[:SILENCES], "连不上")


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (TimeoutError(), "15 秒没有应答"),
        (URLError(TimeoutError()), "15 秒没有应答"),
        (URLError(ssl.SSLCertVerificationError()), "安全证书有问题"),
        (URLError(socket.gaierror()), "没有这个域名"),
        (ConnectionResetError(), "连不上"),
    ],
)
def test_why_there_is_no_answer_is_said_in_plain_words(cause: Exception, said: str) -> None:
    assert silence(cause) == said


def test_links_are_listed_and_block_nothing(
    elsewhere: str, project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = "https%3A%2F%2Fzhujian.example%2Fsub%2F"
    links = [
        *(f"{elsewhere}/gone", f"{elsewhere}/gone#part", f"{elsewhere}/both"),
        *(f"{elsewhere}/both?from={own}{page}" for page in ("a", "b")),
        *("https://git.example/edit/main/data/tags.yml", "mailto:a@b.example", "../"),
    ]
    body = "".join(f'<a href="{link}">看</a>' for link in links)
    page = f"{HEAD}<title>看</title></head><body>\n{body}</body></html>"
    site = write(tmp_path / "site", {"about/index.html": page, "more/index.html": page})

    code = main(["links", str(site), "--pause", "0", "--root", str(project({}))])

    said = capsys.readouterr()
    assert code == 0
    assert said.out.count("\n") == 1
    assert said.out.startswith(f"about/index.html:5:10: 外部链接 “{elsewhere}/gone” 打不开")
    assert "共 2 页" in said.out
    assert "1 个外部链接打不开" in said.err


def test_links_that_all_open_are_told(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["links", str(write(tmp_path / "site", {})), "--root", str(project({}))])

    assert "外部链接都能打开" in capsys.readouterr().err


def test_links_want_a_built_site(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["links", "--root", str(project({}))])

    assert code == 2
    assert "make site" in capsys.readouterr().err
